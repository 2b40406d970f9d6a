import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** A small house in a folder of its own, under the very settings that guard the real one. */
export class PlantedHouse {
  readonly #root = mkdtempSync(join(tmpdir(), 'konferenzmappe-fence-'));

  constructor(files: Readonly<Record<string, string>>) {
    const { imports } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { imports: unknown };
    this.#write('package.json', {
      name: 'planted-house',
      type: 'module',
      imports,
      dependencies: { pg: '*' },
      devDependencies: { jest: '*' },
    });
    this.#write('tsconfig.json', {
      extends: join(project, 'tsconfig.base.json'),
      include: ['apps', 'libs', 'migrations', 'bench'],
      exclude: ['apps/web'],
    });
    this.#write('apps/web/tsconfig.json', { extends: '../../tsconfig.json', include: ['src'], exclude: [] });
    symlinkSync(join(project, 'node_modules'), join(this.#root, 'node_modules'));
    for (const [path, content] of Object.entries(files)) this.#write(path, content);
  }

  get root(): string {
    return this.#root;
  }

  /** Runs a tool of the project inside the planted house and hands back what it printed. */
  run(script: string, ...args: readonly string[]): string {
    const { stdout, stderr, error } = spawnSync(process.execPath, [join(project, script), ...args], {
      cwd: this.#root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    if (stdout === '' && stderr !== '') throw new Error(stderr);
    return stdout;
  }

  /** The project's own settings file of that name. */
  settings(file: string): string {
    return join(project, file);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #write(path: string, content: unknown): void {
    const file = join(this.#root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}
