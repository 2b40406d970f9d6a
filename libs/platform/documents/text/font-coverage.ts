/**
 * The code points a TrueType or OpenType font has a glyph for, read from its `cmap` table. Covers the two subtable
 * formats that fonts of today carry for Unicode: 4 (basic plane) and 12 (all planes).
 */
export function coverageOf(font: Buffer): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const subtable of unicodeSubtables(font)) {
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, covered);
    if (format === 12) addGroups(subtable, covered);
  }
  return covered;
}

function unicodeSubtables(font: Buffer): Buffer[] {
  const cmap = tableOf(font, 'cmap');
  const subtables: Buffer[] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const entry = 4 + index * 8;
    const [platform, encoding] = [cmap.readUInt16BE(entry), cmap.readUInt16BE(entry + 2)];
    const isUnicode = platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10);
    if (isUnicode) subtables.push(cmap.subarray(cmap.readUInt32BE(entry + 4)));
  }
  return subtables;
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 8);
    return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** Format 4: four parallel arrays (end, start, delta, offset) of segments of the basic plane. */
function addSegments(subtable: Buffer, covered: Set<number>): void {
  const bytes = subtable.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  for (let at = 0; at < bytes; at += 2) {
    const first = subtable.readUInt16BE(starts + at);
    const last = subtable.readUInt16BE(ends + at);
    const delta = subtable.readUInt16BE(deltas + at);
    const offset = subtable.readUInt16BE(offsets + at);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : subtable.readUInt16BE(offsets + at + offset + 2 * (code - first));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups of (first, last, first glyph). */
function addGroups(subtable: Buffer, covered: Set<number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const entry = 16 + group * 12;
    const first = subtable.readUInt32BE(entry);
    const glyph = subtable.readUInt32BE(entry + 8);
    for (let code = first; code <= subtable.readUInt32BE(entry + 4); code++) {
      if (glyph + code - first !== 0) covered.add(code);
    }
  }
}
