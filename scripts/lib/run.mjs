/** Child processes of our scripts: started, captured, and ended together with us. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const running = new Set();

/** Runs to the end; resolves with the exit code and, if captured, everything it printed. Never rejects. */
export function run(command, args, { env = {}, capture = true } = {}) {
  return new Promise((done) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    running.add(child);
    const end = (code, text) => {
      running.delete(child);
      done({ ok: code === 0, code, output: stripVTControlCharacters(text) });
    };
    child.on('error', (error) => end(127, `${output}${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? (signal ? 130 : 1), output));
  });
}

/**
 * Until `release` is called, SIGINT and SIGTERM end the children and then us. They usually reach the children by
 * the process group as well; a second signal does them no harm, a missing one would leave them behind.
 */
export function endChildrenOnSignal() {
  const stop = (signal) => {
    for (const child of running) child.kill(signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => process.off('SIGINT', stop).off('SIGTERM', stop);
}
