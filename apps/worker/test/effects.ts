import { Inject, Module } from '@nestjs/common';
import { DeadlineKeeper, deadlineEvents, DeadlinesModule, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { SYSTEM_ACTOR, type Database, type Tx } from '#platform/database';
import {
  EventJob,
  NotYet,
  ScheduledJob,
  type EventJobHandler,
  type OutboxMessage,
  type ScheduledJobHandler,
} from '#platform/jobs';
import { LOGGER, type Logger } from '#platform/logging';
import { appendToOutbox, JOB_GIVEN_UP } from '#platform/outbox';
import type { Libraries } from '../src/index.js';

/** A table that shows what jobs did; every row is one effect. */
export const effectsTable = `
  CREATE TABLE effects (message_id uuid NOT NULL, job text NOT NULL, actor text NOT NULL);
  CREATE TABLE attempts (message_id uuid NOT NULL, job text NOT NULL);
  GRANT SELECT, INSERT ON effects, attempts TO km_app`;

async function leaveEffect(tx: Tx, message: OutboxMessage, job: string): Promise<void> {
  await tx.execute('INSERT INTO effects VALUES ($1, $2, actor_audience()::text)', [message.id, job]);
}

@EventJob({ name: 'count-first', on: ['spec.happened'] })
class CountFirstJob implements EventJobHandler {
  run(tx: Tx, message: OutboxMessage): Promise<void> {
    return leaveEffect(tx, message, 'count-first');
  }
}

@EventJob({ name: 'count-second', on: ['spec.happened'] })
class CountSecondJob implements EventJobHandler {
  run(tx: Tx, message: OutboxMessage): Promise<void> {
    return leaveEffect(tx, message, 'count-second');
  }
}

/** Leaves its effect and then stays busy inside the transaction as long as the message says. */
@EventJob({ name: 'count-slowly', on: ['spec.took-long'] })
class CountSlowlyJob implements EventJobHandler {
  async run(tx: Tx, message: OutboxMessage): Promise<void> {
    await leaveEffect(tx, message, 'count-slowly');
    await tx.query('SELECT pg_sleep($1)', [Number(message.data['seconds'])]);
  }
}

const failures = new Map<string, number>();

/** Fails as often as the message says, always after its effect. */
@EventJob({ name: 'count-at-last', on: ['spec.was-difficult'], attempts: 3, backoffSeconds: 0.05 })
class CountAtLastJob implements EventJobHandler {
  async run(tx: Tx, message: OutboxMessage): Promise<void> {
    await leaveEffect(tx, message, 'count-at-last');
    const failed = failures.get(message.id) ?? 0;
    failures.set(message.id, failed + 1);
    if (failed < Number(message.data['failures'])) throw new Error(`failure ${failed + 1}`);
  }

  async giveUp(tx: Tx, message: OutboxMessage): Promise<void> {
    await leaveEffect(tx, message, 'given-up');
  }
}

/** How often the job below has been told to wait. */
export const waits = { count: 0, enough: 3 };

/** Has one attempt, and waits for its turn a few times before. */
@EventJob({ name: 'count-in-turn', on: ['spec.queued-up'], attempts: 1 })
class CountInTurnJob implements EventJobHandler {
  async awaitTurn(): Promise<void> {
    if (waits.count >= waits.enough) return;
    waits.count += 1;
    throw new NotYet(50);
  }

  run(tx: Tx, message: OutboxMessage): Promise<void> {
    return leaveEffect(tx, message, 'count-in-turn');
  }
}

export const beats = { count: 0 };

@ScheduledJob({ name: 'beat', everySeconds: 1 })
class BeatJob implements ScheduledJobHandler {
  async run(): Promise<void> {
    beats.count += 1;
  }
}

@Module({ providers: [CountFirstJob, CountSecondJob, CountSlowlyJob, CountAtLastJob, CountInTurnJob, BeatJob] })
class EffectsModule {}

export const effectLibraries: Libraries = {
  modules: [EffectsModule],
  events: {
    events: ['spec.happened', 'spec.took-long', 'spec.was-difficult', 'spec.queued-up', 'spec.was-noted', JOB_GIVEN_UP],
    recordOnlyEvents: ['spec.was-noted', JOB_GIVEN_UP],
  },
};

/** Says in the log what it closes, before the run that made it do so says that it is done. */
@DeadlineKeeper({ kinds: ['COMMENT_ROUND'] })
class TellingKeeper implements DeadlineKeeperHandler {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async close({ subjectId }: Deadline): Promise<void> {
    this.logger.info({ closed: subjectId }, 'closed');
  }
}

@Module({ imports: [DeadlinesModule], providers: [TellingKeeper] })
class ClosingModule {}

/** The sweep over deadlines, and something that they close. */
export const closingLibraries: Libraries = {
  modules: [ClosingModule],
  events: { events: deadlineEvents, recordOnlyEvents: deadlineEvents },
};

/** Lets something happen; answers the ids of the messages. */
export async function happen(
  database: Database,
  event: string,
  times = 1,
  data: Record<string, unknown> = {},
): Promise<string[]> {
  const recordId = '00000000-0000-7000-8000-000000000001';
  return database.write(SYSTEM_ACTOR, async (tx) => {
    const ids: string[] = [];
    for (let turn = 0; turn < times; turn++) {
      ids.push(await appendToOutbox(tx, { event, recordKind: 'spec', recordId, data, occurredAt: new Date() }));
    }
    return ids;
  });
}
