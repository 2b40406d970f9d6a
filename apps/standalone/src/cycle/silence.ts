import { z } from 'zod';
import { writtenProcedureStateNames, type LandCode } from '#glossary';
import type { CycleItem } from './bodies.js';
import { current, give, start, type CycleProcedure } from './in-writing.js';
import { until } from './patience.js';
import type { Stage } from './stage.js';

/** What becomes of a text on which nobody says anything but these Länder. */
interface Silence {
  readonly silenceRule: string;
  readonly inFavour: readonly LandCode[];
  readonly ends: keyof typeof writtenProcedureStateNames;
}

const courses: readonly Silence[] = [
  { silenceRule: 'ALL_MUST_VOTE', inFavour: ['HE', 'BY'], ends: 'FAILED' },
  { silenceRule: 'SILENCE_IS_ABSTENTION', inFavour: ['HE'], ends: 'ADOPTED' },
  { silenceRule: 'SILENCE_IS_CONSENT', inFavour: [], ends: 'ADOPTED' },
];

/** So many items leave the table and end by silence, one for each rule. */
export const IN_SILENCE = courses.length;

export interface Silent extends Silence {
  readonly procedure: CycleProcedure;
  readonly title: string;
}

/** Time enough for the few votes that are given. */
const OPEN = { seconds: 20 };
/** By whoever comes too late, or by a job that looks every minute. */
const SECONDS = 120;

/** Opens one procedure per rule for silence. For that the profile allows deadlines at once, and then no longer. */
export async function beginSilence(stage: Stage, items: readonly CycleItem[]): Promise<readonly Silent[]> {
  const least = await leaveHours(stage, 0);
  const silent: Silent[] = [];
  for (const [index, item] of items.entries()) {
    const course = courses[index];
    if (course === undefined) continue;
    const procedure = await start(stage, item, { ...course, open: OPEN });
    for (const land of course.inFavour) await give(stage, procedure, land, 'YES');
    silent.push({ ...course, procedure, title: item.topic.title });
  }
  await leaveHours(stage, least);
  return silent;
}

/** The deadline has passed and nobody has done anything: each has ended by its rule. */
export async function hearTheSilence(stage: Stage, silent: readonly Silent[]): Promise<readonly string[]> {
  const summary: string[] = [];
  for (const { procedure, title, ends, silenceRule } of silent) {
    const ended = await until(`das Ende durch Schweigen: ${title}`, SECONDS, async () => {
      const now = await current(stage, procedure.id);
      if (now.state !== 'RUNNING') return now;
      if (now.isOver) await comeTooLate(stage, procedure);
      return null;
    });
    stage.expect(ended.state === ends, `unter ${silenceRule} ${ends}, nicht ${ended.state}`);
    const line = `${ended.resolutionName ?? ended.name ?? ''} – ${writtenProcedureStateNames[ends]} durch Schweigen: ${title}`;
    stage.report(line);
    summary.push(line);
  }
  return summary;
}

/** A No that comes at the deadline or later does not count: it finds the procedure determined, or determines it. */
async function comeTooLate(stage: Stage, procedure: CycleProcedure): Promise<void> {
  const accepted = await give(stage, procedure, 'SN', 'NO').then(
    () => true,
    () => false,
  );
  stage.expect(!accepted, 'nach der Frist zählt keine Stimme');
}

const PROFILE = `conferenceProfile(code: "IMK") {
  code name registrationWeeks committeesFromWeeks committeesToWeeks directRegistrationWeeks agendaDraftWeeks
  preConferenceWeeks finalPapersWeeks specialScheduleUnit commentFromDays commentToDays writtenProcedureDays
  writtenProcedureUrgentDays writtenProcedureLeavesHours holidayRule adoptionRule minYes silenceRule
  writtenProcedureSilenceRule mayDemandDiscussion revision
  names { conference conferenceGenitive shortName office writtenProcedure writtenResolution
    bodies { code name } lists { code name } }
}`;
const profileShape = z.object({
  conferenceProfile: z.looseObject({ revision: z.number(), writtenProcedureLeavesHours: z.number() }),
});

/** Answers what the profile said before. */
async function leaveHours(stage: Stage, writtenProcedureLeavesHours: number): Promise<number> {
  const secretariat = await stage.as('geschaeftsstelle');
  const { conferenceProfile } = profileShape.parse(await secretariat.ask(`{ ${PROFILE} }`));
  const { revision: expectedRevision, ...profile } = conferenceProfile;
  const input = { ...profile, expectedRevision, writtenProcedureLeavesHours };
  await stage.act('geschaeftsstelle', 'editConferenceProfile', input, 'profile { code }');
  return conferenceProfile.writtenProcedureLeavesHours;
}
