import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { CommentRoundState, PartyCode } from '#glossary';
import { withoutGuests, type Actor } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import type { AcceptedRound, CommentRoundEvent } from '../domain/comment-round-decision.js';
import type { CommentRound } from '../domain/comment-round.js';
import { CommentRoundEntity } from './comment-round.entity.js';

export const COMMENT_ROUND = 'commentRound';

/** A round that has been stored. */
export type StoredRound = CommentRound & {
  readonly state: CommentRoundState;
  readonly proposalVersionId: string;
  readonly textHash: string;
  readonly openedAt: Date;
  readonly closesAt: Date;
};

/** A round with its topic. */
export interface HeldRound {
  readonly round: StoredRound;
  readonly topic: Topic;
}

export const roundColumns = `round.id, round.topic_id AS "topicId", round.conference_id AS "conferenceId", round.state,
  round.body, round.proposal_version_id AS "proposalVersionId", round.text_hash AS "textHash", round.parties,
  round.question, round.opened_at AS "openedAt", round.opened_by AS "openedBy", round.closes_at AS "closesAt",
  round.ended_at AS "endedAt", round.revision`;

@Injectable()
export class CommentRounds {
  constructor(private readonly topics: TopicRepository) {}

  /** Null when there is no such round, or the actor may not see it. */
  async findRound(tx: ReadTx, id: string): Promise<StoredRound | null> {
    return (await this.roundsByIds(tx, [id])).get(id) ?? null;
  }

  async roundsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredRound>> {
    const rows = await tx.prepared<StoredRound>(
      'comment-rounds-by-ids',
      `SELECT ${roundColumns} FROM comment_rounds AS round WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All rounds on each topic, the latest first. */
  async roundsByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredRound[]>> {
    const rows = await tx.prepared<StoredRound>(
      'comment-rounds-by-topics',
      `SELECT ${roundColumns} FROM comment_rounds AS round WHERE topic_id = ANY ($1::uuid[])
       ORDER BY opened_at DESC, id DESC`,
      [topicIds],
    );
    const grouped = new Map<string, StoredRound[]>();
    for (const row of rows) grouped.set(row.topicId, [...(grouped.get(row.topicId) ?? []), row]);
    return grouped;
  }

  /**
   * Both locked until commit, the topic first, as by everybody who locks both: waits for answers being given, and none is
   * given after it. Null when there is no such round, or the actor may not see it.
   */
  async hold(tx: Tx, id: string): Promise<HeldRound | null> {
    const seen = await this.findRound(tx, id);
    const topic = seen === null ? null : await this.topics.lockTopic(tx, seen.topicId);
    const round = topic === null ? null : await this.locked(tx, id, 'FOR UPDATE');
    return round === null || topic === null ? null : { round, topic };
  }

  /** Keeps the round from ending until commit, and lets others answer meanwhile; the topic is only read. */
  async share(tx: Tx, id: string): Promise<HeldRound | null> {
    const round = await this.locked(tx, id, 'FOR SHARE');
    const topic = round === null ? null : await this.topics.findTopic(tx, round.topicId);
    return round === null || topic === null ? null : { round, topic };
  }

  /** The open round on the topic, locked until commit; null when there is none. */
  async lockOpenRound(tx: Tx, topicId: string): Promise<StoredRound | null> {
    const [row] = await tx.query<StoredRound>(
      `SELECT ${roundColumns} FROM comment_rounds AS round WHERE topic_id = $1 AND state = 'OPEN' FOR UPDATE`,
      [topicId],
    );
    return row ?? null;
  }

  /** Who is asked, still sees the round and has not answered, in the order in which they were asked. */
  async awaitedParties(tx: ReadTx, roundIds: readonly string[]): Promise<ReadonlyMap<string, readonly PartyCode[]>> {
    const rows = await tx.prepared<{ readonly id: string; readonly awaited: readonly PartyCode[] }>(
      'awaited-parties-of-comment-rounds',
      `SELECT round.id, array(
         SELECT asked.party FROM unnest(round.parties) WITH ORDINALITY AS asked (party, place)
         JOIN parties ON parties.code = asked.party AND parties.audience_code = ANY (round.audience)
         WHERE NOT EXISTS (SELECT FROM comments WHERE round_id = round.id AND comments.party = asked.party)
         ORDER BY place) AS awaited
       FROM comment_rounds AS round WHERE id = ANY ($1::uuid[])`,
      [roundIds],
    );
    return new Map(rows.map(({ id, awaited }) => [id, awaited]));
  }

  /** Writes the decided round with its history and outbox entries; seen by whoever sees the topic, except guests. */
  async save(
    tx: Tx,
    actor: Actor,
    { round, events }: AcceptedRound,
    { topic, now }: { readonly topic: Topic; readonly now: Date },
  ): Promise<StoredRound> {
    const stored = storedFrom(round);
    const row = { ...stored, parties: [...stored.parties], audience: [...this.audienceOf(topic)] };
    const repository = tx.repository(CommentRoundEntity);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    await this.note(tx, actor, { round, events }, { topic, now });
    return stored;
  }

  /** What changes the history of the round and nothing else of it. */
  async note(
    tx: Tx,
    actor: Actor,
    { round, events }: Pick<AcceptedRound, 'round' | 'events'>,
    { topic, now }: { readonly topic: Topic; readonly now: Date },
  ): Promise<void> {
    const [first, ...others] = events;
    const entry = (event: CommentRoundEvent): RecordEvent => ({
      ...event,
      recordKind: COMMENT_ROUND,
      recordId: round.id,
      actorName: actor.name,
      occurredAt: now,
    });
    await appendHistory(tx, this.audienceOf(topic), [entry(first), ...others.map(entry)]);
  }

  audienceOf(topic: Topic): readonly number[] {
    return withoutGuests(this.topics.audienceOf(topic));
  }

  private async locked(tx: Tx, id: string, lock: 'FOR UPDATE' | 'FOR SHARE'): Promise<StoredRound | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<StoredRound>(
      `SELECT ${roundColumns} FROM comment_rounds AS round WHERE id = $1 ${lock}`,
      [id],
    );
    return row ?? null;
  }
}

function storedFrom({
  proposalVersionId,
  textHash,
  openedAt,
  closesAt,
  ...round
}: AcceptedRound['round']): StoredRound {
  if (proposalVersionId === null || textHash === null || openedAt === null || closesAt === null) {
    throw new Error('A round of comments is on a text and has a deadline');
  }
  return { ...round, proposalVersionId, textHash, openedAt, closesAt };
}
