import type { BodyCode, SessionMode, SessionState } from '#glossary';
import { bodyNameIn, type ConferenceNames } from './conference-profile.js';

/** One body meeting for a conference, or several together. */
export interface Session {
  readonly id: string;
  readonly conferenceId: string;
  /** The body that leads: the first of `bodies`. */
  readonly body: BodyCode;
  readonly bodies: readonly BodyCode[];
  /** Running number of the body's sessions, entered by hand; many carry none. */
  readonly number: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
  readonly state: SessionState;
  /** When the invitation that holds was sent; null before, and again once the session was moved. */
  readonly invitedAt: Date | null;
  /** Ballots opened in it whose result is not determined yet. */
  readonly pendingBallots: number;
  readonly revision: number;
}

/** What was said in an invitation. It stays as it was sent, whatever becomes of the session. */
export interface SessionInvitation {
  readonly number: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
  readonly mode: SessionMode;
  readonly note: string | null;
  readonly invitedBy: string;
  readonly invitedAt: Date;
}

/** "Hauptkonferenz", "89. Sitzung AK II", "AK II mit AK IV". */
export function titleOfSession({ bodies, number }: Pick<Session, 'bodies' | 'number'>, names: ConferenceNames): string {
  const [lead = '', ...others] = bodies.map((body) => bodyNameIn(names, body));
  const together = others.length === 0 ? lead : `${lead} mit ${others.join(', ')}`;
  return number === null ? together : `${number}. Sitzung ${together}`;
}

/** Bodies of the conference as a whole; every other body is a committee with a chair of its own. */
export function isOfWholeConference(body: BodyCode): boolean {
  return body === 'MAIN_CONFERENCE' || body === 'PRE_CONFERENCE';
}
