/** Stands for a character that no shipped font can print: visible, so that nobody takes the text for complete. */
const UNPRINTABLE = '◊';

/**
 * Marks without a shape: direction overrides (they could show a reader another sentence than the one that was
 * adopted), variation selectors, joiners, byte order marks, control characters.
 */
const SHAPELESS = /[\p{Cc}\p{Cs}\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;

const ZERO_WIDTH_SPACE = '\u200b';
const UNBROKEN_STRETCH = /[^\s\u00ad\u200b/–-]{31,}/gu;
const GERMAN_WORD = /^\P{L}*\p{L}\p{Ll}+\P{L}*$/u;
/** With quotation marks and brackets around it. */
const LONGEST_GERMAN_WORD = 80;

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/**
 * The text as the shipped fonts can print it: line ends unified, marks without a shape left out, what has no glyph
 * replaced by its plain form or a visible stand-in, and room to break given to stretches that would leave the page.
 */
export function printableText(text: string, printable: ReadonlySet<number>): string {
  const plain = text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/\t/g, ' ');
  return breakable(isPrintable(plain, printable) ? plain : withStandIns(plain, printable));
}

function isPrintable(text: string, printable: ReadonlySet<number>): boolean {
  for (const character of text) {
    if (character !== '\n' && !printable.has(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

function withStandIns(text: string, printable: ReadonlySet<number>): string {
  let result = '';
  for (const { segment } of graphemes.segment(text)) {
    const shape = segment === '\n' ? segment : segment.replace(SHAPELESS, '');
    const plainHyphen = shape.replace(/[\u2010\u2011]/g, '-');
    const forms = [shape, shape.normalize('NFC'), plainHyphen, shape.normalize('NFKC')];
    result += forms.find((form) => isPrintable(form, printable)) ?? UNPRINTABLE;
  }
  return result;
}

/** German words are hyphenated by the typesetter; anything else that long may break after every character. */
function breakable(text: string): string {
  return text.replace(UNBROKEN_STRETCH, (stretch) => {
    if (stretch.length <= LONGEST_GERMAN_WORD && GERMAN_WORD.test(stretch)) return stretch;
    return Array.from(graphemes.segment(stretch), ({ segment }) => segment).join(ZERO_WIDTH_SPACE);
  });
}
