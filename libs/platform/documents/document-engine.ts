import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';

import { FONT_DIRECTORY, printableCodePoints } from './shipped-fonts.js';
import type { IsoDay } from './text/german-days.js';
import { printableText } from './text/printable-text.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface DocumentOptions {
  /** Shown by readers of the file instead of its name. */
  readonly title: string;
  readonly author?: string;
  /** Stands in the file as its creation date, so that the same data makes the same bytes. */
  readonly date: IsoDay;
}

/** The folder that templates may import shared layout from; nothing outside of it can be read while typesetting. */
const LAYOUT_DIRECTORY = fileURLToPath(new URL('./layout/', import.meta.url));

/** How many renderings a memoized piece of layout survives unused. */
const CACHE_AGE = 4;

const compilers = new Map<string, Promise<NodeCompiler>>();
let printable: Promise<ReadonlySet<number>> | undefined;

/**
 * Typesets a document as tagged PDF/UA-1. The template is a Typst file that exports `paper(data)`. Data reach it as
 * JSON and are never parsed as markup. Typesetting is synchronous: about a second of CPU for a very large agenda.
 */
export async function renderPdf(template: URL, data: JsonValue, options: DocumentOptions): Promise<Uint8Array> {
  printable ??= printableCodePoints();
  const codePoints = await printable;
  const compiler = await compilerFor(template);
  const inputs = {
    data: JSON.stringify(printableJson(data, codePoints)),
    meta: JSON.stringify(printableJson({ author: null, ...options }, codePoints)),
  };
  try {
    return typeset(compiler, inputs);
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function typeset(compiler: NodeCompiler, inputs: Record<string, string>): Uint8Array {
  const compiled = compiler.compile({ mainFilePath: join(LAYOUT_DIRECTORY, 'document.typ'), inputs });
  if (compiled.result === null) throw templateFault(compiler, compiled.takeError());
  return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
}

/** One compiler per template: it keeps the fonts and the parsed template. */
function compilerFor(template: URL): Promise<NodeCompiler> {
  const known = compilers.get(template.href);
  if (known !== undefined) return known;
  const created = createCompiler(template);
  compilers.set(template.href, created);
  return created;
}

async function createCompiler(template: URL): Promise<NodeCompiler> {
  const source = await readFile(template);
  const compiler = NodeCompiler.create({
    workspace: LAYOUT_DIRECTORY,
    fontArgs: [{ fontPaths: [FONT_DIRECTORY] }],
  });
  compiler.mapShadow(join(LAYOUT_DIRECTORY, 'template.typ'), source);
  return compiler;
}

function printableJson(value: JsonValue, codePoints: ReadonlySet<number>): JsonValue {
  if (typeof value === 'string') return printableText(value, codePoints);
  if (Array.isArray(value)) return value.map((entry: JsonValue) => printableJson(entry, codePoints));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, printableJson(entry, codePoints)]));
}

function templateFault(compiler: NodeCompiler, error: NodeError | null): Error {
  const diagnostics: unknown = error === null ? [] : compiler.fetchDiagnostics(error);
  return new Error(`The document could not be typeset: ${JSON.stringify(diagnostics)}`);
}
