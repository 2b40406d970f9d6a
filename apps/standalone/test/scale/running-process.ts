import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from '#platform/config';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export type Environment = Readonly<Record<string, string>>;
type LogLine = Readonly<Record<string, unknown>>;

/** A program of the build as a process of its own, with everything it wrote. */
export class RunningProcess {
  private output = '';
  private readonly closed: Promise<unknown>;
  private readonly listeners = new Set<() => void>();

  private constructor(
    readonly program: string,
    private readonly child: ChildProcess,
  ) {
    this.closed = once(child, 'close');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        for (const listener of this.listeners) listener();
      });
    }
  }

  /** `program` is the path below the project, for example "dist/apps/api/src/main.js". */
  static start(program: string, environment: Environment = {}, args: readonly string[] = []): RunningProcess {
    const { PATH = '', HOME = '/' } = processEnvironment();
    const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
      cwd: root,
      env: { PATH, HOME, LANG: 'C.UTF-8', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new RunningProcess(program, child);
  }

  /** Runs a program to its end; throws with what it wrote unless it succeeds. */
  static async finish(program: string, environment: Environment = {}, args: readonly string[] = []): Promise<string> {
    const { code, output } = await RunningProcess.start(program, environment, args).end();
    if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}`);
    return output;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits for a line of the log and answers its fields. */
  async logged(message: string): Promise<LogLine> {
    for (;;) {
      const line = this.lines().find((each) => each['msg'] === message);
      if (line !== undefined) return line;
      if (!this.isRunning) throw new Error(`${this.program} ended before it logged "${message}":\n${this.output}`);
      await this.more();
    }
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async end(): Promise<{ readonly code: number | null; readonly output: string }> {
    await this.closed;
    return { code: this.child.exitCode, output: this.output };
  }

  /** Without warning, as a power cut or the kernel would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.closed;
  }

  /** As Compose stops a container; answers the exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return (await this.end()).code;
  }

  private lines(): readonly LogLine[] {
    const complete = this.output.slice(0, this.output.lastIndexOf('\n') + 1);
    return complete.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : []));
  }

  private async more(): Promise<void> {
    await new Promise<void>((resolve) => {
      const listener = (): void => {
        this.listeners.delete(listener);
        resolve();
      };
      this.listeners.add(listener);
      void this.closed.then(listener);
    });
  }
}
