import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { ALL_AUDIENCE, type Actor } from '#organisation';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import type { AcceptedGroup } from '../domain/need-to-know-lifecycle.js';
import type { NeedToKnowGroup } from '../domain/need-to-know.js';
import type { TopicEvent } from '../domain/topic-decision.js';
import { NeedToKnowGroupEntity } from './need-to-know-group.entity.js';

const columns = 'id, state, name, parties, updated_at AS "updatedAt", revision';

@Injectable()
export class NeedToKnowGroups {
  async findGroup(tx: ReadTx, id: string): Promise<NeedToKnowGroup | null> {
    return (await this.groupsByIds(tx, isUuid(id) ? [id] : [])).get(id) ?? null;
  }

  async groupsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, NeedToKnowGroup>> {
    const rows = await tx.query<NeedToKnowGroup>(
      `SELECT ${columns} FROM need_to_know_groups WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Locks the row until commit. Null when there is no such group, or the actor may not see it. */
  async lockGroup(tx: Tx, id: string): Promise<NeedToKnowGroup | null> {
    if (!isUuid(id)) return null;
    const [found] = await tx.query<NeedToKnowGroup>(
      `SELECT ${columns} FROM need_to_know_groups WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return found ?? null;
  }

  async listGroups(tx: ReadTx): Promise<readonly NeedToKnowGroup[]> {
    return tx.query(`SELECT ${columns} FROM need_to_know_groups ORDER BY state, lower(name), id`);
  }

  /** Whether another group in use bears the name; two who choose the same at once are told apart by the database. */
  async isNameTaken(tx: ReadTx, name: string, exceptId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM need_to_know_groups WHERE lower(name) = lower($1) AND id <> $2 AND state = 'ACTIVE'`,
      [name.trim(), exceptId],
    );
    return rows.length > 0;
  }

  async save(tx: Tx, actor: Actor, { group, events }: AcceptedGroup): Promise<void> {
    const row = { ...group, parties: [...group.parties], audience: [...ALL_AUDIENCE] };
    const repository = tx.repository(NeedToKnowGroupEntity);
    if (group.revision === 1) await repository.insert(row);
    else await repository.update({ id: group.id, revision: group.revision - 1 }, row);
    const [first, ...others] = events;
    const entry = (event: TopicEvent): RecordEvent => ({
      ...event,
      recordKind: 'needToKnowGroup',
      recordId: group.id,
      actorName: actor.name,
      occurredAt: group.updatedAt,
    });
    await appendHistory(tx, ALL_AUDIENCE, [entry(first), ...others.map(entry)]);
  }
}
