import { DateTime } from 'luxon';
import { z } from 'zod';
import { landCodes, partyNames, type PartyCode } from '#glossary';
import { proposedChair } from '#organisation';
import { SystemClock, ZONE } from '#platform/clock';
import { historicTopics } from '../demo/historic-topics.js';
import type { Stage } from './stage.js';

export interface CycleConference {
  readonly id: string;
  readonly registrationEndsAt: Date;
  /** The part of the mail address before the @ of today's chair. */
  readonly chair: string;
  /** The session at whose table is voted. */
  readonly mainSessionId: string;
}

const clock = new SystemClock();

/** Long enough to register thirteen topics in time, short enough to wait for the late one: as many sign-ins as these. */
const SIGN_INS_TO_REGISTER = 100;
const SHORTEST_REGISTRATION = 15_000;

const viewerShape = z.object({ viewer: z.object({ today: z.string(), chair: z.object({ code: z.string() }) }) });
const SESSION = 'session { id revision }';
const sessionShape = z.object({ session: z.object({ id: z.string(), revision: z.number() }) });
const conferenceShape = z.object({ conference: z.object({ id: z.string(), title: z.string() }) });

/** Signs in who registers and votes. Answers how many milliseconds a sign-in takes on this machine, today. */
async function signInEverybody(stage: Stage): Promise<number> {
  const registrants = historicTopics.map(({ registrants: [first] }) => `fachreferat.${first.toLowerCase()}`);
  const voters = [...landCodes, 'BUND'].map((party) => `koordination.${party.toLowerCase()}`);
  const names = [...new Set([...registrants, ...voters])];
  const begunAt = clock.now().getTime();
  for (const name of names) await stage.as(name);
  stage.report(`${names.length} Personen angemeldet`);
  return (clock.now().getTime() - begunAt) / names.length;
}

/** The secretariat plans a special session for today, with topics registered until the last moment. */
export async function planTheConference(stage: Stage): Promise<CycleConference> {
  const secretariat = await stage.as('geschaeftsstelle');
  const { viewer } = viewerShape.parse(await secretariat.ask('{ viewer { today chair { code } } }'));
  const first = DateTime.fromISO(viewer.today, { zone: ZONE });
  const patience = Math.max(SHORTEST_REGISTRATION, (await signInEverybody(stage)) * SIGN_INS_TO_REGISTER);
  const registrationEndsAt = new Date(clock.now().getTime() + patience);
  const startsOn = first.toFormat('yyyy-MM-dd');
  const endsOn = DateTime.min(first.plus({ days: 2 }), first.endOf('year')).toFormat('yyyy-MM-dd');
  const chair: PartyCode = proposedChair(first.year);
  const planned = await stage.act(
    'geschaeftsstelle',
    'planConference',
    {
      season: 'SPECIAL',
      year: first.year,
      place: partyNames[chair],
      startsOn,
      endsOn,
      chair,
      registrationDeadline: registrationEndsAt,
      directRegistrationDeadline: registrationEndsAt,
    },
    'conference { id title }',
  );
  const { conference } = conferenceShape.parse(planned);
  const sessions = [
    { body: 'PRE_CONFERENCE', startsOn, endsOn: startsOn },
    { body: 'MAIN_CONFERENCE', startsOn, endsOn },
  ];
  let mainSessionId = '';
  for (const session of sessions) {
    const asked = { conferenceId: conference.id, mode: 'VIDEO', ...session };
    mainSessionId = sessionShape.parse(await stage.act('geschaeftsstelle', 'planSession', asked, SESSION)).session.id;
  }
  stage.report(`geplant: ${conference.title}, Anmeldung bis ${registrationEndsAt.toISOString()}`);
  return { id: conference.id, registrationEndsAt, mainSessionId, chair: `vorsitz.${viewer.chair.code.toLowerCase()}` };
}

/** Before the session is opened nobody votes; once it is, everybody can. */
export async function openTheSession(
  stage: Stage,
  { chair, mainSessionId }: CycleConference,
  itemId: string,
): Promise<void> {
  const presiding = await stage.as(chair);
  await presiding.mustBeRefused('openBallot', { agendaItemId: itemId }, 'SESSION_NOT_IN_PROGRESS');
  const planned = { sessionId: mainSessionId, expectedRevision: 1 };
  const invited = sessionShape.parse(await stage.act('geschaeftsstelle', 'inviteToSession', planned, SESSION)).session;
  await stage.act(chair, 'openSession', { sessionId: mainSessionId, expectedRevision: invited.revision }, SESSION);
  stage.report('Sitzung eröffnet');
}

/** The session is over, and with it the period for objections to releases. */
export async function concludeTheSession(stage: Stage, { chair, mainSessionId }: CycleConference): Promise<void> {
  const presiding = await stage.as(chair);
  const query = 'query ($id: ID!) { session(id: $id) { id revision } }';
  const { session } = sessionShape.parse(await presiding.ask(query, { id: mainSessionId }));
  await stage.act(chair, 'concludeSession', { sessionId: session.id, expectedRevision: session.revision }, SESSION);
  stage.report('Sitzung geschlossen');
}
