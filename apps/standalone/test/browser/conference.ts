import { DateTime } from 'luxon';
import { z } from 'zod';
import { proposedChair } from '#organisation';
import { ZONE } from '#platform/clock';
import { Person } from '../../src/cycle/person.js';

/** A special session open for registrations, whatever the demonstration holds today. */
export interface PlannedConference {
  readonly id: string;
  readonly title: string;
  readonly startsOn: string;
  /** The part of the mail address before the @ of the person who chairs today. */
  readonly chairMailbox: string;
}

const viewerShape = z.object({ viewer: z.object({ today: z.string(), chair: z.object({ code: z.string() }) }) });
const plannedShape = z.object({ conference: z.object({ id: z.string(), title: z.string(), startsOn: z.string() }) });
const WEEKS_AHEAD = 3;

export async function planConference(address: string): Promise<PlannedConference> {
  const secretariat = await Person.signIn(address, 'geschaeftsstelle@konferenzmappe.example');
  const { viewer } = viewerShape.parse(await secretariat.ask('{ viewer { today chair { code } } }'));
  const today = DateTime.fromISO(viewer.today, { zone: ZONE });
  const day = today.plus({ weeks: WEEKS_AHEAD });
  const deadline = today.plus({ weeks: 1 }).toJSDate();
  const planned = await secretariat.act(
    'planConference',
    {
      season: 'SPECIAL',
      year: day.year,
      startsOn: day.toISODate(),
      endsOn: day.toISODate(),
      chair: proposedChair(day.year),
      registrationDeadline: deadline,
      directRegistrationDeadline: deadline,
    },
    'conference { id title startsOn }',
  );
  const { conference } = plannedShape.parse(planned);
  return { ...conference, chairMailbox: `vorsitz.${viewer.chair.code.toLowerCase()}` };
}
