import { shortNameOf, partyNames, roleNames } from '#glossary';
import type { Actor, Assignment } from './actor.js';
import { audienceOfAssignments } from './audiences.js';
import { chairOn, type ChairTerm } from './chair-terms.js';
import { isValidOn } from './validity.js';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The person as actor on this Berlin day. At 00:00 on 1 January the chair moves by this and nothing else. */
export function actorOn(
  day: string,
  person: Person,
  assignments: readonly Assignment[],
  terms: readonly ChairTerm[],
): Actor {
  const valid = assignments.filter((assignment) => isValidOn(assignment, day));
  const chairParty = chairOn(terms, day);
  const audience = audienceOfAssignments(valid, chairParty);
  return { personId: person.id, name: person.name, assignments: valid, audience, chairParty };
}

/** "Koordination Hessen", "Vorsitz AK II", "Geschäftsstelle". */
export function labelOfAssignment({ role, party, body }: Pick<Assignment, 'role' | 'party' | 'body'>): string {
  if (body !== null) return `${roleNames[role].replace(' Arbeitskreis', '')} ${shortNameOf(body)}`;
  return party === null ? roleNames[role] : `${roleNames[role]} ${partyNames[party]}`;
}
