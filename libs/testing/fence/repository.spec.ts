import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const foldersIn = (path: string): string[] =>
  readdirSync(at(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

type Settings = { default: { forbidden: readonly { name: string }[] } };

describe('the repository', () => {
  it('guards the order of every library', async () => {
    const { default: settings } = (await import(fileURLToPath(at('.dependency-cruiser.cjs')))) as Settings;
    const ordered = settings.forbidden.map(({ name }) => name.replace('library-order-', ''));
    // These have stricter rules, or come last.
    const unordered = foldersIn('libs').filter(
      (name) => !['glossary', 'platform', 'testing', 'calendars'].includes(name),
    );
    expect(unordered.filter((name) => !ordered.includes(name))).toEqual([]);
  });

  it('lists every app of the server and every library in nest-cli.json', () => {
    const { projects } = JSON.parse(read('nest-cli.json')) as { projects: Record<string, unknown> };
    const apps = foldersIn('apps').filter((name) => name !== 'web');
    expect(Object.keys(projects).sort()).toEqual([...apps, ...foldersIn('libs')].sort());
  });

  it('names no download address in the lock file', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('is under the EUPL 1.2', () => {
    const { license } = JSON.parse(read('package.json')) as { license: string };
    expect([license, read('LICENSE')]).toEqual([
      'EUPL-1.2',
      expect.stringContaining('EUROPÄISCHE UNION PUBLIC LICENCE v. 1.2'),
    ]);
  });

  it('names the Node version of its images in .nvmrc', () => {
    expect(read('Dockerfile')).toContain(`NODE_IMAGE=node:${read('.nvmrc').trim()}-`);
  });
});
