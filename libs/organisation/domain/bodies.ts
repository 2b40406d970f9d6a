import {
  BUND,
  bodyNames,
  committeeCodes,
  partyCodes,
  partyNames,
  type BodyCode,
  type CommitteeCode,
  type PartyCode,
} from '#glossary';

export const partyKindNames = { LAND: 'Land', BUND: 'Bund' } as const;
export type PartyKind = keyof typeof partyKindNames;

export const bodyKindNames = {
  WORKING_COMMITTEE: 'Arbeitskreis',
  PRE_CONFERENCE: 'Vorkonferenz',
  MAIN_CONFERENCE: 'Hauptkonferenz',
  SUB_COMMITTEE: 'Unterausschuss',
  WORKING_GROUP: 'Arbeitsgruppe',
} as const;
export type BodyKind = keyof typeof bodyKindNames;

export interface Party {
  readonly code: PartyCode;
  readonly name: string;
  readonly kind: PartyKind;
}

export interface Body {
  readonly code: BodyCode;
  readonly name: string;
  readonly kind: BodyKind;
}

export function isPartyCode(code: string): code is PartyCode {
  return partyCodes.some((known) => known === code);
}

export function isBodyCode(code: string): code is BodyCode {
  return Object.hasOwn(bodyNames, code);
}

export function isCommitteeCode(code: string): code is CommitteeCode {
  return committeeCodes.some((known) => known === code);
}

export function partyOf(code: PartyCode): Party {
  return { code, name: partyNames[code], kind: code === BUND ? 'BUND' : 'LAND' };
}

export function bodyOf(code: BodyCode): Body {
  return { code, name: bodyNames[code], kind: isCommitteeCode(code) ? 'WORKING_COMMITTEE' : code };
}
