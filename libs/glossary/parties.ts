/** The 16 Länder in the order in which the chair rotates (domain.md §1). */
export const landCodes = [
  'BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH',
] as const; // prettier-ignore
export type LandCode = (typeof landCodes)[number];

export const BUND = 'BUND';
export const partyCodes = [...landCodes, BUND] as const;
/** A Land or the Bund (Land/Bund). */
export type PartyCode = (typeof partyCodes)[number];

export const partyNames: Readonly<Record<PartyCode, string>> = {
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  BE: 'Berlin',
  BB: 'Brandenburg',
  HB: 'Bremen',
  HH: 'Hamburg',
  HE: 'Hessen',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  SH: 'Schleswig-Holstein',
  TH: 'Thüringen',
  BUND: 'Bund',
};

/** Working committees (Arbeitskreise), AK I to AK VI. */
export const committeeCodes = ['AK1', 'AK2', 'AK3', 'AK4', 'AK5', 'AK6'] as const;
export type CommitteeCode = (typeof committeeCodes)[number];
export type StandingBodyCode = CommitteeCode | 'PRE_CONFERENCE' | 'MAIN_CONFERENCE';
/** A sub-committee (Unterausschuss) or a working group (Arbeitsgruppe): its permanent short name, for example "UA FEK". */
export type SubBodyCode = `UA ${string}` | `AG ${string}`;
/** A body (Gremium). */
export type BodyCode = StandingBodyCode | SubBodyCode;

export const bodyShortNames: Readonly<Record<StandingBodyCode, string>> = {
  AK1: 'AK I',
  AK2: 'AK II',
  AK3: 'AK III',
  AK4: 'AK IV',
  AK5: 'AK V',
  AK6: 'AK VI',
  PRE_CONFERENCE: 'Vorkonferenz',
  MAIN_CONFERENCE: 'Hauptkonferenz',
};

export function isStandingBody(code: string): code is StandingBodyCode {
  return Object.hasOwn(bodyShortNames, code);
}

/** "AK II", "Vorkonferenz", "UA FEK": what a body is called in a sentence, whatever its full name is today. */
export function shortNameOf(code: BodyCode): string {
  return isStandingBody(code) ? bodyShortNames[code] : code;
}

/** The names with which the installation begins; from then on names are data, with days from and to. */
export const bodyNames: Readonly<Record<StandingBodyCode, string>> = {
  AK1: 'Staatsrecht, Verwaltung und Zuwanderung',
  AK2: 'Innere Sicherheit',
  AK3: 'Kommunale Angelegenheiten',
  AK4: 'Verfassungsschutz',
  AK5: 'Feuerwehrangelegenheiten, Rettungswesen, Katastrophenschutz und zivile Verteidigung',
  AK6: 'Organisation, öffentliches Dienstrecht und Personal',
  PRE_CONFERENCE: 'Vorkonferenz der Staatssekretärinnen und Staatssekretäre',
  MAIN_CONFERENCE: 'Ständige Konferenz der Innenminister und -senatoren der Länder',
};
