/**
 * Runs a spec file with jest-circus, as Jest always does, but lets Node load the modules. They stay loaded for the
 * next spec file of the same worker: loading the house once, instead of once per spec file, is what makes the suite
 * fast (docs/adr/0017-specs-share-the-loaded-house.md).
 */
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

import { belongTo } from './globals.js';
import { formatStack } from './stack-traces.js';

register('../process/typescript-hooks.js', import.meta.url);
register('./module-hooks.js', import.meta.url);
process.setSourceMapsEnabled(true);

const require = createRequire(import.meta.url);
const handlersOfCircus = Symbol.for('EVENT_HANDLERS');

/** A circus that knows nothing of the spec file before: no describe block, no handler, no error. */
function requireAnew(path) {
  delete require.cache[require.resolve(path)];
  delete globalThis[handlersOfCircus];
  return require(path);
}

export default async function run(globalConfig, config, environment, runtime, path, sendMessage) {
  const circus = require('jest-circus/runner');
  Object.assign(runtime, {
    requireInternalModule: requireAnew,
    requireModule: require,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path)),
    setGlobalsForRuntime: belongTo,
  });
  // Jest's own knows only the source maps of what its own loader has compiled.
  Error.prepareStackTrace = formatStack;
  return (circus.default ?? circus)(globalConfig, config, environment, runtime, path, sendMessage);
}
