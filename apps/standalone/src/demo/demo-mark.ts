import { SYSTEM } from '#organisation';
import { appendHistory, SYSTEM_AUDIENCE, type Database, type RecordEvent, type Tx } from '#platform/database';
import { insertDemoPeople } from './people.js';

/** The demo has a history of its own: a start that was killed in the middle is carried on by the next one. */
const DEMO = { recordKind: 'demo', recordId: '0199aaaa-0000-7000-8000-000000000000' } as const;
const TOLD_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;

/**
 * When the demo was begun, now or by an earlier start that did not complete it: its days count from there. Null when it
 * is complete, and for a database that somebody else filled.
 */
export async function beginDemo(database: Database, now: Date): Promise<Date | null> {
  return database.write(SYSTEM, async (tx) => {
    const [last] = await tx.query<{ event: string; begunAt: Date }>(
      `SELECT event, occurred_at AS "begunAt" FROM history WHERE record_kind = $1 ORDER BY sequence DESC LIMIT 1`,
      [DEMO.recordKind],
    );
    if (last !== undefined) return last.event === 'demo.begun' ? last.begunAt : null;
    if ((await tx.query('SELECT FROM people LIMIT 1')).length > 0) return null;
    await insertDemoPeople(tx);
    await note(tx, 'demo.begun', now);
    return now;
  });
}

/**
 * Notes that everything is there. Of what was played people are told as of the last two weeks: enough to find messages,
 * and nobody gets the mails of half a year at once.
 */
export async function completeDemo(database: Database, begunAt: Date): Promise<void> {
  await database.write(SYSTEM, async (tx) => {
    await note(tx, 'demo.completed', begunAt);
    const toldSince = new Date(begunAt.getTime() - TOLD_DAYS * DAY);
    await tx.execute(
      'UPDATE outbox SET done_at = $1 WHERE done_at IS NULL AND (occurred_at < $2 OR record_kind = $3)',
      [begunAt, toldSince, DEMO.recordKind],
    );
  });
}

async function note(tx: Tx, type: string, occurredAt: Date): Promise<void> {
  const event: RecordEvent = {
    ...DEMO,
    type,
    actorName: SYSTEM.name,
    capacity: 'SYSTEM',
    reason: null,
    occurredAt,
    data: {},
  };
  await appendHistory(tx, [SYSTEM_AUDIENCE], [event]);
}
