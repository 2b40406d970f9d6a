import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { EventJobHandler, OutboxMessage } from '#platform/jobs';
import { aWrittenStage, type WrittenStage } from '#testing/written-procedures';
import { NotifyOfEndJob } from '../conclude-written-procedures/notify-of-end.job.js';
import { NotifyChairOfRequestJob } from '../request-written-procedure/notify-chair-of-request.job.js';
import { RequestForMovedTopicJob } from '../request-written-procedure/request-for-moved-topic.job.js';
import { InviteToWrittenProcedureJob } from './invite-to-written-procedure.job.js';

describe('What is told of a written procedure', () => {
  let stage: WrittenStage;

  beforeAll(async () => {
    stage = await aWrittenStage();
  });
  afterAll(() => stage.close());

  /** Runs the job twice for the message, as a queue may. */
  const told = async (job: Type<EventJobHandler>, event: string, recordId: string): Promise<readonly string[]> => {
    const [message] = await stage.arrange<OutboxMessage>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = $1 AND record_id = $2`,
      [event, recordId],
    );
    if (message === undefined) throw new Error(`Nobody said ${event}`);
    for (const turn of [message, message]) await stage.database.write(SYSTEM, (tx) => stage.part(job).run(tx, turn));
    const rows = await stage.arrange<{ mail: string }>(
      `SELECT split_part(mail::text, '@', 1) AS mail FROM notifications JOIN people ON people.id = recipient_id
       WHERE message_id = $1 ORDER BY mail`,
      [message.id],
    );
    return rows.map(({ mail }) => mail);
  };

  it('reaches the chairing Land, all who vote, and in the end all who take part, each once', async () => {
    const running = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    expect(await told(NotifyChairOfRequestJob, 'writtenProcedure.requested', running.id)).toEqual(['vorsitz.hh']);
    const invited = await told(InviteToWrittenProcedureJob, 'writtenProcedure.started', running.id);
    expect(invited).toHaveLength(17);
    expect(invited.every((mail) => mail.startsWith('koordination.'))).toBe(true);
    stage.clock.moveTo(running.closesAt ?? new Date(0));
    await stage.sweep();
    const informed = await told(NotifyOfEndJob, 'writtenProcedure.adopted', running.id);
    expect(informed).toEqual([...invited, 'geschaeftsstelle', 'vorsitz.hh'].sort());
    const threads = await stage.arrange(
      `SELECT DISTINCT thread_id = thread_of_record('topic', $2) AS "isOfTopic", thread_id = $2::uuid AS "namesTopic"
       FROM notifications WHERE record_id = $1`,
      [running.id, running.topicId],
    );
    expect(threads).toEqual([{ isOfTopic: true, namesTopic: false }]);
  });

  it('is a request given back to whoever opens procedures alone: nobody else was invited', async () => {
    const { id } = await stage.placeRunning();
    const about = { event: 'writtenProcedure.withdrawn', recordKind: 'writtenProcedure', recordId: id };
    const withdrawn = async (from: string): Promise<number> => {
      const message = { id: newId(), ...about, data: { from }, occurredAt: stage.clock.now() };
      const turn: OutboxMessage = { ...message, actorPersonId: null, requestId: null };
      await stage.database.write(SYSTEM, (tx) => stage.part(NotifyOfEndJob).run(tx, turn));
      return (await stage.arrange('SELECT FROM notifications WHERE message_id = $1', [message.id])).length;
    };
    expect([await withdrawn('DRAFT'), await withdrawn('RUNNING')]).toEqual([1, 19]);
  });

  it('is a request by itself when the conference gives a topic into writing, and one only', async () => {
    const topic = await stage.placeTopic({ state: 'IN_WRITTEN_PROCEDURE' });
    const message = { recordId: topic.id } as OutboxMessage;
    for (const turn of [message, message]) {
      await stage.database.write(SYSTEM, (tx) => stage.part(RequestForMovedTopicJob).run(tx, turn));
    }
    const requests = await stage.arrange('SELECT state, requested_by FROM written_procedures WHERE topic_id = $1', [
      topic.id,
    ]);
    expect(requests).toEqual([{ state: 'DRAFT', requested_by: null }]);
  });
});
