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
}

const clock = new SystemClock();

const WEEKS_AHEAD = 3;
/** Long enough to register thirteen topics in time, short enough to wait for the late one: as many sign-ins as these. */
const SIGN_INS_TO_REGISTER = 100;
const SHORTEST_REGISTRATION = 15_000;

const viewerShape = z.object({ viewer: z.object({ today: z.string(), chair: z.object({ code: z.string() }) }) });
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

/** The secretariat plans a conference whose registration soon ends, with the sessions of its bodies. */
export async function planTheConference(stage: Stage): Promise<CycleConference> {
  const secretariat = await stage.as('geschaeftsstelle');
  const { viewer } = viewerShape.parse(await secretariat.ask('{ viewer { today chair { code } } }'));
  const first = DateTime.fromISO(viewer.today, { zone: ZONE }).plus({ weeks: WEEKS_AHEAD });
  const patience = Math.max(SHORTEST_REGISTRATION, (await signInEverybody(stage)) * SIGN_INS_TO_REGISTER);
  const registrationEndsAt = new Date(clock.now().getTime() + patience);
  const day = (days: number): string => first.plus({ days }).toFormat('yyyy-MM-dd');
  const chair: PartyCode = proposedChair(first.year);
  const planned = await stage.act(
    'geschaeftsstelle',
    'planConference',
    {
      season: 'SPECIAL',
      year: first.year,
      place: partyNames[chair],
      startsOn: day(0),
      endsOn: day(2),
      chair,
      registrationDeadline: registrationEndsAt,
      directRegistrationDeadline: registrationEndsAt,
    },
    'conference { id title }',
  );
  const { conference } = conferenceShape.parse(planned);
  const sessions = [
    { body: 'PRE_CONFERENCE', startsOn: day(-14), endsOn: day(-13) },
    { body: 'MAIN_CONFERENCE', startsOn: day(0), endsOn: day(2) },
  ];
  for (const session of sessions) {
    await stage.act(
      'geschaeftsstelle',
      'planSession',
      { conferenceId: conference.id, mode: 'IN_PERSON', ...session },
      'session { id }',
    );
  }
  stage.report(`geplant: ${conference.title}, Anmeldung bis ${registrationEndsAt.toISOString()}`);
  return { id: conference.id, registrationEndsAt, chair: `vorsitz.${viewer.chair.code.toLowerCase()}` };
}
