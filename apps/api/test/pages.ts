import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, print, separateOperations } from 'graphql';

const directory = fileURLToPath(new URL('../../web/src', import.meta.url));

/** Every operation of the pages as the browser sends it: with the fragments it uses and no others. */
export async function operationsOfPages(): Promise<{ name: string; text: string }[]> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.graphql'));
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
  return Object.entries(separateOperations(parse(texts.join('\n')))).map(([name, document]) => {
    return { name, text: print(document) };
  });
}
