import { describe, expect, it } from '@jest/globals';

import { aProfile } from '#testing/conferences';
import { readPdf, withoutSpace } from '#testing/pdf';

import {
  renderCollectionPdf,
  type CollectionClause,
  type CollectionDocument,
  type CollectionResolution,
} from './collection-document.js';

const clause = (number: string | null, text: string, ...children: CollectionClause[]): CollectionClause => ({
  number,
  text,
  children,
});

const aResolution = (given: Partial<CollectionResolution> = {}): CollectionResolution => ({
  itemNumber: '4',
  title: 'Bundesweiter Warntag',
  subLine: null,
  clauses: [clause('1', 'Die IMK nimmt den Bericht zur Kenntnis.'), clause('2', 'Sie bittet das BMI um Prüfung.')],
  ...given,
});

const aCollection = (given: Partial<CollectionDocument> = {}): CollectionDocument => ({
  names: aProfile().names,
  session: { number: 223, isSpecialSession: false, startsOn: '2025-06-11', endsOn: '2025-06-13', place: 'Bremerhaven' },
  isDraft: false,
  issuedOn: '2025-06-16',
  resolutions: [aResolution()],
  ...given,
});

const read = async (document: CollectionDocument) => readPdf(await renderCollectionPdf(document));

const RUNNING_HEADER =
  'Sammlung der zur Veröffentlichung freigegebenen Beschlüsse ' +
  'der 223. Sitzung der IMK vom 11. bis 13. Juni 2025 in Bremerhaven';

describe('renderCollectionPdf', () => {
  it('opens with sender, date, session, place, time and what is not handed out', async () => {
    const { pages } = await read(aCollection());
    expect(pages[0]?.split('\nInhalt')[0]?.replaceAll('\n', ' ')).toBe(
      'Ständige Konferenz der Innenminister und -senatoren der Länder – Geschäftsstelle – Berlin, den 16. Juni 2025 ' +
        'Sammlung der zur Veröffentlichung freigegebenen Beschlüsse der 223. Sitzung ' +
        'der Ständigen Konferenz der Innenminister und -senatoren der Länder vom 11. bis 13. Juni 2025 in Bremerhaven ' +
        'Diese Sammlung enthält die Beschlüsse, die zur Veröffentlichung freigegeben sind. Beschlüsse, Berichte und ' +
        'Anlagen, die nicht als freigegeben gekennzeichnet sind, werden nicht herausgegeben.',
    );
  });

  it('prints a resolution on a page of its own: running header, number, title, „Beschluss:“, clauses', async () => {
    const { pages } = await read(aCollection({ resolutions: [aResolution(), aResolution({ itemNumber: '12a' })] }));
    expect(pages).toHaveLength(3);
    expect(pages[2]).toBe(
      [
        RUNNING_HEADER,
        'TOP 12a',
        'Bundesweiter Warntag',
        'Beschluss:',
        '1. Die IMK nimmt den Bericht zur Kenntnis.',
        '2. Sie bittet das BMI um Prüfung.',
        'Seite 3 von 3',
      ].join('\n'),
    );
  });

  it('says of a corrected text by which correction and when', async () => {
    const corrections = [
      { number: 1, correctedOn: '2025-07-01' },
      { number: 2, correctedOn: '2025-08-04' },
    ];
    const { pages } = await read(aCollection({ resolutions: [aResolution({ corrections })] }));
    expect(pages[1]).toContain('Beschluss:\n(in der Fassung der Berichtigung 2 vom 4. August 2025)\n1. Die IMK');
  });

  it('prints a sub-line, a single clause without number, and a resolution without item number', async () => {
    const resolution = aResolution({
      itemNumber: null,
      subLine: 'Sachstand',
      clauses: [clause(null, 'Die IMK stimmt zu.')],
    });
    const { pages, bookmarks } = await read(aCollection({ resolutions: [resolution] }));
    expect(pages[1]).toContain(
      `${RUNNING_HEADER}\nBundesweiter Warntag\nSachstand\nBeschluss:\nDie IMK stimmt zu.\nSeite`,
    );
    expect(bookmarks).toEqual(['Bundesweiter Warntag']);
  });

  it('takes no more from what it is given than it may publish', async () => {
    const secrets = { rapporteurs: ['GEHEIM'], fileReference: 'GEHEIM', votes: [{ party: 'GEHEIM' }] };
    const bytes = await renderCollectionPdf(aCollection({ resolutions: [{ ...aResolution(), ...secrets }] }));
    const { pages, metadata } = await readPdf(bytes);
    expect([...pages, metadata].join('')).not.toContain('GEHEIM');
  });

  it('repeats the running header on each further page of a long resolution', async () => {
    const clauses = Array.from({ length: 120 }, (_, index) => clause(`${index + 1}`, 'Sie bittet um Prüfung.'));
    const { pages } = await read(aCollection({ resolutions: [aResolution({ clauses })] }));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(1)) expect(page.startsWith(RUNNING_HEADER)).toBe(true);
  });

  it('leads to the resolutions by bookmarks and a table of contents', async () => {
    const resolutions = [aResolution(), aResolution({ itemNumber: '7', title: 'Feuerwerk' })];
    const { pages, bookmarks, roles } = await read(aCollection({ resolutions }));
    expect(bookmarks).toEqual(['TOP 4 Bundesweiter Warntag', 'TOP 7 Feuerwerk']);
    expect(pages[0]).toMatch(/TOP 7 Feuerwerk[ .]+3/);
    expect(roles).toEqual(expect.arrayContaining(['TOC', 'TOCI', 'H1', 'L', 'LI', 'Lbl', 'LBody']));
  });

  it('numbers clauses as given, five levels deep', async () => {
    const tree = clause(
      '1',
      'eins',
      clause('a', 'zwei', clause('aa', 'drei', clause('(1)', 'vier', clause('i', 'fünf')))),
    );
    const { pages } = await read(
      aCollection({ resolutions: [aResolution({ clauses: [tree, clause('2', 'sechs')] })] }),
    );
    expect(pages[1]).toContain('1. eins\na) zwei\naa) drei\n(1) vier\ni) fünf\n2. sechs');
  });

  it.each(['#import "x": *', '$x$', '*b* _i_', '\\', ']', '<label>', '@ref', '// x', '" + read("/etc/passwd")'])(
    'prints %s as it stands',
    async (text) => {
      const resolution = aResolution({ title: text, subLine: text, clauses: [clause('1', text)] });
      const { pages, bookmarks } = await read(aCollection({ resolutions: [resolution] }));
      expect(withoutSpace(pages[1] ?? '')).toBe(
        withoutSpace(`${RUNNING_HEADER} TOP 4 ${text} ${text} Beschluss: 1. ${text} Seite 2 von 2`),
      );
      expect(bookmarks).toEqual([`TOP 4 ${text}`]);
    },
  );

  it('explains itself when nothing is released', async () => {
    const { pages } = await read(aCollection({ resolutions: [] }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Zu dieser Sitzung ist kein Beschluss zur Veröffentlichung freigegeben.');
    expect(pages[0]).not.toContain('Inhalt');
  });

  it('says of a draft that it is none of what is published', async () => {
    const { pages, title } = await read(aCollection({ isDraft: true }));
    expect(title).toBe(`Entwurf: ${RUNNING_HEADER}`);
    expect(pages[0]).toContain('Entwurf für den inneren Gebrauch, nicht zur Weitergabe.');
    expect(pages[0]).not.toContain('Diese Sammlung enthält');
  });

  it('is PDF/UA-1 in German and the same for the same data', async () => {
    const bytes = await renderCollectionPdf(aCollection());
    const { metadata, language, title, isTagged } = await readPdf(bytes);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect({ language, isTagged, title }).toEqual({ language: 'de-DE', isTagged: true, title: RUNNING_HEADER });
    expect(Buffer.compare(bytes, await renderCollectionPdf(aCollection()))).toBe(0);
  });

  it('holds 100 resolutions with 1,000 clauses', async () => {
    const clauses = Array.from({ length: 10 }, (_, index) => clause(`${index + 1}`, `Ziffer ${index + 1}.`));
    const resolutions = Array.from({ length: 100 }, (_, index) => aResolution({ itemNumber: `${index + 1}`, clauses }));
    const { bookmarks, pages } = await read(aCollection({ resolutions }));
    expect(bookmarks).toHaveLength(100);
    expect(pages.join('').match(/Ziffer \d+\./g)).toHaveLength(1000);
  });
});
