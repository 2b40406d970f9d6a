/** A paragraph of a mail, or a list of them; with a link, its words are what is pressed. */
export interface Paragraph {
  readonly words: string;
  readonly link?: string;
}

export type Block = Paragraph | { readonly list: readonly Required<Paragraph>[] };

export interface MailBodies {
  readonly text: string;
  readonly html: string;
}

/** The same words as plain text and as HTML. What everybody knows after the first mail stands small below a line. */
export function bodiesOf(title: string, blocks: readonly Block[], smallPrint: readonly Block[]): MailBodies {
  return {
    text: `${[...blocks, ...smallPrint].map(textOfBlock).join('\n\n')}\n`,
    html: [
      '<!doctype html>',
      `<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
      `<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>`,
      ...STYLE,
      '</style></head><body>',
      `<h1>${escaped(title)}</h1>`,
      ...blocks.flatMap(htmlOfBlock),
      '<hr><div>',
      ...smallPrint.flatMap(htmlOfBlock),
      '</div>',
      '</body></html>',
      '',
    ].join('\n'),
  };
}

/** Readable by daylight and at night; where a mail program takes no styles, its own colours are readable too. */
const STYLE = [
  'body{color:#171a2b;background:#ffffff;font:16px/1.5 sans-serif;max-width:40em;margin:0 auto;padding:1em;overflow-wrap:break-word}',
  'h1{font-size:1.4em;line-height:1.25}',
  'a{color:#152a6e;background:#ffffff}',
  'body>p>a{display:inline-block;padding:.6em 1em;border:2px solid;border-radius:4px;font-weight:bold}',
  'li{margin:.6em 0}',
  'hr{border:0;border-top:1px solid;margin:2em 0 1em}',
  'div{font-size:.875em}',
  '@media (prefers-color-scheme:dark){',
  'body{color:#f2f2f7;background:#171a2b}',
  'a{color:#b3c7ff;background:#171a2b}',
  '}',
];

/** What mail programs of all kinds show without breaking it themselves (RFC 5322 §2.1.1). */
const LONGEST_LINE = 78;

function textOfBlock(block: Block): string {
  if ('list' in block) return block.list.map(({ words, link }) => `${wrapped(words, '- ')}\n  ${link}`).join('\n');
  const { words, link } = block;
  return link === undefined ? wrapped(words) : `${wrapped(words)}:\n${link}`;
}

/** Breaks between words; what follows the first line stands below the first word. */
function wrapped(words: string, bullet = ''): string {
  const lines = [bullet];
  for (const word of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line.trim() === bullet.trim() ? line + word : `${line} ${word}`;
    if (longer.length <= LONGEST_LINE || line.trim() === '') lines[lines.length - 1] = longer;
    else lines.push(' '.repeat(bullet.length) + word);
  }
  return lines.join('\n');
}

function htmlOfBlock(block: Block): readonly string[] {
  if ('list' in block) return ['<ul>', ...block.list.map((entry) => `<li>${htmlOf(entry)}</li>`), '</ul>'];
  return [`<p>${htmlOf(block)}</p>`];
}

function htmlOf({ words, link }: Paragraph): string {
  return link === undefined ? escaped(words) : `<a href="${escaped(link)}">${escaped(words)}</a>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
