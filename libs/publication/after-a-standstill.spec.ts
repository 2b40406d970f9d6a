import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { OutboxMessage } from '#platform/jobs';
import { CommentRoundTransitionHandler } from '#proposals';
import { anAdoptedResolution } from '#testing/agendas';
import { aWrittenStage, type WrittenStage } from '#testing/written-procedures';
import { ProposeReleaseJob, publicationEntities, PublicationModule } from './index.js';

const OPENED = new Date('2026-11-10T09:00:00Z');
const STOPPED = new Date('2026-11-23T09:00:00Z');
const BACK = new Date('2026-12-05T07:00:00Z');

/** What ends when, in the order of its end: each kind belongs to another library. */
const ends = {
  broken: '2026-11-26T22:59:59.000Z',
  round: '2026-11-30T22:59:59.000Z',
  procedure: '2026-12-01T22:59:59.000Z',
  minutes: '2026-12-02T22:59:59.000Z',
  papers: '2026-12-03T22:59:59.000Z',
  objections: '2026-12-04T22:59:59.000Z',
} as const;

describe('A worker that comes back after a standstill of weeks', () => {
  let stage: WrittenStage;
  let broken: string;

  beforeAll(async () => {
    stage = await aWrittenStage(publicationEntities, [PublicationModule]);
    stage.clock.moveTo(OPENED);
    ({ id: broken } = await stage.placeRunning({ closesAt: new Date(ends.broken) }));
    await stage.placeRunning({ closesAt: new Date(ends.procedure) });
    stage.clock.moveTo(STOPPED);
    await openRound();
    await circulateMinutes();
    await proposeRelease();
    await stage.arrange(`UPDATE conferences SET final_papers_deadline = $1`, [ends.papers]);
    await stage.arrange(`UPDATE deadlines SET set_at = $1`, [OPENED]);
    await stage.arrange(`UPDATE deadlines SET state = CASE WHEN due_at < $1 THEN 'PASSED' ELSE 'OPEN' END`, [STOPPED]);
    await past(`UPDATE ballots SET state = 'CLOSED', closed_at = closes_at WHERE written_procedure_id = '${broken}'`);
    stage.clock.moveTo(BACK);
    await expect(stage.sweep()).rejects.toThrow(`1 of 6 records could not be done: deadline WRITTEN_PROCEDURE`);
  });
  afterAll(() => stage.close());

  /** What no rule of the database would let happen. */
  const past = (statement: string) => stage.arrange(`SET LOCAL session_replication_role = replica; ${statement}`);

  async function openRound(): Promise<void> {
    const { id: topicId, proposalTextHash } = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    const asked = { topicId, textHash: proposalTextHash ?? '', workingDays: 5 };
    await stage.part(CommentRoundTransitionHandler).open(stage.person('vorsitz.ak5'), asked);
  }

  async function circulateMinutes(): Promise<void> {
    const sessionId = await stage.planSession('MAIN_CONFERENCE');
    await stage.arrange(`UPDATE sessions SET state = 'MINUTES_DRAFT' WHERE id = $1`, [sessionId]);
    await stage.arrange(
      `INSERT INTO minutes (id, session_id, conference_id, body_codes, state, version, objections_until, circulated_at,
         drafted_at, updated_at, revision, audience)
       VALUES ($1, $2, $3, '{MAIN_CONFERENCE}', 'CIRCULATED', 1, $4, $5, $5, $5, 1, array(SELECT generate_series(0, 202)))`,
      [newId(), sessionId, stage.conferenceId, ends.minutes, STOPPED],
    );
  }

  async function proposeRelease(): Promise<void> {
    const { topic } = await anAdoptedResolution(stage);
    const data = { topicId: topic.id };
    const message = { event: 'resolution.adopted', recordId: newId(), data, occurredAt: STOPPED } as const;
    await stage.database.write(SYSTEM, (tx) =>
      stage.part(ProposeReleaseJob).run(tx, message as unknown as OutboxMessage),
    );
  }

  /** What the system did since it came back, in the order in which it did it. */
  async function done(since: Date = BACK): Promise<readonly string[]> {
    const rows = await stage.arrange<{ event: string; kind: string | null }>(
      `SELECT event, data ->> 'kind' AS kind FROM outbox WHERE occurred_at >= $1 AND record_kind
         IN ('deadline', 'commentRound', 'writtenProcedure', 'minutes', 'release') ORDER BY id`,
      [since],
    );
    return rows.map(({ event, kind }) => (event === 'deadline.passed' ? `${event} ${kind}` : event));
  }

  it('closes what ended meanwhile in the order of the instants, whatever library it belongs to', async () => {
    expect(await done()).toEqual([
      'commentRound.ended',
      'deadline.passed COMMENT_ROUND',
      'writtenProcedure.failed',
      'deadline.passed WRITTEN_PROCEDURE',
      'minutes.agreed',
      'deadline.passed MINUTES_OBJECTION',
      'deadline.passed FINAL_PAPERS',
      'release.granted',
      'deadline.passed RELEASE_OBJECTION',
    ]);
  });

  it('knows since when everybody had been asked', async () => {
    const rows = await stage.arrange<{ kind: string; at: Date }>(
      `SELECT kind, opens_at AS at FROM deadlines WHERE subject_kind <> 'conference' AND opens_at IS NOT NULL ORDER BY due_at`,
    );
    const since = { WRITTEN_PROCEDURE: OPENED, COMMENT_ROUND: STOPPED };
    expect(rows).toEqual(
      (['WRITTEN_PROCEDURE', 'COMMENT_ROUND', 'WRITTEN_PROCEDURE'] as const).map((kind) => ({ kind, at: since[kind] })),
    );
  });

  it('says of each how late it was, and tells the technicians once', async () => {
    const passed = await stage.arrange<{ due: string; late: number; first: boolean }>(
      `SELECT data ->> 'dueAt' AS due, (data ->> 'lateSeconds')::int AS late, (data ->> 'isFirstLate')::bool AS first
       FROM history WHERE event = 'deadline.passed' AND occurred_at = $1 ORDER BY data ->> 'dueAt'`,
      [BACK],
    );
    const { broken: _stillOpen, ...closed } = ends;
    const late = Object.values(closed).map((due) => ({ due, late: (BACK.getTime() - Date.parse(due)) / 1000 }));
    expect(passed).toEqual(late.map((each, position) => ({ ...each, first: position === 0 })));
    expect(stage.logged.map(({ msg, lateSeconds }) => [msg, lateSeconds])).toEqual(
      late.map((each) => ['deadline noticed late: the queue stood still', each.late]),
    );
  });

  it('leaves open what it could not close, and closes it as soon as it can', async () => {
    const state = (): Promise<readonly unknown[]> =>
      stage.arrange('SELECT state FROM deadlines WHERE subject_id = $1', [broken]);
    expect(await state()).toEqual([{ state: 'OPEN' }]);
    await past(`UPDATE ballots SET state = 'OPEN', closed_at = NULL WHERE written_procedure_id = '${broken}'`);
    const later = new Date(BACK.getTime() + 30_000);
    stage.clock.moveTo(later);
    await stage.sweep();
    await stage.sweep();
    expect(await done(later)).toEqual(['writtenProcedure.failed', 'deadline.passed WRITTEN_PROCEDURE']);
    expect(await state()).toEqual([{ state: 'PASSED' }]);
  });
});
