import { describe, expect, it } from '@jest/globals';
import { landCodes, type LandCode } from '#glossary';
import { readPdf, withoutSpace } from '#testing/pdf';
import type { MinutesEntry } from '../domain/minutes.js';
import { renderMinutesPdf, type MinutesDocument } from './minutes-document.js';

const anEntry = (given: Partial<MinutesEntry> = {}): MinutesEntry => ({
  agendaItemId: 'item-4',
  topicId: 'topic-4',
  number: '4',
  list: 'DISCUSSION',
  title: 'Bundesweiter Warntag',
  subtitle: null,
  rapporteurs: ['Hessen', 'BMI'],
  precedents: ['223. Sitzung, TOP 12'],
  fileReference: 'IM-4711',
  classification: 'INTERNAL',
  isMeantForRelease: true,
  outcome: 'ADOPTED',
  removal: null,
  resolution: {
    textHash: 'a'.repeat(64),
    clauses: [
      { id: '1', number: '1', text: 'Die IMK nimmt den Bericht zur Kenntnis.', children: [] },
      { id: '2', number: '2', text: 'Sie bittet das BMI um Prüfung.', children: [] },
    ],
  },
  correction: null,
  statements: [{ party: 'HE', cosigners: ['BUND'], text: 'Die Kosten sind offen.' }],
  attachments: [
    { title: 'Bericht', asOf: '2026-08-31', originator: 'BMI', classification: 'INTERNAL', releaseWish: false },
    { title: 'Lagebild', asOf: null, originator: null, classification: 'VS_NFD', releaseWish: false },
  ],
  vote: null,
  note: null,
  ...given,
});

const someMinutes = (
  entries: readonly (MinutesEntry | null)[],
  given: Partial<MinutesDocument> = {},
): MinutesDocument => ({
  session: {
    sender: 'Ständige Konferenz der Innenminister und -senatoren der Länder',
    senderGenitive: 'Ständigen Konferenz der Innenminister und -senatoren der Länder',
    shortName: 'IMK',
    body: null,
    number: 226,
    isSpecialSession: false,
    startsOn: '2026-12-02',
    endsOn: '2026-12-04',
    place: 'Hamburg',
  },
  status: 'Fassung 1 (Versandt)',
  writtenOn: '2026-12-10',
  items: entries.map((entry, index) => ({ number: entry?.number ?? `${index + 1}`, entry })),
  reports: [],
  ...given,
});

const read = async (document: MinutesDocument) => readPdf(await renderMinutesPdf(document));

describe('renderMinutesPdf', () => {
  it('says of an item who reported, what went before, what was resolved, what was declared and what belongs to it', async () => {
    const { pages } = await read(someMinutes([anEntry({ note: 'Hessen führt ein.' })]));
    expect(pages.join('\n').split('TOP 4').at(-1)?.split('\n').slice(1, -1)).toEqual([
      'Bundesweiter Warntag',
      'Berichterstattung: Hessen, BMI',
      'Vorgang: 223. Sitzung, TOP 12',
      'Aktenzeichen: IM-4711',
      'Freigabe: zur Veröffentlichung vorgesehen',
      'Beschluss:',
      '1. Die IMK nimmt den Bericht zur Kenntnis.',
      '2. Sie bittet das BMI um Prüfung.',
      'Vermerk:',
      'Hessen führt ein.',
      'Erklärungen zu Protokoll:',
      'Hessen, Bund',
      'Die Kosten sind offen.',
      'Anlagen:',
      '• „Bericht“ (Stand: 31. August 2026, BMI) (nicht zur Freigabe vorgesehen)',
      '• „Lagebild“ (liegt gesondert vor)',
    ]);
  });

  it('says of an item that lies apart its number alone', async () => {
    const { pages, bookmarks } = await read(someMinutes([null]));
    expect(pages.join('\n')).toContain('TOP 1\nGesondert\nLiegt gesondert vor.');
    expect(bookmarks[0]).toBe('TOP 1 Gesondert');
  });

  it.each([
    ['a removed item why', { outcome: null, resolution: null, removal: 'noch offen' }, 'Abgesetzt: noch offen'],
    ['what has not ended', { outcome: null, resolution: null }, 'Ohne Ergebnis'],
    [
      'what was corrected, beside what was adopted',
      { correction: { number: 1, clauses: [{ id: '9', number: null, text: 'Sie bittet bis Juni.', children: [] }] } },
      'Sie bittet das BMI um Prüfung.\nBerichtigte Fassung:\nSie bittet bis Juni.',
    ],
    ['what was noted', { outcome: 'NOTED', resolution: null }, 'Zur Kenntnis genommen'],
    ['that it was changed at the table', { outcome: 'ADOPTED_AMENDED' }, 'Mit Änderungen beschlossen'],
  ] as const)('says of %s', (_what, given, sentence) =>
    expect(read(someMinutes([anEntry(given)])).then(({ pages }) => pages.join('\n'))).resolves.toContain(sentence),
  );

  it('shows of a fireside talk its title at most', async () => {
    const fireside = anEntry({
      list: 'FIRESIDE',
      title: 'Lage',
      rapporteurs: [],
      precedents: [],
      fileReference: null,
      outcome: null,
      resolution: null,
      statements: [],
      attachments: [],
    });
    const { pages } = await read(someMinutes([fireside]));
    expect(pages.join('\n').split('TOP 4').at(-1)?.split('\n').slice(1, 3)).toEqual([
      'Lage',
      'Behandelt: Kamingespräch',
    ]);
  });

  const vote = {
    votes: landCodes.map((party: LandCode) => {
      return {
        party,
        choice: party === 'BY' ? null : ('YES' as const),
        onBehalfBy: party === 'HE' ? 'Kim Amt' : null,
        representedBy: party === 'BW' ? 'Kim Muster, Ministerin' : null,
      };
    }),
    bundPosition: 'ABSTAIN',
    bundRepresentedBy: 'Kim Bund, Staatssekretär',
  } as const;

  it('lists in an annex the vote of each Land, who sat for it, and apart from them what the Bund holds', async () => {
    const { pages } = await read(someMinutes([anEntry({ vote }), null]));
    const annex = pages.join('\n').split('Anlage: Stimmen der Länder').at(-1) ?? '';
    expect(annex).toContain('Baden-Württemberg Ja Kim Muster, Ministerin');
    expect(annex).toContain('Bayern nicht abgegeben');
    expect(annex).toContain('Hessen Ja aufgenommen durch Kim Amt');
    expect(annex).toContain('Haltung des Bundes (Kim Bund, Staatssekretär), ohne Stimme: Enthaltung');
    expect(annex).toContain('TOP 2\nLiegt gesondert vor.');
  });

  it.each([
    [[anEntry()], 'Nur für den Dienstgebrauch der Konferenz – nicht öffentlich'],
    [[anEntry(), anEntry({ classification: 'RESTRICTED' })], 'Beschränkt – nur für die benannten Stellen'],
    [
      [anEntry({ classification: 'RESTRICTED' }), anEntry({ classification: 'VS_NFD' })],
      'VS – NUR FÜR DEN DIENSTGEBRAUCH',
    ],
    [[anEntry(), null], 'Nur für den Dienstgebrauch der Konferenz – nicht öffentlich'],
  ])('carries the highest marking of what the reader holds on every page', async (entries, marking) => {
    const { pages } = await read(someMinutes(entries));
    for (const page of pages) expect(page.startsWith(marking)).toBe(true);
  });

  it.each(['#import "x": *', '$x$', '*b* _i_', '\\', ']', '<label>', '@ref', '" + read("/etc/passwd")'])(
    'prints %s as it stands',
    async (text) => {
      const statements = [{ party: 'HE', cosigners: [], text }] as const;
      const { pages } = await read(someMinutes([anEntry({ title: text, note: text, statements })]));
      expect(withoutSpace(pages.join(''))).toContain(
        withoutSpace(`Vermerk: ${text} Erklärungen zu Protokoll: Hessen ${text} Anlagen:`),
      );
    },
  );

  it('is PDF/UA-1 in German, says which version it is, and is the same for the same data', async () => {
    const document = someMinutes([anEntry({ vote })]);
    const bytes = await renderMinutesPdf(document);
    const { metadata, language, title, isTagged, pages } = await readPdf(bytes);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect({ language, isTagged, title }).toEqual({
      language: 'de-DE',
      isTagged: true,
      title: 'Niederschrift der 226. Sitzung der IMK vom 2. bis 4. Dezember 2026 in Hamburg',
    });
    for (const page of pages) expect(page).toContain('Fassung 1 (Versandt)');
    expect(Buffer.compare(bytes, await renderMinutesPdf(document))).toBe(0);
  });

  it('explains itself when there is nothing to say', async () => {
    const { pages } = await read(someMinutes([]));
    expect(pages.join('')).toContain('Zu dieser Sitzung gibt es keine Punkte.');
  });

  it('tell what was decided in writing since the last session, with the mark of a classified paper', async () => {
    const entry = { title: 'Waldbrände', facts: ['Umlaufverfahren 4/2026', 'Gescheitert am 20. Mai 2026'] };
    const reports = [
      { heading: 'Bericht: Umlaufverfahren', entries: [{ ...entry, marking: 'VS – Nur für den Dienstgebrauch' }] },
    ];
    const text = (await read(someMinutes([anEntry()], { reports }))).pages.join('\n');
    expect(text).toContain('Bericht: Umlaufverfahren');
    expect(text).toContain('Umlaufverfahren 4/2026 · Gescheitert am 20. Mai 2026');
    expect(text).toContain('VS – NUR FÜR DEN DIENSTGEBRAUCH');
  });
});
