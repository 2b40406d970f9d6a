import { seasonNames, type BodyCode, type PartyCode, type Season, type SessionMode } from '#glossary';

/** One half-yearly cycle, from the first registration to the last resolution of its main conference. */
export interface Conference {
  readonly id: string;
  /** Entered by hand; some special sessions carry none. */
  readonly number: number | null;
  readonly season: Season;
  readonly year: number;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly chair: PartyCode;
  /** Until then topics that pass through a committee are registered. */
  readonly registrationDeadline: Date;
  /** Until then topics that go directly to the pre-conference are registered. */
  readonly directRegistrationDeadline: Date;
  readonly revision: number;
}

export const sessionStateNames = { PLANNED: 'Geplant' } as const;
export type SessionState = keyof typeof sessionStateNames;

/** A body meeting for a conference. */
export interface Session {
  readonly id: string;
  readonly conferenceId: string;
  readonly body: BodyCode;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
  readonly state: SessionState;
}

/** How the vote of a Land that has not voted is taken. */
export type SilenceRule = 'ALL_MUST_VOTE' | 'SILENCE_IS_ABSTENTION' | 'SILENCE_IS_CONSENT';

/** What differs between conferences of ministers. Deadlines count in weeks before the first day. */
export interface ConferenceProfile {
  readonly code: string;
  readonly registrationWeeks: number;
  readonly directRegistrationWeeks: number;
  /** So many Länder must say yes at least; abstention alone adopts nothing. */
  readonly minYes: number;
  /** In its sessions; a written procedure names its own rule in the invitation. */
  readonly silenceRule: SilenceRule;
}

/** "225. Sitzung, Frühjahr 2027, Hamburg". */
export function titleOf({
  number,
  season,
  year,
  place,
}: Pick<Conference, 'number' | 'season' | 'year' | 'place'>): string {
  const parts = [number === null ? null : `${number}. Sitzung`, `${seasonNames[season]} ${year}`, place];
  return parts.filter((part) => part !== null).join(', ');
}
