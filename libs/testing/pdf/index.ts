import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A generated document as a reader of the file and assistive technology get it. */
export interface ReadPdf {
  /** The text of each page, lines joined by a line end, page headers and footers included. */
  readonly pages: readonly string[];
  /** The bookmarks, depth by indent: two spaces per level. */
  readonly bookmarks: readonly string[];
  /** The roles of the structure tree of all pages, such as "H1" or "LI", in reading order. */
  readonly roles: readonly string[];
  readonly title: string;
  readonly language: string;
  /** The XMP metadata as they stand in the file. */
  readonly metadata: string;
  readonly isTagged: boolean;
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the buffer it is given for itself.
  const document = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
  try {
    const pages: string[] = [];
    const roles: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      roles.push(...rolesOf((await page.getStructTree()) as StructureNode | null));
    }
    const { info, metadata } = await document.getMetadata();
    const facts = info as { Title?: string; Language?: string };
    return {
      pages,
      roles,
      bookmarks: bookmarkLines(((await document.getOutline()) ?? []) as Bookmark[], ''),
      title: facts.Title ?? '',
      language: facts.Language ?? '',
      metadata: String(metadata?.getRaw() ?? ''),
      isTagged: (await document.getMarkInfo())?.Marked === true,
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The text without what only the layout put in: white space, breaks, hyphens at line ends are the caller's. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u200b\u00ad]+/gu, '');
}

function rolesOf(node: StructureNode | null): string[] {
  if (node === null) return [];
  return [node.role ?? [], ...(node.children ?? []).map(rolesOf)].flat();
}

function bookmarkLines(bookmarks: readonly Bookmark[], indent: string): string[] {
  return bookmarks.flatMap((bookmark) => [indent + bookmark.title, ...bookmarkLines(bookmark.items, `${indent}  `)]);
}
