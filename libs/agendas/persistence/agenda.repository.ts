import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { BodyCode, Outcome } from '#glossary';
import type { Actor } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import type { AcceptedAgenda } from '../domain/agenda-decision.js';
import type { AgendaOf, ConferenceTopic } from '../domain/agenda.js';
import {
  agendaColumns,
  agendaOrder,
  bodiesAbove,
  itemColumns,
  itemTables,
  placeAmongAll,
  placeOfOne,
  restrictedTo,
  type AgendaItemRow,
  type AgendaRow,
  type ExplanationRow,
  type StoredAgenda,
} from './agenda-rows.js';
import { saveAgenda } from './save-agenda.js';

export type { AgendaItemRow, AgendaRow, ExplanationRow, StoredAgenda };

export interface SessionDays {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string | null;
}

@Injectable()
export class Agendas {
  /** Locks the agenda until commit. Null when there is none, or the actor may not see it. */
  async lockAgenda(tx: Tx, id: string): Promise<StoredAgenda | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<AgendaRow>(`SELECT ${agendaColumns} FROM agendas WHERE id = $1 FOR UPDATE`, [id]);
    return row === undefined ? null : this.withItems(tx, row);
  }

  /** The same by where it belongs: a conference and each session have one agenda at most. */
  async lockAgendaOf(tx: Tx, { conferenceId, sessionId }: AgendaOf): Promise<StoredAgenda | null> {
    const [row] = await tx.query<AgendaRow>(
      `SELECT ${agendaColumns} FROM agendas
       WHERE conference_id = $1 AND session_id IS NOT DISTINCT FROM $2 FOR UPDATE`,
      [conferenceId, sessionId],
    );
    return row === undefined ? null : this.withItems(tx, row);
  }

  async agendasByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, AgendaRow>> {
    const rows = await tx.prepared<AgendaRow>(
      'agendas-by-ids',
      `SELECT ${agendaColumns} FROM agendas WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async agendasByConferences(tx: ReadTx, conferenceIds: readonly string[]): Promise<ReadonlyMap<string, AgendaRow>> {
    const rows = await tx.prepared<AgendaRow>(
      'agendas-by-conferences',
      `SELECT ${agendaColumns} FROM agendas WHERE conference_id = ANY ($1::uuid[]) AND session_id IS NULL`,
      [conferenceIds],
    );
    return new Map(rows.map((row) => [row.conferenceId, row]));
  }

  async agendasBySessions(tx: ReadTx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, AgendaRow>> {
    const rows = await tx.prepared<AgendaRow>(
      'agendas-by-sessions',
      `SELECT ${agendaColumns} FROM agendas WHERE session_id = ANY ($1::uuid[])`,
      [sessionIds],
    );
    return new Map(rows.flatMap((row) => (row.sessionId === null ? [] : [[row.sessionId, row]])));
  }

  /** All agendas of each conference: of its main conference first, then of the sessions as they take place. */
  async allAgendasOf(tx: ReadTx, conferenceIds: readonly string[]): Promise<ReadonlyMap<string, readonly AgendaRow[]>> {
    const rows = await tx.prepared<AgendaRow>(
      'all-agendas-of-conferences',
      `SELECT ${agendaColumns} FROM agendas WHERE conference_id = ANY ($1::uuid[])
       ORDER BY session_id IS NOT NULL, (SELECT starts_on FROM sessions WHERE sessions.id = session_id), id`,
      [conferenceIds],
    );
    const grouped = new Map<string, AgendaRow[]>(conferenceIds.map((id) => [id, []]));
    for (const row of rows) grouped.get(row.conferenceId)?.push(row);
    return grouped;
  }

  /** The items of each agenda in the order of reading. */
  async itemsByAgendas(
    tx: ReadTx,
    agendaIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly AgendaItemRow[]>> {
    const rows = await tx.prepared<AgendaItemRow>(
      'agenda-items-by-agendas',
      `SELECT ${itemColumns}, ${placeAmongAll}, ${restrictedTo} FROM ${itemTables} LEFT JOIN topics topic ON topic.id = item.topic_id
       WHERE item.agenda_id = ANY ($1::uuid[]) ORDER BY ${agendaOrder}`,
      [agendaIds],
    );
    const grouped = new Map<string, AgendaItemRow[]>(agendaIds.map((id) => [id, []]));
    for (const row of rows) grouped.get(row.agendaId)?.push(row);
    return grouped;
  }

  /** What was said of topics that are not on each agenda. */
  async explanationsByAgendas(
    tx: ReadTx,
    agendaIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ExplanationRow[]>> {
    const rows = await tx.prepared<ExplanationRow>(
      'explanations-by-agendas',
      `SELECT agenda_id AS "agendaId", topic_id AS "topicId", number, topic_state AS "topicState", explanation,
         explained_by AS "explainedBy", explained_at AS "explainedAt"
       FROM agenda_explanations WHERE agenda_id = ANY ($1::uuid[]) ORDER BY topic_id, number`,
      [agendaIds],
    );
    const grouped = new Map<string, ExplanationRow[]>(agendaIds.map((id) => [id, []]));
    for (const row of rows) grouped.get(row.agendaId)?.push(row);
    return grouped;
  }

  /** The item under which each topic stands on the agenda of a main conference; of those it has left, the latest. */
  async itemsByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, AgendaItemRow>> {
    const rows = await tx.prepared<AgendaItemRow>(
      'agenda-items-by-topics',
      `SELECT ${itemColumns}, ${placeOfOne}, NULL AS "restrictedTo" FROM ${itemTables}
       WHERE item.topic_id = ANY ($1::uuid[]) AND agenda.session_id IS NULL
       ORDER BY item.topic_departed_at IS NULL, item.id`,
      [topicIds],
    );
    return new Map(rows.map((row) => [row.topicId, row]));
  }

  async itemsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, AgendaItemRow>> {
    const rows = await tx.prepared<AgendaItemRow>(
      'agenda-items-by-ids',
      `SELECT ${itemColumns}, ${placeOfOne}, NULL AS "restrictedTo" FROM ${itemTables} WHERE item.id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The bodies above those of each session, by session: their officers prepare its agenda too. */
  async bodiesAboveSessions(
    tx: ReadTx,
    sessionIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BodyCode[]>> {
    const rows = await tx.prepared<{ id: string; above: readonly BodyCode[] }>(
      'bodies-above-sessions',
      `SELECT id, ${bodiesAbove('sitting.codes')} AS above FROM (
         SELECT session_id AS id, array_agg(body_code) AS codes FROM session_bodies
         WHERE session_id = ANY ($1::uuid[]) GROUP BY session_id) sitting`,
      [sessionIds],
    );
    return new Map(rows.map(({ id, above }) => [id, above]));
  }

  /** When and where each session takes place. */
  async daysOfSessions(tx: ReadTx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionDays>> {
    const rows = await tx.prepared<SessionDays & { readonly id: string }>(
      'days-of-sessions',
      `SELECT id, starts_on::text AS "startsOn", ends_on::text AS "endsOn", place FROM sessions
       WHERE id = ANY ($1::uuid[])`,
      [sessionIds],
    );
    return new Map(rows.map(({ id, ...days }) => [id, days]));
  }

  /** Every topic meant for the conference that the actor may see, in the order in which they were accepted. */
  async topicsOf(tx: ReadTx, conferenceId: string): Promise<readonly ConferenceTopic[]> {
    return tx.prepared<ConferenceTopic>(
      'topics-of-conference',
      `SELECT id, title, subtitle, kind, state, lead_committee AS "leadCommittee",
         involved_committees AS "involvedCommittees", recommendation, ${restrictedTo}
       FROM topics topic WHERE conference_id = $1 ORDER BY accepted_at NULLS LAST, id`,
      [conferenceId],
    );
  }

  /** Writes the decided agenda with all its items, their history and outbox entries. */
  async save(tx: Tx, actor: Actor, decided: AcceptedAgenda, occurredAt: Date): Promise<void> {
    await saveAgenda(tx, actor, decided, occurredAt);
  }

  /** How this appearance of a topic ended; in the transaction in which the topic itself is decided. */
  async noteOutcome(tx: Tx, itemId: string, outcome: Outcome, at: Date): Promise<void> {
    await tx.execute('UPDATE agenda_items SET outcome = $2, decided_at = $3 WHERE id = $1', [itemId, outcome, at]);
  }

  /** The block is voted on from now on: nothing is pulled off the consent list or put on it any more. */
  async lockConsentList(tx: Tx, agendaId: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE agendas SET consent_list_closed_at = $2, revision = revision + 1 WHERE id = $1 AND consent_list_closed_at IS NULL',
      [agendaId, at],
    );
  }

  /** The block was dissolved: its items may be moved again. */
  async reopenConsentList(tx: Tx, agendaId: string): Promise<void> {
    await tx.execute('UPDATE agendas SET consent_list_closed_at = NULL, revision = revision + 1 WHERE id = $1', [
      agendaId,
    ]);
  }

  /** Agendas of these bodies, still open, on which the topic stood at that instant; of all bodies when none are named. */
  async agendasLeftBy(
    tx: ReadTx,
    topicId: string,
    { at, bodies }: { readonly at: Date; readonly bodies: readonly BodyCode[] | null },
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT agenda.id FROM agendas agenda JOIN agenda_items item ON item.agenda_id = agenda.id
       WHERE item.topic_id = $1 AND item.placed_at <= $2 AND item.topic_departed_at IS NULL AND agenda.state <> 'CLOSED'
         AND ($3::text[] IS NULL OR agenda.body_codes && $3::text[])
       ORDER BY agenda.id`,
      [topicId, at, bodies],
    );
    return rows.map(({ id }) => id);
  }

  /** From then on the topic does not stand on this agenda; compiling again may take it up anew. */
  async noteDeparture(tx: Tx, itemId: string, at: Date): Promise<void> {
    await tx.execute('UPDATE agenda_items SET topic_departed_at = $2 WHERE id = $1', [itemId, at]);
  }

  /** Who reads at least one of the items circulated at that instant; restricted ones are part of no supplement. */
  async audienceOfCirculation(tx: ReadTx, agendaId: string, at: Date): Promise<readonly number[]> {
    const rows = await tx.query<{ code: number }>(
      'SELECT DISTINCT unnest(audience) AS code FROM agenda_items WHERE agenda_id = $1 AND circulated_at = $2',
      [agendaId, at],
    );
    return rows.map(({ code }) => code);
  }

  /** Who reads this item. */
  async audienceOfItem(tx: ReadTx, itemId: string): Promise<readonly number[]> {
    const [row] = await tx.query<{ audience: number[] }>('SELECT audience FROM agenda_items WHERE id = $1', [itemId]);
    return row?.audience ?? [];
  }

  private async withItems(tx: ReadTx, row: AgendaRow): Promise<StoredAgenda> {
    const items = (await this.itemsByAgendas(tx, [row.id])).get(row.id) ?? [];
    const explanations = (await this.explanationsByAgendas(tx, [row.id])).get(row.id) ?? [];
    return { ...row, items, explanations };
  }
}
