import { transformFile } from '@swc/core';
import { fileURLToPath } from 'node:url';

/** Relative imports end in .js, as Node wants them after the build; here the source stands in their place. */
export async function resolve(specifier, context, next) {
  const conditions = [...new Set(['source', ...context.conditions])];
  const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts') && specifier.endsWith('.js');
  return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, { ...context, conditions });
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
