import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '#platform/config';

const main = fileURLToPath(new URL('../../../dist/apps/standalone/src/main.js', import.meta.url));
const cycle = fileURLToPath(new URL('../../../dist/apps/standalone/src/cycle/main.js', import.meta.url));

/** A program of the product as a process of its own, with everything it printed. */
export interface RunningProgram {
  /** Waits until it printed this; rejects when it ended before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly pid: number;
  output(): string;
  signal(name: NodeJS.Signals): void;
}

export interface ProductSettings {
  readonly dataDirectory: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export function startProgram({ dataDirectory, port, environment = {} }: ProductSettings): RunningProgram {
  return run([main], { DATA_DIR: dataDirectory, PORT: String(port), ...environment });
}

export function playCycle(address: string, out: string): RunningProgram {
  return run([cycle, '--url', address, '--out', out], {});
}

function run(command: readonly string[], environment: Readonly<Record<string, string>>): RunningProgram {
  const { PATH = '', LANG = 'C.UTF-8' } = processEnvironment();
  const child = spawn(process.execPath, command, {
    env: { PATH, LANG, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    printed: (pattern) => untilPrinted(pattern, () => output, listeners, ended),
    ended,
    pid: pidOf(child),
    output: () => output,
    signal: (name) => void child.kill(name),
  };
}

async function untilPrinted(
  pattern: RegExp,
  output: () => string,
  listeners: Set<() => void>,
  ended: Promise<number | null>,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const match = pattern.exec(output());
      if (match === null) return;
      listeners.delete(look);
      resolve(match);
    };
    listeners.add(look);
    void ended.then((code) =>
      reject(new Error(`It ended with ${code} before it printed ${String(pattern)}:\n${output()}`)),
    );
    look();
  });
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The program did not start');
  return pid;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
