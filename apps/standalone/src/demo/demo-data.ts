import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import { agendaDeeds } from './agenda-deeds.js';
import { ballotDeeds } from './ballot-deeds.js';
import { doAll } from './deeds.js';
import { demoCalendar, type DemoCalendar } from './demo-calendar.js';
import { beginDemo, completeDemo } from './demo-mark.js';
import { DemoStage } from './demo-stage.js';
import { actsOfCurrent, actsOfNext } from './paper-acts.js';
import { PaperDeeds } from './paper-deeds.js';
import { currentPapers } from './papers/current-papers.js';
import { draftPapers } from './papers/draft-papers.js';
import { nextPapers } from './papers/next-papers.js';
import { importPastConferences } from './past-conferences.js';
import { planConferences, type DemoConferences } from './planned-conferences.js';
import { statementDeeds } from './statement-deeds.js';

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
    ...currentPapers
      .filter(({ course }) => course === 'VOTED_ON')
      .flatMap(({ title }) => ballotDeeds(stage, title, calendar)),
    ...statementDeeds(stage, calendar),
  ]);
}

async function paperDeeds(
  stage: DemoStage,
  { currentId, nextId }: DemoConferences,
  calendar: DemoCalendar,
): Promise<ReturnType<PaperDeeds['deedsFor']>> {
  const current = await PaperDeeds.of(stage, currentId);
  const next = await PaperDeeds.of(stage, nextId);
  const following = [...nextPapers, ...draftPapers];
  return [
    ...currentPapers.flatMap((paper, place) => current.deedsFor(paper, actsOfCurrent(paper, calendar), place)),
    ...following.flatMap((paper, place) => next.deedsFor(paper, actsOfNext(paper, calendar), place)),
  ];
}
