import type { BodyCode, LandCode, PartyCode, Role } from '#glossary';
import { audienceOfAssignments, type Actor, type Assignment } from '#organisation';

export interface ActorTraits {
  readonly role: Role;
  readonly party?: PartyCode;
  readonly body?: BodyCode;
  /** Who holds the chair; Hamburg, as in 2026, unless said otherwise. */
  readonly chairParty?: LandCode;
  /** Needed when what the actor does is written down: a row of `people`. */
  readonly personId?: string;
  readonly name?: string;
}

const SOMEBODY = '00000000-0000-7000-8000-000000000001';

/** Somebody with one assignment. A chair acts for the chairing Land unless a party is given. */
export function actorAs({ role, party, body, chairParty = 'HH', personId = SOMEBODY, name }: ActorTraits): Actor {
  const assignment: Assignment = {
    role,
    party: party ?? (role === 'CHAIR' ? chairParty : null),
    body: body ?? null,
    validFrom: '2020-01-01',
    validTo: null,
  };
  return {
    personId,
    name: name ?? 'Kim Beispiel',
    assignments: [assignment],
    audience: audienceOfAssignments([assignment], chairParty),
    chairParty,
  };
}

/** Several hats on one head, for example the coordinator of the chairing Land who also chairs. */
export function actorWith(first: Actor, ...others: readonly Actor[]): Actor {
  const assignments = [first, ...others].flatMap((actor) => actor.assignments);
  return { ...first, assignments, audience: audienceOfAssignments(assignments, first.chairParty) };
}
