/**
 * Everything between a fresh clone and a program that runs: packages, server build, web build. Each step is skipped
 * when the content it depends on has not changed. Uses nothing but Node, since at this point nothing else is there.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lib/lock.mjs';
import { npm, root, run } from './lib/run.mjs';

const at = (...parts) => join(root, ...parts);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const say = (text) => console.log(`  ${text}`);

export class PreparationFailed extends Error {}

// --- packages -------------------------------------------------------------------------------------------------

const installStamp = at('node_modules', '.konferenzmappe-installed');

/** npm notes in node_modules/.package-lock.json what it installed; someone who ran `npm install` is up to date too. */
function installedMatchesLock() {
  const noted = at('node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = readJson(noted).packages;
  return Object.entries(readJson(at('package-lock.json')).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.peer || installed[path]?.version === wanted.version,
  );
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PreparationFailed(`Konferenzmappe braucht Node.js ab 20.19; hier läuft ${process.versions.node}.`);
}

async function install() {
  requireNode();
  const wanted = hashOf(['package-lock.json']);
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  if (!installedMatchesLock()) {
    say('Pakete werden installiert (einmalig, etwa eine Minute) …');
    // Not `npm ci`: it refuses a lock file that was written where the packages of other platforms cannot be reached.
    // Development packages build the web and run the tests: wanted even if NODE_ENV says production.
    const options = ['--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { ok, output } = await run(npm, ['install', ...options]);
    if (!ok) throw new PreparationFailed(`Die Pakete ließen sich nicht installieren:\n\n${output}`);
  }
  writeFileSync(installStamp, wanted);
}

// --- builds ---------------------------------------------------------------------------------------------------

function filesBelow(path) {
  const absolute = at(path);
  if (!existsSync(absolute)) return [];
  const entries = readdirSync(absolute, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)))
      .update('\0');
  return hash.digest('hex');
}

/** The image is built without benchmarks. */
const serverFolders = ['apps', 'libs', 'migrations', 'bench'].filter((folder) => existsSync(at(folder)));

const serverSources = () => serverFolders.flatMap(filesBelow).filter((file) => !file.startsWith('apps/web/'));

/** A file that was renamed or deleted must not live on in dist: migrations, for one, are found by looking there. */
function removeOrphans(sources) {
  const expected = new Set(sources.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`));
  for (const file of ['apps', 'libs', 'migrations', 'bench'].flatMap((folder) => filesBelow(`dist/${folder}`))) {
    if (!expected.has(file.replace(/\.map$/, ''))) rmSync(at(file));
  }
}

async function buildServer(sources) {
  const swc = at('node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const options = ['-d', 'dist', '--copy-files', '--ignore', 'apps/web/**', '--quiet'];
  const { ok, output } = await run(process.execPath, [swc, ...serverFolders, ...options]);
  if (!ok) throw new PreparationFailed(`Der Server ließ sich nicht übersetzen:\n\n${output}`);
  removeOrphans(sources);
}

async function buildWeb() {
  const vite = at('node_modules', 'vite', 'bin', 'vite.js');
  const { ok, output } = await run(process.execPath, [vite, 'build', '--config', 'apps/web/vite.config.ts'], {
    env: { NODE_ENV: 'production', NO_COLOR: '1' },
  });
  if (!ok) throw new PreparationFailed(`Die Oberfläche ließ sich nicht bauen:\n\n${output}`);
}

/** Builds when the sources differ from those of the last build. */
async function whenChanged(name, inputs, progress, build) {
  const stamp = at('dist', `.${name}-built`);
  const wanted = hashOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(progress);
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function build() {
  const settings = ['package.json', 'package-lock.json', '.swcrc'];
  const server = serverSources();
  await whenChanged('server', [...settings, ...server], 'Server wird übersetzt …', () => buildServer(server));
  const webInputs = [...settings, ...['apps/web', 'libs/glossary'].flatMap(filesBelow)];
  await whenChanged('web', webInputs, 'Oberfläche wird gebaut …', buildWeb);
}

const onWait = () => say('Ein anderer Aufruf bereitet gerade vor; es geht danach weiter …');

export async function preparePackages() {
  await withLock(install, { onWait });
}

export async function prepare() {
  await withLock(
    async () => {
      await install();
      await build();
    },
    { onWait },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepare();
