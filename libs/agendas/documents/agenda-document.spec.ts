import { describe, expect, it } from '@jest/globals';

import { aProfile } from '#testing/conferences';
import { readPdf, withoutSpace } from '#testing/pdf';

import { renderAgendaPdf, type AgendaClause, type AgendaDocument, type BusinessItem } from './agenda-document.js';

const clause = (number: string | null, text: string, ...children: AgendaClause[]): AgendaClause => ({
  number,
  text,
  children,
});

const anItem = (given: Partial<BusinessItem> = {}): BusinessItem => ({
  list: 'DISCUSSION',
  number: '2',
  title: 'Bundesweiter Warntag',
  subLine: null,
  registrants: ['Bayern', 'Hessen'],
  rapporteurs: ['Nordrhein-Westfalen'],
  proposal: [clause(null, 'Die IMK nimmt den Bericht des BMI zur Kenntnis.')],
  removal: null,
  marking: null,
  notes: [],
  ...given,
});

const anAgenda = (given: Partial<AgendaDocument> = {}): AgendaDocument => ({
  names: aProfile().names,
  marking: null,
  supplement: null,
  session: {
    body: null,
    number: 223,
    isSpecialSession: false,
    startsOn: '2025-06-11',
    endsOn: '2025-06-13',
    place: 'Bremerhaven',
  },
  issuedOn: '2025-05-12',
  circulatedOn: '2025-05-14',
  groups: [{ heading: 'Allgemeines', items: [anItem()] }],
  reports: [],
  ...given,
});

const withItems = (...items: AgendaDocument['groups'][number]['items']): AgendaDocument =>
  anAgenda({ groups: [{ heading: 'Allgemeines', items }] });

const read = async (document: AgendaDocument) => readPdf(await renderAgendaPdf(document));

/** Everything after the overview, page headers and footers included. */
const business = async (document: AgendaDocument) => (await read(document)).pages.slice(1).join('\n');

describe('renderAgendaPdf', () => {
  it('opens with sender, date, session, place and time, and when it was circulated', async () => {
    const { pages } = await read(anAgenda());
    expect(pages[0]?.split('\nÜbersicht')[0]).toBe(
      [
        'Nur für den Dienstgebrauch der IMK – nicht öffentlich',
        'Ständige Konferenz der Innenminister und -senatoren der Länder',
        '– Geschäftsstelle –',
        'Berlin, den 12. Mai 2025',
        'Tagesordnung',
        'der 223. Sitzung',
        'der Ständigen Konferenz der Innenminister und -senatoren der Länder',
        'vom 11. bis 13. Juni 2025 in Bremerhaven',
        'versandt am 14. Mai 2025',
      ].join('\n'),
    );
  });

  it('says that it is a draft until it is circulated, on every page', async () => {
    const { pages } = await read(anAgenda({ circulatedOn: null }));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page).toContain('Entwurf');
  });

  it('names a special session without number and place', async () => {
    const session = {
      body: null,
      number: null,
      isSpecialSession: true,
      startsOn: '2025-03-07',
      endsOn: '2025-03-07',
      place: null,
    };
    const { pages, title } = await read(anAgenda({ session }));
    expect(pages[0]).toContain('der Sondersitzung\nder Ständigen Konferenz');
    expect(title).toBe('Tagesordnung der Sondersitzung der IMK am 7. März 2025');
  });

  it('marks every page as not public and counts the pages', async () => {
    const { pages } = await read(anAgenda());
    pages.forEach((page, index) => {
      expect(page).toContain('Nur für den Dienstgebrauch der IMK – nicht öffentlich');
      expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
    });
  });

  it('prints an item with number, title, sub-line, list, registrants, rapporteurs and proposal', async () => {
    const text = await business(
      withItems(anItem({ number: '12a', subLine: 'Sachstand und Ausblick', list: 'CONSENT' })),
    );
    expect(text).toContain(
      [
        'TOP 12a Bundesweiter Warntag',
        'Sachstand und Ausblick',
        'Grüne Liste · Anmeldung: Bayern, Hessen · Berichterstattung: Nordrhein-Westfalen',
        'Beschlussvorschlag:',
        'Die IMK nimmt den Bericht des BMI zur Kenntnis.',
      ].join('\n'),
    );
  });

  it('leaves out what an item has not', async () => {
    const text = await business(
      withItems(anItem({ list: 'INFORMATION', registrants: [], rapporteurs: [], proposal: [] })),
    );
    expect(text).toContain('Bundesweiter Warntag\nInformation\nSeite');
  });

  it('shows of a fireside talk the title alone, whatever else is passed along', async () => {
    const talk = { ...anItem({ title: 'Lage' }), list: 'FIRESIDE' as const };
    expect(await business(withItems(talk))).toContain('TOP 2 Lage\nKamingespräch\nSeite');
  });

  it('keeps a removed item in its place with the reason, without the proposal', async () => {
    const { pages, bookmarks } = await read(withItems(anItem({ removal: { reason: 'Anmeldung zurückgezogen.' } })));
    expect(pages[1]).toContain('TOP 2 Bundesweiter Warntag – abgesetzt');
    expect(pages[1]).toContain('Abgesetzt: Anmeldung zurückgezogen.');
    expect(pages[1]).not.toContain('Beschlussvorschlag');
    expect(bookmarks).toContain('  TOP 2 Bundesweiter Warntag – abgesetzt');
  });

  it('prints a supplement as such, and the agenda of a committee under its name', async () => {
    const session = { ...anAgenda().session, body: 'des AK II', number: 98 };
    const { pages, title } = await read(anAgenda({ supplement: 1, session }));
    expect(pages[0]).toContain('1. Nachtrag zur Tagesordnung\nder 98. Sitzung des AK II');
    expect(title).toBe(
      '1. Nachtrag zur Tagesordnung der 98. Sitzung des AK II der IMK vom 11. bis 13. Juni 2025 in Bremerhaven',
    );
  });

  it('carries the mark of a classified item and says what else is known of it', async () => {
    const notes = [
      { name: 'Nachgereicht', value: '1. Nachtrag' },
      { name: 'Ergebnis', value: 'Vertagt' },
    ];
    const text = await business(withItems(anItem({ marking: 'VS – Nur für den Dienstgebrauch', notes })));
    expect(text).toContain('VS – NUR FÜR DEN DIENSTGEBRAUCH');
    expect(text.replaceAll('\n', ' ')).toContain('Nachgereicht: 1. Nachtrag · Ergebnis: Vertagt');
  });

  it('carries on every page the marking of the highest item that it prints', async () => {
    const marking = 'Beschränkt – nur für die benannten Stellen';
    const marked = await read(anAgenda({ marking }));
    const plain = await read(anAgenda());
    expect(marked.pages.every((page) => page.includes(marking))).toBe(true);
    expect(plain.pages.every((page) => page.includes('Nur für den Dienstgebrauch der IMK – nicht öffentlich'))).toBe(
      true,
    );
  });

  it('numbers clauses as given, five levels deep, as lists', async () => {
    const tree = clause(
      '1',
      'eins',
      clause('a', 'zwei', clause('aa', 'drei', clause('1.1', 'vier', clause('i', 'fünf')))),
    );
    const { pages, roles } = await read(withItems(anItem({ proposal: [tree, clause('2', 'sechs')] })));
    expect(pages[1]).toContain('1. eins\na) zwei\naa) drei\n1.1 vier\ni) fünf\n2. sechs');
    expect(roles.filter((role) => role === 'LI')).toHaveLength(6);
  });

  it('keeps heading, sub-line and facts of an item on the page on which its proposal begins', async () => {
    const items = Array.from({ length: 60 }, (_, index) => {
      const proposal = Array.from({ length: 1 + ((index * 7) % 5) }, (_, at) =>
        clause(`${at + 1}`, 'Die IMK stimmt zu.'),
      );
      return anItem({ number: `${index + 1}`, subLine: index % 2 === 0 ? null : 'Sachstand', proposal });
    });
    const { pages } = await read(withItems(...items));
    const last = pages.slice(2).map((page) => page.split('\n').at(-2));
    expect(last.length).toBeGreaterThan(5);
    expect(new Set(last)).toEqual(new Set(last.filter((line) => line?.endsWith('Die IMK stimmt zu.'))));
  });

  it('leads to groups and items by bookmarks and an overview', async () => {
    const groups = [
      { heading: 'Allgemeines', items: [anItem({ number: '1' })] },
      { heading: 'Arbeitskreis I', items: [] },
      { heading: 'Arbeitskreis II – Innere Sicherheit', items: [anItem({ number: '2', title: 'Clankriminalität' })] },
    ];
    const { bookmarks, pages, roles } = await read(anAgenda({ groups }));
    expect(bookmarks).toEqual([
      'Allgemeines',
      '  TOP 1 Bundesweiter Warntag',
      'Arbeitskreis II – Innere Sicherheit',
      '  TOP 2 Clankriminalität',
    ]);
    expect(pages[0]).toMatch(/TOP 2 Clankriminalität[ .]+2/);
    expect(roles).toEqual(expect.arrayContaining(['TOC', 'TOCI', 'H1', 'H2']));
  });

  it('prints hostile texts as they stand, wherever a text may stand', async () => {
    const hostile = '#import "x": * $x$ *b* \\ ]) <l> @ref // " + read("/etc/passwd")';
    const document = withItems(
      anItem({
        title: hostile,
        subLine: hostile,
        registrants: [hostile],
        rapporteurs: [hostile],
        proposal: [clause('1', hostile, clause('a', hostile))],
      }),
      anItem({ removal: { reason: hostile } }),
    );
    const heading = anAgenda({ groups: [{ heading: hostile, items: document.groups[0]?.items ?? [] }] });
    expect(withoutSpace(await business(heading)).split(withoutSpace(hostile))).toHaveLength(9);
  });

  it('explains itself when it is empty', async () => {
    const { pages } = await read(anAgenda({ groups: [{ heading: 'Allgemeines', items: [] }] }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Die Tagesordnung enthält noch keine Punkte.');
    expect(pages[0]).not.toContain('Übersicht');
  });

  it('is PDF/UA-1 in German and the same for the same data', async () => {
    const bytes = await renderAgendaPdf(anAgenda());
    const { metadata, language, title, isTagged } = await readPdf(bytes);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect({ language, isTagged }).toEqual({ language: 'de-DE', isTagged: true });
    expect(title).toBe('Tagesordnung der 223. Sitzung der IMK vom 11. bis 13. Juni 2025 in Bremerhaven');
    expect(Buffer.compare(bytes, await renderAgendaPdf(anAgenda()))).toBe(0);
  });

  it('holds 100 items with 1,000 clauses', async () => {
    const proposal = Array.from({ length: 10 }, (_, index) => clause(`${index + 1}`, `Ziffer ${index + 1}.`));
    const items = Array.from({ length: 100 }, (_, index) => anItem({ number: `${index + 1}`, proposal }));
    const { bookmarks, pages } = await read(withItems(...items));
    expect(bookmarks).toHaveLength(101);
    expect(pages.join('').match(/Ziffer \d+\./g)).toHaveLength(1000);
  });

  it('tells after the general points what was decided in writing, without a number, and in the overview', async () => {
    const facts = ['Umlaufverfahren 4/2025', 'Beschlossen am 20. Mai 2025', 'Umlaufbeschluss 3/2025'];
    const reports = [{ heading: 'Bericht: Umlaufverfahren', entries: [{ title: 'Waldbrände', facts, marking: null }] }];
    const groups = [
      { heading: 'Allgemeines', items: [] },
      { heading: 'AK II', items: [anItem()] },
    ];
    const { pages } = await read(anAgenda({ groups, reports }));
    expect(pages[0]).toMatch(/Übersicht\s+Bericht: Umlaufverfahren/);
    const told = pages.slice(1).join('\n');
    expect(told).toContain('Waldbrände');
    expect(told).toContain(facts.join(' · '));
    expect(told.indexOf('Waldbrände')).toBeLessThan(told.indexOf('AK II'));
  });
});
