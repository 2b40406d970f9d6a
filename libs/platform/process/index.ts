import { ConfigurationError } from '#platform/config';

/** Something only the person at the terminal can mend, said in German. Shown without a stack. */
export class ProgramRefused extends Error {
  override readonly name = 'ProgramRefused';
}

/** Runs a program to its end. What its operator can mend is told in words alone, a fault with its stack; both exit 1. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${wordsFor(error)}\n`);
    // Not only the exit code: open connections would keep the process that has failed.
    process.exit(1);
  }
}

/**
 * Runs a service until SIGTERM or SIGINT. `start` answers how to stop. A signal during the start stops right after it;
 * further signals change nothing. The process ends by itself, once nothing is left to do.
 */
export async function runService(start: () => Promise<() => Promise<void>>): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
  await runProgram(async () => {
    const stop = await start();
    await asked;
    await stop();
  });
}

function wordsFor(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof ProgramRefused) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
