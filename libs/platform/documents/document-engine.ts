import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { NodeCompiler, type CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler';

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
    // Papers share no text worth remembering; kept, it would fill the memory of the process.
    compiler.evictCache(0);
  }
}

/** Compiles straight to PDF: a compiled document handed to JavaScript would hold its memory until garbage collection. */
function typeset(compiler: NodeCompiler, inputs: Record<string, string>): Uint8Array {
  const source = { mainFilePath: join(LAYOUT_DIRECTORY, 'document.typ'), inputs };
  try {
    return new Uint8Array(compiler.pdf(source, { pdfStandard: 'ua-1' }));
  } catch (cause) {
    throw new Error(`The document could not be typeset: ${placeOfFault(compiler, source)}`, { cause });
  }
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

/** The thrown error names no file or line; compiling once more does. */
function placeOfFault(compiler: NodeCompiler, source: CompileDocArgs): string {
  const error = compiler.compile(source).takeError();
  return error === null ? 'it does not meet PDF/UA-1' : JSON.stringify(compiler.fetchDiagnostics(error));
}
