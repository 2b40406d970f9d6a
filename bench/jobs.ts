import type { Client } from 'pg';
import type { Database } from '#platform/database';
import { SYSTEM_ACTOR, newId } from '#platform/database';
import { appendAllToOutbox } from '#platform/outbox';
import { BareQueue, BareSql, bareMail } from './bare-jobs.js';
import { fillDeadlines, fillPeople, LAND_OF_MANY, LAND_OF_ONE } from './fill-jobs.js';
import { onJobStage, type Backend, type JobStage } from './job-stage.js';
import { ProductWorker } from './product-worker.js';
import { comparisonOf, inTurn, millisecondsOf, printHead, printLine, ratioIn } from './rounds.js';

export interface JobOptions {
  readonly only: string | null;
  readonly rounds: number;
  /** How many of the 100,000 open deadlines are due in the longer of both sweeps. */
  readonly due: number;
  /** How many events there are where each has one recipient. */
  readonly events: number;
}

export const jobNames: readonly string[] = ['one-event', 'many-events', 'mails', 'sweep'];

const NOTIFICATIONS = 10_000;
const MAILS = 2_000;
const FEW_DUE = 100;

/** What is measured on one backend, and beside what. `reset` is not measured. */
interface Part {
  readonly name: string;
  readonly title: string;
  readonly ours: () => Promise<unknown>;
  readonly queue: (() => Promise<unknown>) | null;
  readonly sql: (() => Promise<unknown>) | null;
  readonly reset: () => Promise<unknown>;
}

interface Sides {
  readonly stage: JobStage;
  readonly worker: ProductWorker;
  readonly queue: BareQueue;
  readonly sql: BareSql;
}

/** Fan-out and sweep with the worker as it is deployed, on each backend of the queue. */
export async function measureJobs(options: JobOptions): Promise<void> {
  await onJobStage(async (stage) => {
    await fillPeople(stage.owner, NOTIFICATIONS, MAILS);
    if (options.only === null || options.only === 'sweep') await fillDeadlines(stage.owner);
    await stage.owner.query('VACUUM ANALYZE');
    printHead('jobs', 'queue on', 'ours, ms', 'queue alone, ms', 'ratio', 'SQL alone, ms', 'ratio');
    for (const backend of stage.backends) await measureOn(backend, stage, options);
  });
}

async function measureOn(backend: Backend, stage: JobStage, options: JobOptions): Promise<void> {
  const { only, rounds } = options;
  const worker = await ProductWorker.start(backend, stage);
  const sql = new BareSql(stage);
  const queue = new BareQueue(backend);
  try {
    for (const part of partsOf({ stage, worker, queue, sql }, options)) {
      if (only !== null && only !== part.name) continue;
      await measure(part, backend, rounds);
    }
  } finally {
    await queue.close();
    await sql.close();
    await worker.close();
  }
}

async function measure({ title, ours, queue, sql, reset }: Part, backend: Backend, rounds: number): Promise<void> {
  const sides = [ours, queue, sql].map((side) => async () => {
    await reset();
    return side === null ? Number.NaN : millisecondsOf(side);
  });
  const [ourTimes = [], queueTimes = [], sqlTimes = []] = await inTurn(sides, rounds);
  const cells = [queueTimes, sqlTimes].flatMap((times) => {
    const compared = comparisonOf(ourTimes, times);
    return Number.isNaN(compared.plain) ? ['–', '–'] : [compared.plain.toFixed(0), ratioIn(compared)];
  });
  printLine(title, backend.name, comparisonOf(ourTimes, ourTimes).ours.toFixed(0), ...cells);
}

function partsOf({ stage, worker, queue, sql }: Sides, { due, events }: JobOptions): readonly Part[] {
  const { owner } = stage;
  const empty = (): Promise<unknown> =>
    owner.query('TRUNCATE outbox, job_deliveries, mail_deliveries, notifications, digests CASCADE');
  const happen = (data: object, times: number, event: string) => async (): Promise<void> => {
    await happened(worker.database, event, data, times);
    await worker.settled();
  };
  const toAll = { party: null, isFirst: true };
  return [
    {
      ...{ name: 'one-event', title: 'one event, 10,000 notifications', reset: empty },
      ours: happen(toAll, 1, 'chairTerm.proposed'),
      queue: null,
      sql: () => sql.tellMany(NOTIFICATIONS),
    },
    {
      ...{ name: 'many-events', title: `${inWords(events)} events, one notification each`, reset: empty },
      ours: happen({ party: LAND_OF_ONE }, events, 'chairTerm.proposed'),
      queue: () => queue.process(events),
      sql: () => sql.tellEach(events),
    },
    {
      ...{ name: 'mails', title: 'one event, 2,000 mails by SMTP', reset: empty },
      ours: happen({ party: LAND_OF_MANY }, 1, 'chairTerm.confirmed'),
      queue: () => queue.process(MAILS, bareMail(stage.smtpUrl)),
      sql: null,
    },
    ...[FEW_DUE, due].map((count): Part => ({
      ...{ name: 'sweep', title: `sweep of 100,000 open deadlines, ${inWords(count)} due` },
      reset: () => makeDue(owner, count),
      ours: () => worker.sweep(),
      queue: null,
      sql: () => sql.passDue(),
    })),
  ];
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}

/** All in one transaction, as an act that changes much does. */
async function happened(database: Database, event: string, data: object, times: number): Promise<void> {
  const about = { event, recordKind: 'chairTerm', data: { ...data }, occurredAt: new Date() };
  const messages = Array.from({ length: times }, () => ({ ...about, recordId: newId() }));
  await database.write(SYSTEM_ACTOR, (tx) => appendAllToOutbox(tx, messages));
}

/** The others are open too, and not yet due. Nothing is left of the round before. */
async function makeDue(owner: Client, count: number): Promise<void> {
  await owner.query('ALTER TABLE deadlines DISABLE TRIGGER deadline_to_conference');
  await owner.query(
    `UPDATE deadlines SET state = 'OPEN', due_at = original_due_at WHERE state <> 'OPEN' OR due_at <> original_due_at`,
  );
  await owner.query(
    `UPDATE deadlines SET due_at = now() - interval '1 day' - row.place * interval '1 second'
     FROM (SELECT id, row_number() OVER () AS place FROM deadlines LIMIT $1) AS row WHERE row.id = deadlines.id`,
    [count],
  );
  await owner.query('ALTER TABLE deadlines ENABLE TRIGGER deadline_to_conference');
  await owner.query('TRUNCATE outbox, job_deliveries, mail_deliveries, notifications, digests CASCADE');
  await owner.query('VACUUM ANALYZE deadlines');
}
