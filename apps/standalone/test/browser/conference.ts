import { DateTime } from 'luxon';
import { z } from 'zod';
import { proposedChair } from '#organisation';
import { ZONE } from '#platform/clock';
import { Person } from '../../src/cycle/person.js';

/** A special session that is being held, still open for registrations, whatever the demonstration holds today. */
export interface PlannedConference {
  readonly id: string;
  readonly title: string;
  readonly startsOn: string;
  /** The part of the mail address before the @ of the person who chairs today. */
  readonly chairMailbox: string;
}

const viewerShape = z.object({ viewer: z.object({ today: z.string(), chair: z.object({ code: z.string() }) }) });
const sessionShape = z.object({ session: z.object({ id: z.string(), revision: z.number() }) });
const plannedShape = z.object({ conference: z.object({ id: z.string(), title: z.string(), startsOn: z.string() }) });

export async function planConference(address: string): Promise<PlannedConference> {
  const secretariat = await Person.signIn(address, 'geschaeftsstelle@konferenzmappe.example');
  const { viewer } = viewerShape.parse(await secretariat.ask('{ viewer { today chair { code } } }'));
  const today = DateTime.fromISO(viewer.today, { zone: ZONE });
  const startsOn = today.toISODate();
  const last = DateTime.min(today.plus({ days: 2 }), today.endOf('year'));
  const deadline = last.endOf('day').startOf('second').toJSDate();
  const planned = await secretariat.act(
    'planConference',
    {
      season: 'SPECIAL',
      year: today.year,
      place: 'Ilmenau',
      startsOn,
      endsOn: last.toISODate(),
      chair: proposedChair(today.year),
      registrationDeadline: deadline,
      directRegistrationDeadline: deadline,
    },
    'conference { id title startsOn }',
  );
  const { conference } = plannedShape.parse(planned);
  const chairMailbox = `vorsitz.${viewer.chair.code.toLowerCase()}`;
  await openSession(secretariat, await Person.signIn(address, `${chairMailbox}@konferenzmappe.example`), conference);
  return { ...conference, chairMailbox };
}

async function openSession(
  secretariat: Person,
  chair: Person,
  { id, startsOn }: { readonly id: string; readonly startsOn: string },
): Promise<void> {
  const selection = 'session { id revision }';
  const asked = { conferenceId: id, body: 'MAIN_CONFERENCE', mode: 'VIDEO', startsOn, endsOn: startsOn };
  let { session } = sessionShape.parse(await secretariat.act('planSession', asked, selection));
  const at = (): object => ({ sessionId: session.id, expectedRevision: session.revision });
  ({ session } = sessionShape.parse(await secretariat.act('inviteToSession', { ...at() }, selection)));
  await chair.act('openSession', { ...at() }, selection);
}
