import { DateTime } from 'luxon';
import { committeeCodes, type BodyCode } from '#glossary';
import { PlanConferenceHandler, PlanSessionHandler, type PlanSession } from '#conferences';
import { SYSTEM } from '#organisation';
import { instantOf, type DemoCalendar, type DemoConference } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { holdSessions } from './held-sessions.js';
import { committeeSessionDays, PRE_CONFERENCE_DAYS } from './paper-acts.js';

export interface DemoConferences {
  readonly currentId: string;
  readonly nextId: string;
}

const SECRETARIAT = 'geschaeftsstelle';
const MORNING = 9 * 60;

/** The secretariat has planned both conferences with the sessions of their bodies. */
export async function planConferences(stage: DemoStage, calendar: DemoCalendar): Promise<DemoConferences> {
  const { current, next } = calendar;
  const currentId = await plan(stage, current, instantOf(calendar.before(200), MORNING));
  const nextId = await plan(stage, next, instantOf(calendar.ago(30), MORNING));
  await holdSessions(stage, currentId, calendar);
  return { currentId, nextId };
}

async function plan(stage: DemoStage, conference: DemoConference, at: Date): Promise<string> {
  const secretariat = await stage.as(SECRETARIAT, at);
  const id =
    (await find(stage, conference)) ??
    permitted('planConference', await stage.handler(PlanConferenceHandler).execute(secretariat, conference)).conference
      .id;
  const planned = await plannedBodies(stage, id);
  for (const session of sessionsOf(id, conference)) {
    if (planned.has(session.body)) continue;
    permitted(session.body, await stage.handler(PlanSessionHandler).execute(secretariat, session));
  }
  return id;
}

async function find({ database }: DemoStage, { season, year }: DemoConference): Promise<string | null> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM conferences WHERE season = $1 AND year = $2', [season, year]),
  );
  return found?.id ?? null;
}

async function plannedBodies({ database }: DemoStage, conferenceId: string): Promise<ReadonlySet<string>> {
  const rows = await database.read(SYSTEM, (tx) =>
    tx.query<{ body: string }>('SELECT body_code AS body FROM sessions WHERE conference_id = $1', [conferenceId]),
  );
  return new Set(rows.map(({ body }) => body));
}

function sessionsOf(conferenceId: string, { startsOn, endsOn, place }: DemoConference): readonly PlanSession[] {
  const day = (days: number): string => DateTime.fromISO(startsOn).minus({ days }).toFormat('yyyy-MM-dd');
  const session = (body: BodyCode, first: number, mode: PlanSession['mode']): PlanSession => {
    const where = { place: mode === 'VIDEO' ? null : place, mode };
    return { conferenceId, body, startsOn: day(first), endsOn: day(first - 1), ...where };
  };
  return [
    ...committeeCodes.map((body, index) => session(body, committeeSessionDays[index] ?? 0, 'HYBRID')),
    session('PRE_CONFERENCE', PRE_CONFERENCE_DAYS, 'VIDEO'),
    { conferenceId, body: 'MAIN_CONFERENCE', startsOn, endsOn, place, mode: 'IN_PERSON' },
  ];
}
