import { describe, expect, it } from '@jest/globals';
import { landCodes, type LandCode } from '#glossary';
import { calendarOf, holidaysOfYear } from './holidays.js';

/** Days that move with Easter, and the Wednesday before 23 November, as the calendars of the Länder print them. */
const movable = {
  2024: { friday: '03-29', sunday: '03-31', monday: '04-01', ascension: '05-09', whitSunday: '05-19', whitMonday: '05-20', corpus: '05-30', repentance: '11-20' },
  2025: { friday: '04-18', sunday: '04-20', monday: '04-21', ascension: '05-29', whitSunday: '06-08', whitMonday: '06-09', corpus: '06-19', repentance: '11-19' },
  2026: { friday: '04-03', sunday: '04-05', monday: '04-06', ascension: '05-14', whitSunday: '05-24', whitMonday: '05-25', corpus: '06-04', repentance: '11-18' },
  2027: { friday: '03-26', sunday: '03-28', monday: '03-29', ascension: '05-06', whitSunday: '05-16', whitMonday: '05-17', corpus: '05-27', repentance: '11-17' },
  2028: { friday: '04-14', sunday: '04-16', monday: '04-17', ascension: '05-25', whitSunday: '06-04', whitMonday: '06-05', corpus: '06-15', repentance: '11-22' },
  2029: { friday: '03-30', sunday: '04-01', monday: '04-02', ascension: '05-10', whitSunday: '05-20', whitMonday: '05-21', corpus: '05-31', repentance: '11-21' },
  2030: { friday: '04-19', sunday: '04-21', monday: '04-22', ascension: '05-30', whitSunday: '06-09', whitMonday: '06-10', corpus: '06-20', repentance: '11-20' },
} as const; // prettier-ignore
type Year = keyof typeof movable;
type MovableDay = keyof (typeof movable)[Year];

const everywhere = ['01-01', 'friday', 'monday', '05-01', 'ascension', 'whitMonday', '10-03', '12-25', '12-26'];
const EPIPHANY = '01-06';
const WOMEN = '03-08';
const ASSUMPTION = '08-15';
const CHILDREN = '09-20';
const REFORMATION = '10-31';
const ALL_SAINTS = '11-01';

/**
 * What each Land keeps beyond the nine days of all, by its law on Sundays and holidays. Brandenburg names Easter and Whit
 * Sunday; Hesse makes every Sunday a holiday, which changes no working day. Bavaria as in Munich.
 */
const ownDays: Readonly<Record<LandCode, readonly string[]>> = {
  BW: [EPIPHANY, 'corpus', ALL_SAINTS],
  BY: [EPIPHANY, 'corpus', ASSUMPTION, ALL_SAINTS],
  BE: [WOMEN],
  BB: ['sunday', 'whitSunday', REFORMATION],
  HB: [REFORMATION],
  HH: [REFORMATION],
  HE: ['corpus'],
  MV: [WOMEN, REFORMATION],
  NI: [REFORMATION],
  NW: ['corpus', ALL_SAINTS],
  RP: ['corpus', ALL_SAINTS],
  SL: ['corpus', ASSUMPTION, ALL_SAINTS],
  SN: [REFORMATION, 'repentance'],
  ST: [EPIPHANY, REFORMATION],
  SH: [REFORMATION],
  TH: [CHILDREN, REFORMATION],
};

/** Berlin: the 80th anniversary of the liberation, and the 75th of the uprising of 17 June. */
const once: readonly (readonly [LandCode, string])[] = [
  ['BE', '2025-05-08'],
  ['BE', '2028-06-17'],
];

function official(land: LandCode, year: Year): string[] {
  const isMovable = (day: string): day is MovableDay => Object.hasOwn(movable[year], day);
  const days = [...everywhere, ...ownDays[land]].map((day) => `${year}-${isMovable(day) ? movable[year][day] : day}`);
  const extra = once.filter(([where, day]) => where === land && day.startsWith(String(year))).map(([, day]) => day);
  return [...days, ...extra].toSorted();
}

const years = Object.keys(movable).map((year) => Number(year) as Year);

describe('The holidays of the Länder', () => {
  it.each(landCodes.flatMap((land) => years.map((year) => [land, year] as const)))(
    'of %s in %d are those of its law',
    (land, year) => {
      expect([...holidaysOfYear(land, year).keys()].toSorted()).toEqual(official(land, year));
    },
  );

  it.each([
    ['Augsburg keeps the peace festival', 'BY', 'A', '2026-08-08', true],
    ['Munich does not keep it', 'BY', undefined, '2026-08-08', false],
    ['the mostly Catholic municipalities of Bavaria keep the Assumption', 'BY', 'KATH', '2025-08-15', true],
    ['the others do not', 'BY', 'EVANG', '2025-08-15', false],
    ['parts of the district of Bautzen keep Corpus Christi', 'SN', 'BZ', '2026-06-04', true],
    ['Dresden does not', 'SN', undefined, '2026-06-04', false],
    ['the Eichsfeld keeps Corpus Christi', 'TH', 'EIC', '2026-06-04', true],
    ['parts of the Unstrut-Hainich district do', 'TH', 'UH', '2026-06-04', true],
    ['parts of the Wartburg district do', 'TH', 'WAK', '2026-06-04', true],
    ['Erfurt does not', 'TH', undefined, '2026-06-04', false],
  ] as const)('%s', (_what, land, region, day, kept) => {
    expect(holidaysOfYear(land, Number(day.slice(0, 4)), region).has(day)).toBe(kept);
  });

  it('began where the law began', () => {
    expect(holidaysOfYear('BE', 2018).has('2018-03-08')).toBe(false);
    expect(holidaysOfYear('BE', 2019).has('2019-03-08')).toBe(true);
    expect(holidaysOfYear('MV', 2022).has('2022-03-08')).toBe(false);
    expect(holidaysOfYear('MV', 2023).has('2023-03-08')).toBe(true);
    expect(holidaysOfYear('TH', 2018).has('2018-09-20')).toBe(false);
    expect(holidaysOfYear('TH', 2019).has('2019-09-20')).toBe(true);
  });

  it('are computed for years far away', () => {
    expect(holidaysOfYear('NW', 2099).get('2099-04-10')).toEqual(['Karfreitag']);
  });
});

describe('A nationwide calendar', () => {
  it.each([
    ['2026-10-03', 'ANY_LAND', [{ name: 'Tag der Deutschen Einheit', laender: [] }]],
    ['2026-10-03', 'ALL_LAENDER', [{ name: 'Tag der Deutschen Einheit', laender: [] }]],
    ['2026-11-18', 'ANY_LAND', [{ name: 'Buß- und Bettag', laender: ['SN'] }]],
    ['2026-11-18', 'ALL_LAENDER', []],
    ['2025-08-08', 'ANY_LAND', []],
    ['2025-05-08', 'ANY_LAND', [{ name: 'Tag der Befreiung (80. Jahrestag)', laender: ['BE'] }]],
  ] as const)('knows on %s by the rule %s what is kept and by whom', (day, rule, expected) => {
    expect(calendarOf(rule).holidaysOn(day)).toEqual(expected);
  });

  it('names the Länder of a day that some keep', () => {
    const [reformation] = calendarOf('ANY_LAND').holidaysOn('2028-10-31');
    expect(reformation?.laender).toEqual(['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH']);
  });
});
