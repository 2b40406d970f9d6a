import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#organisation';
import { appendHistory, newId, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import type { AcceptedFollowUp, FollowUpEvent } from '../domain/follow-up-decision.js';
import type { Implementation } from '../domain/follow-up.js';
import { FollowUpImplementationEntity } from './follow-up-implementation.entity.js';
import { FollowUpReportEntity } from './follow-up-report.entity.js';
import { followUpOf, rowOf, type StoredFollowUp } from './follow-up-rows.js';
import { FollowUpEntity } from './follow-up.entity.js';

/** What one Land reported last, by whom and when. */
export type RecordedImplementation = Implementation &
  Pick<FollowUpImplementationEntity, 'followUpId' | 'recordedAt' | 'recordedBy' | 'version'>;

@Injectable()
export class FollowUps {
  /** Null when there is no such follow-up, or the actor may not see it. */
  async findFollowUp(tx: ReadTx, id: string): Promise<StoredFollowUp | null> {
    return (await this.followUpsByIds(tx, [id])).get(id) ?? null;
  }

  /** Locks the row until commit. */
  async lockFollowUp(tx: Tx, id: string): Promise<StoredFollowUp | null> {
    if (!isUuid(id)) return null;
    const row = await tx
      .repository(FollowUpEntity)
      .createQueryBuilder('followUp')
      .where('followUp.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
    return row === null ? null : followUpOf(row);
  }

  async followUpsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredFollowUp>> {
    const rows = await tx.repository(FollowUpEntity).findBy({ id: In(ids.filter((id) => isUuid(id))) });
    return new Map(rows.map((row) => [row.id, followUpOf(row)]));
  }

  /** Of each resolution, in the order in which they were made. */
  async followUpsOfResolutions(
    tx: ReadTx,
    resolutionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredFollowUp[]>> {
    const rows = await tx
      .repository(FollowUpEntity)
      .find({ where: { resolutionId: In([...resolutionIds]) }, order: { id: 'ASC' } });
    return groupedBy(rows.map(followUpOf), ({ resolutionId }) => resolutionId);
  }

  /** The one that came back as this topic; null for every other topic. */
  async followUpReturnedAs(tx: ReadTx, topicId: string): Promise<StoredFollowUp | null> {
    const row = await tx.repository(FollowUpEntity).findOneBy({ returnedTopicId: topicId });
    return row === null ? null : followUpOf(row);
  }

  /** Those that ask for each of the given ones once more. */
  async repetitionsOf(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredFollowUp[]>> {
    const rows = await tx.repository(FollowUpEntity).find({ where: { repeatsId: In([...ids]) }, order: { id: 'ASC' } });
    return groupedBy(rows.map(followUpOf), ({ repeatsId }) => repeatsId ?? '');
  }

  /** The newest statement of each Land. */
  async implementationsOf(
    tx: ReadTx,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedImplementation[]>> {
    const rows = await tx.prepared<RecordedImplementation>(
      'implementations-of-follow-ups',
      `SELECT DISTINCT ON (follow_up_id, party) follow_up_id AS "followUpId", party, version, status, note,
              recorded_at AS "recordedAt", recorded_by AS "recordedBy"
       FROM follow_up_implementations WHERE follow_up_id = ANY ($1::uuid[])
       ORDER BY follow_up_id, party, version DESC`,
      [ids],
    );
    return groupedBy(rows, ({ followUpId }) => followUpId);
  }

  async reportsOf(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly FollowUpReportEntity[]>> {
    const rows = await tx
      .repository(FollowUpReportEntity)
      .find({ where: { followUpId: In([...ids]) }, order: { number: 'ASC' } });
    return groupedBy(rows, ({ followUpId }) => followUpId);
  }

  /** Writes the decided follow-up with its history and outbox entries. */
  async save(tx: Tx, actor: Actor, { followUp, events }: AcceptedFollowUp, audience: readonly number[]): Promise<void> {
    const row = rowOf({ ...followUp, audience });
    const repository = tx.repository(FollowUpEntity);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    const [first, ...others] = events;
    const entry = (event: FollowUpEvent): RecordEvent => ({
      ...event,
      recordKind: 'followUp',
      recordId: row.id,
      actorName: actor.name,
      occurredAt: row.updatedAt,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }

  /** Adds a report to those handed in before. The follow-up is locked: no two get one number. */
  async addReport(tx: Tx, actor: Actor, followUp: StoredFollowUp, report: { text: string; at: Date }): Promise<void> {
    const { id: followUpId, audience } = followUp;
    const number = (await tx.repository(FollowUpReportEntity).countBy({ followUpId })) + 1;
    await tx.repository(FollowUpReportEntity).insert({
      id: newId(),
      followUpId,
      number,
      text: report.text,
      handedInAt: report.at,
      handedInBy: actor.name,
      audience: [...audience],
    });
  }

  /** Adds what a Land reports now. The follow-up is locked: no two get one version. */
  async addImplementation(
    tx: Tx,
    actor: Actor,
    followUp: StoredFollowUp,
    given: Implementation & { readonly at: Date },
  ): Promise<void> {
    const { at: recordedAt, party, status, note } = given;
    const { id: followUpId, audience } = followUp;
    const version = (await tx.repository(FollowUpImplementationEntity).countBy({ followUpId, party })) + 1;
    const row = { id: newId(), followUpId, party, version, status, note, recordedAt, recordedBy: actor.name };
    await tx.repository(FollowUpImplementationEntity).insert({ ...row, audience: [...audience] });
  }
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
