/**
 * Names and sizes of folders, which no linter knows: the closed list of file suffixes, folder names that say
 * something, at most eight files per feature folder.
 *
 *   node scripts/lib/structure.mjs [ROOT]     prints one line per violation, exits 1 if there is any
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const serverRoots = ['apps/api', 'apps/worker', 'apps/standalone', 'libs', 'migrations'];
const suffixes = 'resolver|handler|query|job|entity|repository|loader|graphql|module|controller';
const kebab = '[a-z0-9]+(?:-[a-z0-9]+)*';
const sourceName = new RegExp(`^${kebab}(?:\\.(?:${suffixes}))?(?:\\.(?:spec|e2e-spec))?\\.ts$`);
const migrationName = new RegExp(`^(?:\\d{13}-${kebab}|index|${kebab}\\.spec)\\.ts$`);
const folderName = new RegExp(`^${kebab}$`);
const saysNothing = new Set([
  'shared',
  'common',
  'core',
  'util',
  'utils',
  'helper',
  'helpers',
  'services',
  'dto',
  'types',
]);
const filesPerFeature = 8;

/** All files below the roots of the server code, relative to `root`, with `/`. */
function listFiles(root) {
  return serverRoots
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/[\\/]node_modules(?:[\\/]|$)/.test(entry.parentPath))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function checkFileName(file) {
  if (!file.endsWith('.ts')) return [];
  const allowed = file.startsWith('migrations/') ? migrationName : sourceName;
  return allowed.test(file.split('/').at(-1)) ? [] : [`file-suffix: ${file}`];
}

function checkFolderName(folder) {
  const name = folder.split('/').at(-1);
  return folderName.test(name) && !saysNothing.has(name) ? [] : [`folder-name: ${folder}`];
}

function checkFeatureSize(folder, files) {
  if (!/^libs\/[^/]+\/features\/[^/]+$/.test(folder)) return [];
  const count = files.filter((file) => file.startsWith(`${folder}/`)).length;
  return count > filesPerFeature ? [`feature-size: ${folder} holds ${count} files, ${filesPerFeature} at most`] : [];
}

export function structureViolations(root) {
  const files = listFiles(root);
  const withSource = files.filter((file) => file.endsWith('.ts')).map((file) => dirname(file));
  const folders = [...new Set(withSource)].sort();
  return [
    ...files.flatMap(checkFileName),
    ...folders.flatMap(checkFolderName),
    ...folders.flatMap((folder) => checkFeatureSize(folder, files)),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const violations = structureViolations(resolve(process.argv[2] ?? '.'));
  for (const violation of violations) console.log(violation);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
