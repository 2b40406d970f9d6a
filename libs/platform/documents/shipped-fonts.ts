import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { coverageOf } from './text/font-coverage.js';

/** The only fonts a document may use; what the machine has installed never reaches the paper. */
export const FONT_DIRECTORY = fileURLToPath(new URL('./fonts/', import.meta.url));

/**
 * The code points that every shipped font can print. A character only some of them have would print in one place and
 * break the same document in another.
 */
export async function printableCodePoints(): Promise<ReadonlySet<number>> {
  const files = (await readdir(FONT_DIRECTORY)).filter((name) => name.endsWith('.ttf')).sort();
  const coverages = await Promise.all(
    files.map(async (name) => coverageOf(await readFile(new URL(`./fonts/${name}`, import.meta.url)))),
  );
  const [first = new Set<number>(), ...others] = coverages;
  return new Set([...first].filter((code) => others.every((coverage) => coverage.has(code))));
}
