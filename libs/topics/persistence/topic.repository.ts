import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import {
  ALL_PARTIES_AUDIENCE,
  audienceOfBody,
  audienceOfGuests,
  audienceOfParty,
  OFFICE_AUDIENCE,
  type Actor,
} from '#organisation';
import {
  appendHistory,
  newId,
  shareHistory,
  SYSTEM_AUDIENCE,
  type ReadTx,
  type RecordEvent,
  type Tx,
} from '#platform/database';
import { audienceOf, type AudienceCodes } from '../domain/topic-audience.js';
import type { AcceptedTopic, TopicEvent } from '../domain/topic-decision.js';
import type { Topic } from '../domain/topic.js';
import { TopicRecommendationEntity } from './topic-recommendation.entity.js';
import { TopicEntity } from './topic.entity.js';
import { topicColumns, topicOf, type TopicRow } from './topic-rows.js';

const codes: AudienceCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  allParties: ALL_PARTIES_AUDIENCE,
  party: audienceOfParty,
  body: audienceOfBody,
  guests: audienceOfGuests,
};

@Injectable()
export class TopicRepository {
  /** Null when there is no such topic, or the actor may not see it. */
  async findTopic(tx: ReadTx, id: string): Promise<Topic | null> {
    if (!isUuid(id)) return null;
    const row = await tx.repository(TopicEntity).findOneBy({ id });
    return row === null ? null : topicOf(row);
  }

  /** Locks the row until commit. Null when there is no such topic, or the actor may not see it. */
  async lockTopic(tx: Tx, id: string): Promise<Topic | null> {
    if (!isUuid(id)) return null;
    const row = await tx
      .repository(TopicEntity)
      .createQueryBuilder('topic')
      .where('topic.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
    return row === null ? null : topicOf(row);
  }

  async listTopicsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, Topic>> {
    const rows = await tx.prepared<TopicRow>(
      'topics-by-ids',
      `SELECT ${topicColumns} FROM topics AS topic WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, topicOf(row)]));
  }

  /** Topics that follow a group of named parties, locked until commit in the order of their ids. */
  async lockTopicsOfGroup(tx: Tx, groupId: string): Promise<readonly Topic[]> {
    const rows = await tx.query<TopicRow>(
      `SELECT ${topicColumns} FROM topics AS topic WHERE need_to_know_group_id = $1 ORDER BY id FOR UPDATE`,
      [groupId],
    );
    return rows.map(topicOf);
  }

  /** Writes the decided topic with its history and outbox entries; the history follows the topic's audience. */
  async save(tx: Tx, actor: Actor, { topic, recommendation, events }: AcceptedTopic): Promise<void> {
    const audience = audienceOf(topic, codes);
    const row = rowOf(topic, audience);
    const repository = tx.repository(TopicEntity);
    if (topic.revision === 1) await repository.insert(row);
    else await repository.update({ id: topic.id, revision: topic.revision - 1 }, row);
    if (recommendation) {
      const kept = { ...recommendation, id: newId(), topicId: topic.id, audience: [...audience] };
      await tx.repository(TopicRecommendationEntity).insert(kept);
    }
    await shareHistory(tx, 'topic', topic.id, audience);
    const [first, ...others] = events;
    const entry = (event: TopicEvent): RecordEvent => ({
      ...event,
      recordKind: 'topic',
      recordId: topic.id,
      actorName: actor.name,
      occurredAt: topic.updatedAt,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }

  /** Who sees the topic: what belongs to it (texts, ballots) follows in the same transaction. */
  audienceOf(topic: Topic): readonly number[] {
    return audienceOf(topic, codes);
  }

  /** Notes that a ballot on the topic is open, or that none is; the ballot's own history tells who opened it. */
  async noteOpenBallot(tx: Tx, topicId: string, ballotId: string | null): Promise<void> {
    await tx.execute('UPDATE topics SET open_ballot_id = $2 WHERE id = $1', [topicId, ballotId]);
  }
}

function rowOf(topic: Topic, audience: readonly number[]): TopicEntity {
  const { registrant, coRegistrants, involvedCommittees, rapporteurs, precedents, ...fields } = topic;
  return {
    ...fields,
    registrantParty: registrant.party ?? null,
    registrantBody: registrant.body ?? null,
    coRegistrants: [...coRegistrants],
    involvedCommittees: [...involvedCommittees],
    rapporteurs: [...rapporteurs],
    precedents: [...precedents],
    attachments: [...fields.attachments],
    restrictedTo: [...fields.restrictedTo],
    previousConferenceIds: [...fields.previousConferenceIds],
    audience: [...audience],
  };
}
