import type { BodyCode, PartyCode, Role } from '#glossary';

/** What a person is entrusted with: a role for a party or in a body, for a time. Days are Berlin days, both inclusive. */
export interface Assignment {
  readonly role: Role;
  readonly party: PartyCode | null;
  readonly body: BodyCode | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Who acts. Made anew for every request: what the person may do today need not hold tomorrow. */
export interface Actor {
  /** Null for the system alone. */
  readonly personId: string | null;
  readonly name: string;
  /** Valid today. */
  readonly assignments: readonly Assignment[];
  /** Audience codes the actor belongs to; row-level security lets these rows be seen. */
  readonly audience: readonly number[];
  /** The Land that chairs the conference today, whoever the actor is. */
  readonly chairParty: PartyCode | null;
  /** The request in which the actor acts, when there is one. */
  readonly requestId?: string | null;
}

/** The system acting by itself, for example when a deadline closes a procedure. */
export const SYSTEM: Actor = { personId: null, name: 'System', assignments: [], audience: [0], chairParty: null };

export function isSystem(actor: Actor): boolean {
  return actor.personId === null && actor.audience.includes(0);
}
