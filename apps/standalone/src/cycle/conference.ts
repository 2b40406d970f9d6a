import { DateTime } from 'luxon';
import { z } from 'zod';
import { partyNames, type PartyCode } from '#glossary';
import { proposedChair } from '#organisation';
import { SystemClock, ZONE } from '#platform/clock';
import type { Stage } from './stage.js';

export interface CycleConference {
  readonly id: string;
  readonly registrationEndsAt: Date;
  /** The part of the mail address before the @ of today's chair. */
  readonly chair: string;
}

const clock = new SystemClock();

const WEEKS_AHEAD = 3;
/** Long enough to register thirteen topics in time, short enough to wait for the late one. */
const REGISTRATION_SECONDS = 25;

const viewerShape = z.object({ viewer: z.object({ today: z.string(), chair: z.object({ code: z.string() }) }) });
const conferenceShape = z.object({ conference: z.object({ id: z.string(), title: z.string() }) });

/** The secretariat plans a conference whose registration soon ends, with the sessions of its bodies. */
export async function planTheConference(stage: Stage): Promise<CycleConference> {
  const secretariat = await stage.as('geschaeftsstelle');
  const { viewer } = viewerShape.parse(await secretariat.ask('{ viewer { today chair { code } } }'));
  const first = DateTime.fromISO(viewer.today, { zone: ZONE }).plus({ weeks: WEEKS_AHEAD });
  const registrationEndsAt = new Date(clock.now().getTime() + REGISTRATION_SECONDS * 1000);
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
