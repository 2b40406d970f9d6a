import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import { agendaDeeds, specialAgendaDeeds } from './agenda-deeds.js';
import { ballotDeeds } from './ballot-deeds.js';
import { blockDeeds } from './block-deeds.js';
import { commentDeeds } from './comment-deeds.js';
import { doAll, type Deed } from './deeds.js';
import { demoCalendar, instantOf, type DemoCalendar } from './demo-calendar.js';
import { beginDemo, completeDemo } from './demo-mark.js';
import { DemoStage } from './demo-stage.js';
import { actsBeforeWriting, actsOfCurrent, actsOfNext, actsOfSpecial } from './paper-acts.js';
import { organisationDeeds } from './organisation-deeds.js';
import { followUpDeeds } from './follow-up-deeds.js';
import { PaperDeeds } from './paper-deeds.js';
import { currentPapers } from './papers/current-papers.js';
import { specialPapers } from './papers/special-papers.js';
import { draftPapers } from './papers/draft-papers.js';
import { nextPapers } from './papers/next-papers.js';
import { adoptedInWriting, runningInWriting } from './papers/written-papers.js';
import { importPastConferences } from './past-conferences.js';
import { planConferences, type DemoConferences } from './planned-conferences.js';
import { headDeeds, remindPeople } from './reminder-deeds.js';
import { statementDeeds } from './statement-deeds.js';
import { topicDeeds } from './topic-deeds.js';
import { concludingDeed, everybodySaysYes, writtenDeeds } from './written-deeds.js';

export interface DemoGround {
  readonly database: Database;
  readonly config: Config;
  readonly clock: Clock;
  readonly onProgress: (message: string) => void;
}

/**
 * Fills an empty database with people, past conferences and open work for every role; leaves any other as it is. Carries
 * on what an earlier start was stopped in the middle of.
 */
export async function createDemoData({ database, config, clock, onProgress }: DemoGround): Promise<void> {
  const begunAt = await beginDemo(database, clock.now());
  if (begunAt === null) return;
  onProgress('Vorführdaten werden angelegt: Personen und vergangene Konferenzen');
  const stage = await DemoStage.open(database, config, clock.now());
  try {
    await importPastConferences(stage);
    onProgress('Vorführdaten werden angelegt: laufende und nächste Konferenz');
    await playConferences(stage, demoCalendar(begunAt));
  } finally {
    await stage.close();
  }
  await completeDemo(database, begunAt);
}

/** The half-year until today, by the acts of its people under the rules of the product. */
async function playConferences(stage: DemoStage, calendar: DemoCalendar): Promise<void> {
  const conferences = await planConferences(stage, calendar);
  await doAll([
    ...(await paperDeeds(stage, conferences, calendar)),
    ...agendaDeeds(stage, conferences.currentId, calendar),
    ...specialAgendaDeeds(stage, conferences.specialId, calendar),
    ...specialPapers
      .filter(({ course }) => course === 'VOTED_ON')
      .flatMap(({ title }) => ballotDeeds(stage, title, calendar)),
    ...blockDeeds(stage, conferences.specialId, calendar),
    ...organisationDeeds(stage, calendar),
    ...headDeeds(stage, calendar),
    ...statementDeeds(stage, calendar),
    ...proceduresInWriting(stage, calendar),
    ...commentDeeds(stage, calendar),
    ...followUpDeeds(stage, calendar),
    ...topicDeeds(stage, conferences.nextId, calendar),
  ]);
  await remindPeople(stage, calendar);
}

/** Days before the demo begins on which they were opened. */
const ADOPTED_AGO = 27;
const RUNNING_AGO = 2;

/** One that was adopted, and one that is being voted on. */
function proceduresInWriting(stage: DemoStage, calendar: DemoCalendar): readonly Deed[] {
  const adopted = {
    title: adoptedInWriting.title,
    requestedBy: 'RP',
    openedAgo: ADOPTED_AGO,
    forms: everybodySaysYes,
  } as const;
  const forms = [...everybodySaysYes.slice(0, 5), ['BUND', 'YES'] as const];
  const running = { title: runningInWriting.title, requestedBy: 'BB', openedAgo: RUNNING_AGO, forms } as const;
  const concluding = concludingDeed(stage, instantOf(calendar.ago(4), 60));
  return [...writtenDeeds(stage, adopted, calendar), concluding, ...writtenDeeds(stage, running, calendar)];
}

async function paperDeeds(
  stage: DemoStage,
  { currentId, nextId, specialId }: DemoConferences,
  calendar: DemoCalendar,
): Promise<ReturnType<PaperDeeds['deedsFor']>> {
  const current = await PaperDeeds.of(stage, currentId);
  const next = await PaperDeeds.of(stage, nextId);
  const special = await PaperDeeds.of(stage, specialId);
  const following = [...nextPapers, ...draftPapers];
  return [
    ...currentPapers.flatMap((paper, place) => current.deedsFor(paper, actsOfCurrent(paper, calendar), place)),
    ...next.deedsFor(adoptedInWriting, actsBeforeWriting(adoptedInWriting, calendar, ADOPTED_AGO), following.length),
    ...next.deedsFor(
      runningInWriting,
      actsBeforeWriting(runningInWriting, calendar, RUNNING_AGO),
      following.length + 1,
    ),
    ...specialPapers.flatMap((paper, place) => special.deedsFor(paper, actsOfSpecial(paper, calendar), place)),
    ...following.flatMap((paper, place) => next.deedsFor(paper, actsOfNext(paper, calendar), place)),
  ];
}
