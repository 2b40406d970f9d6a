import { describe, expect, it } from '@jest/globals';
import { readPdf, withoutSpace } from '#testing/pdf';
import { renderInvitationPdf, type InvitationDocument } from './invitation-document.js';

const anInvitation = (given: Partial<InvitationDocument> = {}): InvitationDocument => ({
  sender: 'Ständige Konferenz der Innenminister und -senatoren der Länder',
  office: 'Geschäftsstelle',
  shortName: 'IMK',
  name: 'Umlaufverfahren 5/2026',
  round: 1,
  issuedOn: '2026-11-10',
  title: 'Bundesweiter Warntag',
  marking: null,
  subLine: null,
  registrants: ['Hessen', 'Bayern'],
  deadline: { day: '2026-11-24', time: '23:59:59' },
  runningTime: '10 Arbeitstage bis 24.11.2026, weil zwei Wochenenden nicht zählen',
  urgencyReason: null,
  silence: 'ALL_MUST_VOTE',
  discussion: 'ANY_LAND',
  textHash: 'a1b2c3d4'.repeat(8),
  clauses: [
    { number: '1', text: 'Die IMK nimmt den Bericht zur Kenntnis.', children: [] },
    { number: '2', text: 'Sie bittet das BMI um Prüfung.', children: [] },
  ],
  ...given,
});

const read = async (given: Partial<InvitationDocument> = {}) => {
  const pdf = await readPdf(await renderInvitationPdf(anInvitation(given)));
  return { ...pdf, text: withoutSpace(pdf.pages.join('\n')) };
};

const says = (text: string, sentence: string): boolean => text.includes(withoutSpace(sentence));

describe('The invitation to a written procedure', () => {
  it('names the procedure, the deadline to the second, the text and its hash', async () => {
    const { text, bookmarks, title } = await read();
    expect(title).toBe('Einladung zum Umlaufverfahren 5/2026: Bundesweiter Warntag');
    expect(bookmarks).toEqual(['Gegenstand', 'Frist und Regeln', 'Beschlussvorschlag', 'Kennung der Fassung']);
    for (const sentence of [
      'Frist: 24. November 2026, 23:59:59 Uhr (Berliner Zeit)',
      'Berechnung: 10 Arbeitstage bis 24.11.2026, weil zwei Wochenenden nicht zählen',
      'Anmeldung: Hessen, Bayern',
      '1. Die IMK nimmt den Bericht zur Kenntnis.',
      'a1b2c3d4 a1b2c3d4',
    ]) {
      expect([sentence, says(text, sentence)]).toEqual([sentence, true]);
    }
  });

  it.each([
    ['ALL_MUST_VOTE', 'nur, wenn bis zum Ablauf der Frist alle Länder abgestimmt haben'],
    ['SILENCE_IS_ABSTENTION', 'als habe er sich enthalten'],
    ['SILENCE_IS_CONSENT', 'als habe er zugestimmt'],
  ] as const)('prints what silence means under %s', async (silence, sentence) => {
    expect(says((await read({ silence })).text, sentence)).toBe(true);
  });

  it.each([
    ['ANY_LAND', 'Jedes Land und der Vorsitz können'],
    ['ANY_PARTY', 'Jedes Land, der Bund und der Vorsitz können'],
    ['CHAIR', 'Der Vorsitz kann bis dahin'],
  ] as const)('prints who may demand a discussion under %s', async (discussion, sentence) => {
    expect(says((await read({ discussion })).text, sentence)).toBe(true);
  });

  it('says in a later round that earlier votes do not count, and why it is urgent', async () => {
    const { text } = await read({ round: 2, urgencyReason: 'Anschlag vom Vortag' });
    expect(says(text, '2. Runde mit geändertem Text')).toBe(true);
    expect(says(text, 'Stimmen zu früheren Fassungen zählen nicht.')).toBe(true);
    expect(says(text, 'Begründung der Eilbedürftigkeit: Anschlag vom Vortag')).toBe(true);
  });

  it.each([
    [null, 'Nur für den Dienstgebrauch der IMK – nicht öffentlich'],
    ['VS – NUR FÜR DEN DIENSTGEBRAUCH', 'VS – NUR FÜR DEN DIENSTGEBRAUCH'],
  ])('carries the marking of its topic, %s, on every page', async (marking, printed) => {
    const { pages } = await read({ marking });
    expect(pages.every((page) => page.startsWith(printed))).toBe(true);
  });

  it('is tagged and speaks German, and the same letter gives the same bytes', async () => {
    const { isTagged, language, roles } = await read();
    expect({ isTagged, language }).toEqual({ isTagged: true, language: 'de-DE' });
    expect(roles).toEqual(expect.arrayContaining(['H1', 'L', 'LI']));
    const [first, second] = [await renderInvitationPdf(anInvitation()), await renderInvitationPdf(anInvitation())];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
