import {
  type BodyCode,
  type BodyKind,
  bodyNames,
  BUND,
  type CommitteeCode,
  committeeCodes,
  isStandingBody,
  type PartyCode,
  partyCodes,
  partyNames,
  type SubBodyCode,
} from '#glossary';

export const partyKindNames = { LAND: 'Land', BUND: 'Bund' } as const;
export type PartyKind = keyof typeof partyKindNames;

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

const SUB_BODY_CODE = /^(UA|AG) [\p{L}\p{N}][\p{L}\p{N}. /-]{0,28}$/u;

/** Whether this could be the permanent short name of a sub-committee or a working group. */
export function isSubBodyCode(code: string): code is SubBodyCode {
  return SUB_BODY_CODE.test(code) && !/ {2}| $/.test(code);
}

/** Whether a body may be called that; whether there is one, the table of bodies knows. */
export function isBodyCode(code: string): code is BodyCode {
  return isStandingBody(code) || isSubBodyCode(code);
}

export function isCommitteeCode(code: string): code is CommitteeCode {
  return committeeCodes.some((known) => known === code);
}

export function partyOf(code: PartyCode): Party {
  return { code, name: partyNames[code], kind: code === BUND ? 'BUND' : 'LAND' };
}

/** "UA …" is a sub-committee, "AG …" a working group. */
export function kindOfSubBody(code: SubBodyCode): BodyKind {
  return code.startsWith('UA ') ? 'SUB_COMMITTEE' : 'WORKING_GROUP';
}

/** A body by its code alone; a sub-body by its short name, for its full name is data. */
export function bodyOf(code: BodyCode): Body {
  if (!isStandingBody(code)) return { code, name: code, kind: kindOfSubBody(code) };
  return { code, name: bodyNames[code], kind: isCommitteeCode(code) ? 'WORKING_COMMITTEE' : code };
}
