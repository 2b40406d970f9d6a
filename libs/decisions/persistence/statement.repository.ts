import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { audienceOfParty, type Actor } from '#organisation';
import {
  appendHistory,
  shareHistory,
  SYSTEM_AUDIENCE,
  type ReadTx,
  type RecordEvent,
  type Tx,
} from '#platform/database';
import { audienceOfStatement } from '../domain/statement-audience.js';
import type { AcceptedStatement, DecidedStatement, StatementEvent } from '../domain/statement-decision.js';
import { inOrderOfLaender } from '../domain/statement-order.js';
import type { Cosignature } from '../domain/statement.js';
import { StatementCosignatureEntity } from './statement-cosignature.entity.js';
import { StatementEntity } from './statement.entity.js';

/** A statement that has been stored. */
export type StoredStatement = DecidedStatement;

type StatementRow = Omit<StoredStatement, 'cosignatures'>;

const columns = `id, topic_id AS "topicId", agenda_item_id AS "agendaItemId",
  written_procedure_id AS "writtenProcedureId", party, text, text_hash AS "textHash", state, is_late AS "isLate",
  author_name AS "authorName", on_behalf_by AS "onBehalfBy", announced_at AS "announcedAt",
  recorded_at AS "recordedAt", created_at AS "createdAt", updated_at AS "updatedAt", revision, readers`;

@Injectable()
export class Statements {
  /** Locks the statement until commit. Null when there is none, or the actor may not see it. */
  async lockStatement(tx: Tx, id: string): Promise<StoredStatement | null> {
    if (!isUuid(id)) return null;
    const rows = await tx.query<StatementRow>(`SELECT ${columns} FROM statements WHERE id = $1 FOR UPDATE`, [id]);
    return (await withCosignatures(tx, rows))[0] ?? null;
  }

  async statementsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredStatement>> {
    const rows = await tx.prepared<StatementRow>(
      'statements-by-ids',
      `SELECT ${columns} FROM statements WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map((await withCosignatures(tx, rows)).map((statement) => [statement.id, statement]));
  }

  /** In the order of the Länder, withdrawn ones among them. */
  async statementsByTopics(
    tx: ReadTx,
    topicIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredStatement[]>> {
    const rows = await tx.prepared<StatementRow>(
      'statements-by-topics',
      `SELECT ${columns} FROM statements WHERE topic_id = ANY ($1::uuid[])`,
      [topicIds],
    );
    const statements = inOrderOfLaender(await withCosignatures(tx, rows));
    return new Map(topicIds.map((id) => [id, statements.filter(({ topicId }) => topicId === id)]));
  }

  /** What stands in the record of a topic, in the order of the Länder. */
  async recordedOfTopic(tx: ReadTx, topicId: string): Promise<readonly StoredStatement[]> {
    const statements = (await this.statementsByTopics(tx, [topicId])).get(topicId) ?? [];
    return statements.filter(({ state }) => state === 'RECORDED');
  }

  /** Writes a decided statement with its history and outbox entries; `seeing` is who may see it once announced. */
  async save(tx: Tx, actor: Actor, { statement, events }: AcceptedStatement, seeing: readonly number[]): Promise<void> {
    const codes = { system: SYSTEM_AUDIENCE, author: audienceOfParty(statement.party), topic: seeing };
    const audience = audienceOfStatement(statement, codes);
    const { cosignatures, ...fields } = statement;
    const readers = fields.readers === null ? null : [...fields.readers];
    const row = { ...fields, readers, audience: [...audience] };
    const repository = tx.repository(StatementEntity);
    // Before the statement itself: once it is recorded, nothing joins it.
    await saveCosignatures(tx, statement.id, cosignatures, audience);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    await shareHistory(tx, 'statement', statement.id, audience);
    const [first, ...others] = events;
    const entry = (event: StatementEvent): RecordEvent => ({
      ...event,
      recordKind: 'statement',
      recordId: statement.id,
      actorName: actor.name,
      occurredAt: statement.updatedAt,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }
}

async function saveCosignatures(
  tx: Tx,
  statementId: string,
  cosignatures: readonly Cosignature[],
  audience: readonly number[],
): Promise<void> {
  const repository = tx.repository(StatementCosignatureEntity);
  const known = new Map((await repository.findBy({ statementId })).map((each) => [each.id, each]));
  for (const each of cosignatures) {
    const { endedAt, endedBecause } = each;
    const before = known.get(each.id);
    if (before === undefined) await repository.insert({ ...each, statementId, audience: [...audience] });
    else if (before.endedBecause !== endedBecause) await repository.update({ id: each.id }, { endedAt, endedBecause });
  }
}

async function withCosignatures(tx: ReadTx, rows: readonly StatementRow[]): Promise<readonly StoredStatement[]> {
  if (rows.length === 0) return [];
  const found = await tx.prepared<Cosignature & { readonly statementId: string }>(
    'cosignatures-of-statements',
    `SELECT id, statement_id AS "statementId", party, text_hash AS "textHash", cosigned_at AS "cosignedAt",
       cosigned_by AS "cosignedBy", ended_at AS "endedAt", ended_because AS "endedBecause"
     FROM statement_cosignatures WHERE statement_id = ANY ($1::uuid[]) ORDER BY id`,
    [rows.map(({ id }) => id)],
  );
  const grouped = new Map<string, Cosignature[]>(rows.map(({ id }) => [id, []]));
  for (const { statementId, ...each } of found) grouped.get(statementId)?.push(each);
  return rows.map((row) => ({ ...row, cosignatures: grouped.get(row.id) ?? [] }));
}
