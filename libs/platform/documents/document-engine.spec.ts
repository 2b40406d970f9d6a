import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readPdf, withoutSpace } from '#testing/pdf';

import { renderPdf } from './document-engine.js';

const options = { title: 'Probe', author: 'Geschäftsstelle', date: '2025-06-11' };

const HOSTILE = [
  '#import "@preview/evil:0.1.0": *',
  '#panic("x")',
  '$ x^2 $ and $',
  '*bold* _italic_ `raw` = heading',
  '\\ \\u{41} \\#',
  ']] ) } "',
  '<label> @ref @preview',
  '// comment /* block */',
  '" + read("/etc/passwd") + "',
  '#read("/etc/passwd")',
  '-- --- ... ~ \'quoted\' "quoted"',
  'https://example.org/?a=b&c=d',
  '\\" \\n \\\\ {"json": null}',
];

describe('renderPdf', () => {
  let folder: string;
  let template: URL;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'template-'));
    template = await templateFile(
      'paper.typ',
      `#import "official-paper.typ": *
       #let paper(data) = official-paper(running: [Kopfzeile], {
         heading(level: 1, one-line(data.title))
         paragraphs(data.text)
       })`,
    );
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function templateFile(name: string, source: string): Promise<URL> {
    await writeFile(join(folder, name), source);
    return pathToFileURL(join(folder, name));
  }

  it.each(HOSTILE)('prints %s as it stands, in title and text', async (text) => {
    const pdf = await readPdf(await renderPdf(template, { title: text, text }, options));
    expect(pdf.pages).toHaveLength(1);
    expect(withoutSpace(pdf.pages[0] ?? '')).toBe(withoutSpace(`${text}${text}Seite1von1`));
    expect(pdf.bookmarks.map(withoutSpace)).toEqual([withoutSpace(text)]);
  });

  it('breaks a word of 5,000 characters and loses none of them', async () => {
    const word = 'x'.repeat(2500) + 'W'.repeat(2500);
    const pdf = await readPdf(await renderPdf(template, { title: word, text: word }, options));
    const text = withoutSpace(pdf.pages.join('').replaceAll(/Seite \d+ von \d+|Kopfzeile/g, ''));
    expect(text === word + word).toBe(true);
    expect(pdf.bookmarks.map(withoutSpace)).toEqual([word]);
    expect(pdf.pages.length).toBeGreaterThan(1);
  });

  it.each([
    ['emoji', 'vor 😀 👨‍👩‍👧 nach', 'vor ◊ ◊ nach'],
    ['Hebrew', 'vor שלום nach', 'vor ◊◊◊◊ nach'],
    ['a control character', 'vor\u0000\u0007 nach', 'vor nach'],
    ['a lone surrogate', 'vor \ud800nach', 'vor nach'],
    ['a direction override', 'vor \u202egnutsiel\u202c nach', 'vor gnutsiel nach'],
    ['zero width', 'v\u200bo\u200dr\ufeff nach', 'vor nach'],
  ])('prints %s without a fault', async (_, text, printed) => {
    const pdf = await readPdf(await renderPdf(template, { title: text, text: text }, { ...options, title: text }));
    expect(withoutSpace(pdf.pages[0] ?? '')).toBe(withoutSpace(`${printed}${printed}Seite1von1`));
    expect(withoutSpace(pdf.title)).toBe(withoutSpace(printed));
  });

  it('keeps line ends and empty lines of a text', async () => {
    const pdf = await readPdf(await renderPdf(template, { title: 'T', text: 'eins\r\nzwei\n\n \ndrei\n' }, options));
    expect(pdf.pages[0]).toBe('T\neins\nzwei\ndrei\nSeite 1 von 1');
    expect(pdf.roles.filter((role) => role === 'P')).toHaveLength(2);
  });

  it('is PDF/UA-1 with title, author, language and tags', async () => {
    const pdf = await readPdf(await renderPdf(template, { title: 'Überschrift', text: 'Text' }, options));
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.metadata).toContain('<rdf:li>Geschäftsstelle</rdf:li>');
    expect(pdf).toMatchObject({ title: 'Probe', language: 'de-DE', isTagged: true, bookmarks: ['Überschrift'] });
    expect(pdf.roles).toEqual(expect.arrayContaining(['Document', 'H1', 'P']));
  });

  it('gives the same bytes for the same data, and others for other data', async () => {
    const first = await renderPdf(template, { title: 'Eins', text: 'Text' }, options);
    const other = await renderPdf(template, { title: 'Zwei', text: 'Text' }, options);
    const again = await renderPdf(template, { title: 'Eins', text: 'Text' }, options);
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it('embeds the shipped fonts and no other', async () => {
    const bytes = await renderPdf(template, { title: '漢 Ж Ω', text: '→ ★ 漢字' }, options);
    const names =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/BaseFont\s*\/[A-Z]{6}\+[\w-]+/g) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/\+Source(Sans3|Serif4)-/);
  });

  it('cannot read outside of the layout folder, not even from a template', async () => {
    const curious = await templateFile('curious.typ', '#let paper(data) = read("/../../../../../../etc/passwd")');
    await expect(renderPdf(curious, {}, options)).rejects.toThrow('could not be typeset');
  });

  it('fails with the place of the fault when a template is broken', async () => {
    const broken = await templateFile('broken.typ', '#let paper(data) = data.missing');
    await expect(renderPdf(broken, { present: 'geheim' }, options)).rejects.toThrow(/missing.*template\.typ/);
    await expect(renderPdf(broken, { present: 'geheim' }, options)).rejects.not.toThrow('geheim');
  });

  it('renders several documents at once', async () => {
    const titles = ['a', 'b', 'c', 'd'];
    const all = await Promise.all(titles.map((title) => renderPdf(template, { title, text: 'x' }, options)));
    const read = await Promise.all(all.map(readPdf));
    expect(read.map(({ bookmarks }) => bookmarks)).toEqual(titles.map((title) => [title]));
  });
});
