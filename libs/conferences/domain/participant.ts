import type { Attendance, BodyCode, ParticipantRole, ParticipantState, PartyCode } from '#glossary';

/** Somebody who takes part in a session, for a party, for a body, or as a guest of all. */
export interface Participant {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  /** "Staatssekretärin", "Präsident des BKA". */
  readonly office: string | null;
  readonly party: PartyCode | null;
  readonly body: BodyCode | null;
  readonly role: ParticipantRole;
  readonly attendance: Attendance;
  readonly state: ParticipantState;
  readonly revision: number;
}

export type AnnouncedParticipant = Pick<Participant, 'name' | 'office' | 'party' | 'body' | 'role'>;

/** Who speaks and votes for a party in a session from a day on, until somebody else is named. */
export interface Representation {
  readonly sessionId: string;
  readonly party: PartyCode;
  readonly number: number;
  readonly day: string;
  readonly name: string;
  readonly office: string;
  readonly namedBy: string;
  readonly namedAt: Date;
}

export type NamedRepresentative = Pick<Representation, 'party' | 'day' | 'name' | 'office'>;

/**
 * Who sits for each party on a day. Naming somebody counts from the named day on; of several for the same day the last
 * one counts.
 */
export function representativesOn(
  representations: readonly Representation[],
  day: string,
): ReadonlyMap<PartyCode, Representation> {
  const inOrder = [...representations]
    .filter((each) => each.day <= day)
    .sort((left, right) => left.day.localeCompare(right.day) || left.number - right.number);
  return new Map(inOrder.map((each) => [each.party, each]));
}
