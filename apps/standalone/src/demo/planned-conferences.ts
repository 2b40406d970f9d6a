import { DateTime } from 'luxon';
import { committeeCodes, type BodyCode } from '#glossary';
import { PlanConferenceHandler, PlanSessionHandler, type PlanConference, type PlanSession } from '#conferences';
import { SYSTEM } from '#organisation';
import { instantOf, type DemoCalendar, type DemoConference } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';
import { holdSessions, openSpecialSession } from './held-sessions.js';
import { committeeSessionDays, PRE_CONFERENCE_DAYS } from './paper-acts.js';

export interface DemoConferences {
  readonly currentId: string;
  readonly nextId: string;
  readonly specialId: string;
}

type PlannedConference = DemoConference &
  Partial<Pick<PlanConference, 'registrationDeadline' | 'directRegistrationDeadline'>>;

const SECRETARIAT = 'geschaeftsstelle';
const MORNING = 9 * 60;

/** The secretariat has planned the conferences with the sessions of their bodies. */
export async function planConferences(stage: DemoStage, calendar: DemoCalendar): Promise<DemoConferences> {
  const { current, next, special } = calendar;
  const currentId = await plan(stage, current, instantOf(calendar.before(200), MORNING));
  const nextId = await plan(stage, next, instantOf(calendar.ago(30), MORNING));
  const deadline = instantOf(calendar.ago(12), MORNING);
  const deadlines = { registrationDeadline: deadline, directRegistrationDeadline: deadline };
  const specialId = await plan(stage, { ...special, ...deadlines }, instantOf(calendar.ago(20), MORNING));
  await holdSessions(stage, currentId, calendar);
  await openSpecialSession(stage, specialId, calendar);
  return { currentId, nextId, specialId };
}

async function plan(stage: DemoStage, conference: PlannedConference, at: Date): Promise<string> {
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

async function find({ database }: DemoStage, { season, year, startsOn }: DemoConference): Promise<string | null> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<{ id: string }>('SELECT id FROM conferences WHERE season = $1 AND year = $2 AND starts_on = $3', [
      season,
      year,
      startsOn,
    ]),
  );
  return found?.id ?? null;
}

async function plannedBodies({ database }: DemoStage, conferenceId: string): Promise<ReadonlySet<string>> {
  const rows = await database.read(SYSTEM, (tx) =>
    tx.query<{ body: string }>('SELECT body_code AS body FROM sessions WHERE conference_id = $1', [conferenceId]),
  );
  return new Set(rows.map(({ body }) => body));
}

function sessionsOf(conferenceId: string, { season, startsOn, endsOn, place }: DemoConference): readonly PlanSession[] {
  const day = (days: number): string => DateTime.fromISO(startsOn).minus({ days }).toFormat('yyyy-MM-dd');
  const session = (body: BodyCode, first: number, mode: PlanSession['mode']): PlanSession => {
    const where = { place: mode === 'VIDEO' ? null : place, mode };
    return { conferenceId, body, startsOn: day(first), endsOn: day(first - 1), ...where };
  };
  const main = { conferenceId, body: 'MAIN_CONFERENCE', startsOn, endsOn, place } as const;
  if (season === 'SPECIAL') return [{ ...main, place: null, mode: 'VIDEO' }];
  return [
    ...committeeCodes.map((body, index) => session(body, committeeSessionDays[index] ?? 0, 'HYBRID')),
    session('PRE_CONFERENCE', PRE_CONFERENCE_DAYS, 'VIDEO'),
    { ...main, mode: 'IN_PERSON' },
  ];
}
