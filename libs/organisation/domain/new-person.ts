import { BUND, committeeCodes, roleNames, type BodyCode, type PartyCode, type Role } from '#glossary';
import type { Refusal } from '#platform/lifecycle';
import type { Assignment } from './actor.js';
import { isBodyCode, isPartyCode, isSubBodyCode } from './bodies.js';
import { isDay } from './days.js';

/** Somebody to be entrusted with a role, as an administrator writes it down. */
export interface NewPerson {
  readonly name: string;
  readonly mail: string;
  readonly role: string;
  readonly party: string | null;
  readonly body: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface SoundPerson {
  readonly name: string;
  readonly mail: string;
  readonly assignment: Assignment;
}

const LONGEST_NAME = 200;
const LONGEST_MAIL = 254;
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

const rolesOfParty: readonly Role[] = ['CHAIR', 'PARTY_COORDINATOR', 'PARTY_EXPERT', 'READER'];
const rolesOfCommittee: readonly Role[] = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'];
const rolesOfBody: readonly Role[] = [...rolesOfCommittee, 'GUEST'];

/** Name and mail address as they are kept, or what is wrong about them. */
export function checkNameAndMail(
  given: Pick<NewPerson, 'name' | 'mail'>,
): Pick<SoundPerson, 'name' | 'mail'> | readonly [Refusal, ...Refusal[]] {
  const name = given.name.trim().replace(/\s+/g, ' ');
  const mail = given.mail.trim();
  const [first, ...others] = [...problemsOfName(name), ...problemsOfMail(mail)];
  return first === undefined ? { name, mail } : [first, ...others];
}

/** The person with the assignment, or everything that is wrong about it. */
export function checkNewPerson(person: NewPerson): SoundPerson | readonly [Refusal, ...Refusal[]] {
  const name = person.name.trim().replace(/\s+/g, ' ');
  const mail = person.mail.trim();
  const { role, party, body, validFrom, validTo } = person;
  const [first, ...others] = [
    ...problemsOfName(name),
    ...problemsOfMail(mail),
    ...problemsOfRole(role),
    ...problemsOfPlace(role, party, body),
    ...problemsOfValidity(validFrom, validTo),
  ];
  if (first !== undefined) return [first, ...others];
  // What was checked above is no longer any text.
  const place = { role: role as Role, party: party as PartyCode | null, body: body as BodyCode | null };
  return { name, mail, assignment: { ...place, validFrom, validTo } };
}

function problemsOfName(name: string): readonly Refusal[] {
  if (name !== '' && name.length <= LONGEST_NAME) return [];
  return [
    { code: 'NAME_IMPLAUSIBLE', message: `Der Name fehlt oder ist länger als ${LONGEST_NAME} Zeichen.`, field: 'name' },
  ];
}

function problemsOfMail(mail: string): readonly Refusal[] {
  if (MAIL.test(mail) && mail.length <= LONGEST_MAIL) return [];
  return [{ code: 'MAIL_IMPLAUSIBLE', message: `„${mail}“ ist keine E-Mail-Adresse.`, field: 'mail' }];
}

function isRole(role: string): role is Role {
  return Object.hasOwn(roleNames, role);
}

function problemsOfRole(role: string): readonly Refusal[] {
  if (isRole(role)) return [];
  const known = Object.keys(roleNames).join(', ');
  return [{ code: 'UNKNOWN_ROLE', message: `Die Rolle „${role}“ gibt es nicht. Es gibt: ${known}.`, field: 'role' }];
}

/** What does not fit together: a role takes a party, a body or neither. */
export function problemsOfPlace(role: string, party: string | null, body: string | null): readonly Refusal[] {
  if (!isRole(role)) return [];
  return [...problemsOfParty(role, party), ...problemsOfBody(role, body)];
}

function problemsOfParty(role: Role, party: string | null): readonly Refusal[] {
  const problem = (code: string, message: string): readonly Refusal[] => [{ code, message, field: 'party' }];
  const title = roleNames[role];
  if (!rolesOfParty.includes(role)) {
    return party === null ? [] : problem('PARTY_NOT_WANTED', `Zur Rolle „${title}“ gehört kein Land.`);
  }
  if (party === null) return problem('PARTY_MISSING', `Zur Rolle „${title}“ gehört ein Land oder der Bund.`);
  if (!isPartyCode(party)) return problem('UNKNOWN_PARTY', `Das Land „${party}“ gibt es nicht.`);
  return role === 'CHAIR' && party === BUND
    ? problem('CHAIR_IS_A_LAND', 'Den Vorsitz führt ein Land, nicht der Bund.')
    : [];
}

function problemsOfBody(role: Role, body: string | null): readonly Refusal[] {
  const problem = (code: string, message: string): readonly Refusal[] => [{ code, message, field: 'body' }];
  const title = roleNames[role];
  if (!rolesOfBody.includes(role)) {
    return body === null ? [] : problem('BODY_NOT_WANTED', `Zur Rolle „${title}“ gehört kein Gremium.`);
  }
  if (body === null) return problem('BODY_MISSING', `Zur Rolle „${title}“ gehört ein Gremium.`);
  if (!isBodyCode(body)) return problem('UNKNOWN_BODY', `Das Gremium „${body}“ gibt es nicht.`);
  return rolesOfCommittee.includes(role) && !committeeCodes.some((code) => code === body) && !isSubBodyCode(body)
    ? problem('COMMITTEE_WANTED', `Zur Rolle „${title}“ gehört ein Arbeitskreis: ${committeeCodes.join(', ')}.`)
    : [];
}

function problemsOfValidity(validFrom: string, validTo: string | null): readonly Refusal[] {
  const wrong = (day: string, field: string): Refusal => {
    return { code: 'DAY_IMPLAUSIBLE', message: `„${day}“ ist kein Tag; geschrieben wird er als JJJJ-MM-TT.`, field };
  };
  if (!isDay(validFrom)) return [wrong(validFrom, 'validFrom')];
  if (validTo === null) return [];
  if (!isDay(validTo)) return [wrong(validTo, 'validTo')];
  const message = 'Die Aufgabe endet, bevor sie beginnt.';
  return validTo < validFrom ? [{ code: 'ENDS_BEFORE_IT_BEGINS', message, field: 'validTo' }] : [];
}
