import { beforeAll, describe, expect, it } from '@jest/globals';

import { printableCodePoints } from '../shipped-fonts.js';
import { printableText } from './printable-text.js';

describe('printableText', () => {
  let codePoints: ReadonlySet<number>;

  beforeAll(async () => {
    codePoints = await printableCodePoints();
  });

  it('leaves what German, its neighbours and the law write', () => {
    const text = 'ÄÖÜäöüß ẞ „Zitat“ ‚halb‘ – — … § 3 Abs. 2 € × ½ m² CO₂ Łódź Győr Çelik Đorđe Ďáblice Київ Ωμέγα';
    expect(printableText(text, codePoints)).toBe(text);
  });

  it.each([
    ['e\u0301\u200d', 'e\u0301'],
    ['Bund\u2011Länder', 'Bund-Länder'],
    ['ＩＭＫ', 'IMK'],
    ['漢字', '◊◊'],
    ['a\tb', 'a b'],
    ['a\u2028b\rc\r\nd', 'a\nb\nc\nd'],
  ])('prints %j as %j', (text, printed) => {
    expect(printableText(text, codePoints)).toBe(printed);
  });

  it('leaves a long German word to hyphenation', () => {
    const word = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
    expect(printableText(`(„${word}“),`, codePoints)).toBe(`(„${word}“),`);
  });

  it('lets a long sequence that is no word break after every character', () => {
    const printed = printableText('A1'.repeat(20), codePoints);
    expect(printed).toBe(Array.from('A1'.repeat(20)).join('\u200b'));
  });
});
