import type { BodyCode, CommitteeCode, PartyCode, Role } from '#glossary';
import type { Capacities } from '#platform/lifecycle';
import type { Actor, Assignment } from './actor.js';
import { assignmentsInForce, capacitiesOn, WHOLE_CONFERENCE } from './capacities.js';
import type { Capacity } from '#glossary';

/** What a person is entrusted with, as a record of its own with a history. */
export interface AssignmentRecord extends Assignment {
  readonly id: string;
  readonly personId: string;
  /** The assignment this one stands in for; null for one's own. */
  readonly deputyOf: string | null;
  readonly revision: number;
}

export const assignmentStateNames = { ACTIVE: 'Besteht', ENDED: 'Beendet' } as const;
export type AssignmentState = keyof typeof assignmentStateNames;

/** Planned ones count as active; they end like others. */
export function stateOfAssignment({ validTo }: Pick<Assignment, 'validTo'>, today: string): AssignmentState {
  return validTo !== null && validTo < today ? 'ENDED' : 'ACTIVE';
}

/** Where an assignment belongs, and under which committee a sub-body stands. */
export interface AssignmentPlace {
  readonly role: Role;
  readonly party: PartyCode | null;
  readonly body: BodyCode | null;
  readonly committee: CommitteeCode | null;
}

/** What a party's coordination gives to its own people; the coordination itself only to deputies. */
export const rolesGivenByCoordinators: readonly Role[] = ['PARTY_EXPERT', 'READER'];
/** What the chair of a committee gives in the committee and in the bodies under it. */
export const rolesGivenByCommitteeChairs: readonly Role[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'GUEST'];

/** In which capacities the actor acts on assignments of this place: of the own party and the own committee only. */
export function capacitiesOnAssignment(actor: Actor, place: AssignmentPlace): Capacities<Capacity> {
  const { party, body, committee } = place;
  const committees = [body, committee].filter((code) => code !== null);
  const record = { ...WHOLE_CONFERENCE, leadCommittee: committees.find((code) => chairs(actor, code)) ?? null };
  const capacities = capacitiesOn(actor, record);
  const isOwnParty = assignmentsInForce(actor).some(
    (own) => own.role === 'PARTY_COORDINATOR' && party !== null && own.party === party,
  );
  if (isOwnParty) return capacities;
  const others = new Set([...capacities].filter((capacity) => capacity !== 'PARTY_COORDINATOR'));
  return Object.assign(others, { names: new Map(capacities.names) });
}

function chairs(actor: Actor, code: BodyCode): boolean {
  return assignmentsInForce(actor).some(({ role, body }) => role === 'COMMITTEE_CHAIR' && body === code);
}
