import {
  committeeCodes,
  isStandingBody,
  landCodes,
  type BodyCode,
  type LandCode,
  type PartyCode,
  type StandingBodyCode,
} from '#glossary';
import type { Assignment } from './actor.js';

const SYSTEM_CODE = 0;
const BUND_AUDIENCE = 17;
const FIRST_COMMITTEE_AUDIENCE = 101;
const FIRST_SUB_BODY_AUDIENCE = 1_000;
/** As many as fit into PostgreSQL's integers, with a minus (guests) and without. */
const SUB_BODY_AUDIENCES = 2_000_000_000;
const OFFICERS_OF_STANDING_BODIES = 200;
const FIRST_SUB_BODY_OFFICERS = FIRST_SUB_BODY_AUDIENCE + SUB_BODY_AUDIENCES;
/** What is left of PostgreSQL's integers. */
const SUB_BODY_OFFICERS = 147_000_000;

const landAudiences = Object.fromEntries(landCodes.map((code, index) => [code, index + 1])) as Record<LandCode, number>;
const partyAudiences: Readonly<Record<PartyCode, number>> = { ...landAudiences, BUND: BUND_AUDIENCE };
const bodyAudiences: Readonly<Record<StandingBodyCode, number>> = {
  AK1: FIRST_COMMITTEE_AUDIENCE,
  AK2: FIRST_COMMITTEE_AUDIENCE + 1,
  AK3: FIRST_COMMITTEE_AUDIENCE + 2,
  AK4: FIRST_COMMITTEE_AUDIENCE + 3,
  AK5: FIRST_COMMITTEE_AUDIENCE + 4,
  AK6: FIRST_COMMITTEE_AUDIENCE + 5,
  PRE_CONFERENCE: 110,
  MAIN_CONFERENCE: 111,
};

/** Audience code of the people of a Land or of the Bund; the same number as `parties.audience_code`. */
export function audienceOfParty(code: PartyCode): number {
  return partyAudiences[code];
}

/** Audience code of the people of a body; the same number as `bodies.audience_code`. */
export function audienceOfBody(code: BodyCode): number {
  return isStandingBody(code) ? bodyAudiences[code] : FIRST_SUB_BODY_AUDIENCE + (hashOf(code) % SUB_BODY_AUDIENCES);
}

/**
 * Audience code of those who chair a body or keep its business, for what its members do not see yet; given besides that
 * of the body. The function `audience_of_officers` (migration) says the same.
 */
export function audienceOfOfficers(code: BodyCode): number {
  const body = audienceOfBody(code);
  if (isStandingBody(code)) return body + OFFICERS_OF_STANDING_BODIES;
  return FIRST_SUB_BODY_OFFICERS + ((body - FIRST_SUB_BODY_AUDIENCE) % SUB_BODY_OFFICERS);
}

/** FNV-1a: the same number for the same short name, in every process and for ever. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Audience code of the guests of a body (BKA, DHPol, BfV): given deliberately to what the body deals with, and no more. */
export function audienceOfGuests(code: BodyCode): number {
  return -audienceOfBody(code);
}

/** Audience code of everybody's guests: what they need to find their way, for example that a conference takes place. */
export const GUESTS_AUDIENCE = 203;

/** Audience code of the technical administration: for how the installation works, and for no record of the procedure. */
export const TECHNICIANS_AUDIENCE = 204;

/** Audience codes of the two offices that belong to no single party and no single body. */
export const OFFICE_AUDIENCE = { SECRETARIAT: 201, CHAIR: 202 } as const;

/** The 16 Länder and the Bund, without the system: add what else belongs to the record. */
export const ALL_PARTIES_AUDIENCE: readonly number[] = Object.values(partyAudiences);

/** Everybody with a part in the procedure and the system; guests, technical administrators and the public are not. */
export const ALL_AUDIENCE: readonly number[] = [
  SYSTEM_CODE,
  ...ALL_PARTIES_AUDIENCE,
  ...committeeCodes.map(audienceOfBody),
  audienceOfBody('PRE_CONFERENCE'),
  audienceOfBody('MAIN_CONFERENCE'),
  ...Object.values(OFFICE_AUDIENCE),
];

/** The audiences a person belongs to by these assignments, while `chairParty` holds the chair. */
export function audienceOfAssignments(assignments: readonly Assignment[], chairParty: PartyCode | null): number[] {
  const codes = assignments.map((assignment) => audienceOfAssignment(assignment, chairParty));
  return [...new Set(codes.flat())].sort((left, right) => left - right);
}

/** For what follows a record that guests may see and is not for them: a ballot on a topic, a vote, a resolution. */
export function withoutGuests(audience: readonly number[]): readonly number[] {
  return audience.filter((code) => code >= SYSTEM_CODE && code !== GUESTS_AUDIENCE);
}

function audienceOfAssignment({ role, party, body }: Assignment, chairParty: PartyCode | null): readonly number[] {
  switch (role) {
    case 'SECRETARIAT':
      return [OFFICE_AUDIENCE.SECRETARIAT];
    case 'CHAIR':
      return party !== null && party === chairParty ? [OFFICE_AUDIENCE.CHAIR] : [];
    case 'PARTY_COORDINATOR':
    case 'PARTY_EXPERT':
    case 'READER':
      return party === null ? [] : [audienceOfParty(party)];
    case 'COMMITTEE_CHAIR':
    case 'COMMITTEE_SECRETARY':
      return body === null ? [] : [audienceOfBody(body), audienceOfOfficers(body)];
    case 'COMMITTEE_MEMBER':
      return body === null ? [] : [audienceOfBody(body)];
    case 'GUEST':
      return body === null ? [] : [audienceOfGuests(body), GUESTS_AUDIENCE];
    case 'ADMIN':
      return [TECHNICIANS_AUDIENCE];
  }
}
