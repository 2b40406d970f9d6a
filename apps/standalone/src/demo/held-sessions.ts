import { DateTime } from 'luxon';
import { partyCodes, type PartyCode } from '#glossary';
import {
  isOfWholeConference,
  ParticipantTransitionHandler,
  Sessions,
  SessionTransitionHandler,
  type Session,
  type SessionTransition,
} from '#conferences';
import { SYSTEM } from '#organisation';
import { berlinDay } from '#platform/clock';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { CHAIR } from './paper-acts.js';

const INVITED_DAYS_BEFORE = 21;
const INVITED_TO_SPECIAL = 5;
const [MORNING, NOON, AFTERNOON] = [9 * 60, 12 * 60, 16 * 60];

/** People nobody has met, one for each Land and the Bund in their order. */
const names: Readonly<Record<PartyCode, readonly [minister: string, stateSecretary: string]>> = {
  BW: ['Clemens Ahrendt', 'Sabine Ruoff'],
  BY: ['Veronika Hartinger', 'Ludwig Zeiler'],
  BE: ['Murat Senger', 'Dorothee Falk'],
  BB: ['Katja Lindow', 'Ralf Prenzel'],
  HB: ['Hinnerk Logemann', 'Frauke Meier-Dorn'],
  HH: ['Johanna Petersen', 'Arne Willer'],
  HE: ['Thomas Reuland', 'Birgit Scholl'],
  MV: ['Silke Wendt', 'Gunnar Haase'],
  NI: ['Jens Ostendorp', 'Meike Brandes'],
  NW: ['Petra Vossen', 'Georg Kempkes'],
  RP: ['Anke Wirth', 'Stefan Molitor'],
  SL: ['Pascal Krämer', 'Isabelle Motz'],
  SN: ['Uwe Haubold', 'Kerstin Zschau'],
  ST: ['Marlies Quandt', 'Heiko Bode'],
  SH: ['Inga Carstens', 'Broder Hansen'],
  TH: ['Wolfram Keil', 'Astrid Nolde'],
  BUND: ['Regina Thalberg', 'Dr. Martin Osswald'],
};

/** Invitations, participants and representatives of the current conference; what lies behind has been held. */
export async function holdSessions(stage: DemoStage, conferenceId: string, calendar: DemoCalendar): Promise<void> {
  const sessions = await stage.database.read(SYSTEM, (tx) => new Sessions().sessionsOf(tx, conferenceId));
  for (const session of sessions) await hold(stage, session, calendar);
}

/** The ministers have been called to a special session, which the chair has opened: they vote in it. */
export async function openSpecialSession(
  stage: DemoStage,
  conferenceId: string,
  calendar: DemoCalendar,
): Promise<void> {
  const sessions = await stage.database.read(SYSTEM, (tx) => new Sessions().sessionsOf(tx, conferenceId));
  for (const session of sessions) {
    const invitedAt = instantOf(calendar.ago(INVITED_TO_SPECIAL), NOON);
    if (session.state === 'PLANNED') await act(stage, session, 'inviteToSession', invitedAt, 'geschaeftsstelle');
    await announceAll(stage, session, invitedAt);
    const isToBeOpened = session.state === 'PLANNED' || session.state === 'INVITED';
    if (isToBeOpened) await act(stage, session, 'openSession', instantOf(session.startsOn, MORNING), CHAIR);
  }
}

async function hold(stage: DemoStage, session: Session, { begunAt }: DemoCalendar): Promise<void> {
  const planned = DateTime.fromISO(session.startsOn).minus({ days: INVITED_DAYS_BEFORE }).toFormat('yyyy-MM-dd');
  const yesterday = berlinDay(new Date(begunAt.getTime() - 24 * 3_600_000));
  const invitedAt = instantOf(planned < yesterday ? planned : yesterday, MORNING);
  const { state } = session;
  if (state === 'PLANNED') await act(stage, session, 'inviteToSession', invitedAt, 'geschaeftsstelle');
  if (isOfWholeConference(session.body)) return announceAll(stage, session, invitedAt);
  if (session.endsOn >= berlinDay(begunAt)) return;
  const chair = `vorsitz.${session.body.toLowerCase()}`;
  const isToBeOpened = state === 'PLANNED' || state === 'INVITED';
  if (isToBeOpened) await act(stage, session, 'openSession', instantOf(session.startsOn, NOON), chair);
  if (!isToBeOpened && state !== 'IN_PROGRESS') return;
  await act(stage, session, 'concludeSession', instantOf(session.endsOn, AFTERNOON), chair);
}

/** A start that was killed goes on where it was: who is announced, or sits for a Land, is not named again. */
async function namedIn(stage: DemoStage, sessionId: string): Promise<ReadonlyMap<'announced' | 'sits', Set<string>>> {
  const columns = { announced: 'session_participants', sits: 'session_representations' } as const;
  return stage.database.read(SYSTEM, async (tx) => {
    const named = new Map<'announced' | 'sits', Set<string>>();
    for (const [what, table] of Object.entries(columns)) {
      const rows = await tx.query<{ party: string }>(`SELECT party_code AS party FROM ${table} WHERE session_id = $1`, [
        sessionId,
      ]);
      named.set(what as 'announced' | 'sits', new Set(rows.map(({ party }) => party)));
    }
    return named;
  });
}

async function act(
  stage: DemoStage,
  { id: sessionId }: Session,
  action: SessionTransition['action'],
  at: Date,
  mailbox: string,
): Promise<void> {
  const actor = await stage.as(mailbox, at);
  permitted(action, await stage.handler(SessionTransitionHandler).execute(actor, { sessionId, action }));
}

/** State secretaries come to the pre-conference, ministers to the main conference. */
async function announceAll(stage: DemoStage, session: Session, at: Date): Promise<void> {
  const isMain = session.body === 'MAIN_CONFERENCE';
  const named = await namedIn(stage, session.id);
  for (const party of partyCodes) {
    const actor = await stage.as(`koordination.${party.toLowerCase()}`, at);
    const [minister, stateSecretary] = names[party];
    const [name, office] = isMain ? [minister, 'Innenressort, Leitung'] : [stateSecretary, 'Staatssekretariat'];
    const participants = stage.handler(ParticipantTransitionHandler);
    const head = { name, office, party, body: null, role: 'HEAD_OF_DELEGATION' } as const;
    if (named.get('announced')?.has(party) !== true) {
      permitted('announceParticipant', await participants.announce(actor, session.id, head));
    }
    if (named.get('sits')?.has(party) === true) continue;
    const representative = { party, day: session.startsOn, name, office };
    const naming = { sessionId: session.id, action: 'nameRepresentative', input: { representative } } as const;
    permitted('nameRepresentative', await stage.handler(SessionTransitionHandler).execute(actor, naming));
  }
}
