import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { ALL_PARTIES_AUDIENCE, audienceOfBody, OFFICE_AUDIENCE, type Actor } from '#organisation';
import { bodyNames, type AgendaState, type BodyCode, type Outcome } from '#glossary';
import {
  appendHistory,
  shareHistory,
  SYSTEM_AUDIENCE,
  type ReadTx,
  type RecordEvent,
  type Tx,
} from '#platform/database';
import { audienceOf, audienceOfItem, type AgendaAudienceCodes } from '../domain/agenda-audience.js';
import type { AcceptedAgenda, AgendaEvent } from '../domain/agenda-decision.js';
import type { Agenda, AgendaItem, ConferenceTopic } from '../domain/agenda.js';

const codes: AgendaAudienceCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  parties: ALL_PARTIES_AUDIENCE,
  bodies: (Object.keys(bodyNames) as BodyCode[]).map(audienceOfBody),
};

/** An agenda that has been stored. */
export type StoredAgenda = Agenda & { readonly state: AgendaState };
export type AgendaRow = Omit<StoredAgenda, 'items'>;
export type AgendaItemRow = AgendaItem & { readonly agendaId: string };

const agendaColumns = `id, conference_id AS "conferenceId", state, circulated_at AS "circulatedAt",
  consent_list_closed_at AS "consentListClosedAt", revision`;

const restrictedTo = `CASE WHEN topic.classification = 'RESTRICTED' THEN topic.audience END AS "restrictedTo"`;

const itemColumns = `item.id, item.agenda_id AS "agendaId", item.topic_id AS "topicId", item.number, item.position,
  item.group_code AS "group", item.list, item.state, item.title, item.subtitle, item.reason,
  item.pulled_off_by AS "pulledOffBy", item.placed_at AS "placedAt",
  item.outcome, item.decided_at AS "decidedAt", item.topic_departed_at AS "topicDepartedAt"`;

/** GENERAL sorts behind AK1 … AK6 by itself, and stands before them. */
const agendaOrder = `item.group_code <> 'GENERAL', item.group_code, item.position`;

@Injectable()
export class Agendas {
  /** Locks the agenda until commit. Null when there is none, or the actor may not see it. */
  async lockAgenda(tx: Tx, id: string): Promise<StoredAgenda | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<AgendaRow>(`SELECT ${agendaColumns} FROM agendas WHERE id = $1 FOR UPDATE`, [id]);
    return row === undefined ? null : this.withItems(tx, row);
  }

  /** The same by conference, which has one agenda. */
  async lockAgendaOf(tx: Tx, conferenceId: string): Promise<StoredAgenda | null> {
    const [row] = await tx.query<AgendaRow>(
      `SELECT ${agendaColumns} FROM agendas WHERE conference_id = $1 FOR UPDATE`,
      [conferenceId],
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
      `SELECT ${agendaColumns} FROM agendas WHERE conference_id = ANY ($1::uuid[])`,
      [conferenceIds],
    );
    return new Map(rows.map((row) => [row.conferenceId, row]));
  }

  /** The items of each agenda in the order of reading. */
  async itemsByAgendas(
    tx: ReadTx,
    agendaIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly AgendaItemRow[]>> {
    const rows = await tx.prepared<AgendaItemRow>(
      'agenda-items-by-agendas',
      `SELECT ${itemColumns}, ${restrictedTo} FROM agenda_items item LEFT JOIN topics topic ON topic.id = item.topic_id
       WHERE item.agenda_id = ANY ($1::uuid[]) ORDER BY ${agendaOrder}`,
      [agendaIds],
    );
    const grouped = new Map<string, AgendaItemRow[]>(agendaIds.map((id) => [id, []]));
    for (const row of rows) grouped.get(row.agendaId)?.push(row);
    return grouped;
  }

  /** The item under which each topic stands on an agenda; of those it has left, the latest. */
  async itemsByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, AgendaItemRow>> {
    const rows = await tx.prepared<AgendaItemRow>(
      'agenda-items-by-topics',
      `SELECT ${itemColumns}, NULL AS "restrictedTo" FROM agenda_items item WHERE item.topic_id = ANY ($1::uuid[])
       ORDER BY item.topic_departed_at IS NULL, item.id`,
      [topicIds],
    );
    return new Map(rows.map((row) => [row.topicId, row]));
  }

  async itemsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, AgendaItemRow>> {
    const rows = await tx.prepared<AgendaItemRow>(
      'agenda-items-by-ids',
      `SELECT ${itemColumns}, NULL AS "restrictedTo" FROM agenda_items item WHERE item.id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every topic meant for the conference that the actor may see, in the order in which they were accepted. */
  async topicsOf(tx: ReadTx, conferenceId: string): Promise<readonly ConferenceTopic[]> {
    return tx.prepared<ConferenceTopic>(
      'topics-of-conference',
      `SELECT id, title, subtitle, kind, state, lead_committee AS "leadCommittee", recommendation, ${restrictedTo}
       FROM topics topic WHERE conference_id = $1 ORDER BY accepted_at NULLS LAST, id`,
      [conferenceId],
    );
  }

  /** Writes the decided agenda with all its items, their history and outbox entries. */
  async save(tx: Tx, actor: Actor, { agenda, events }: AcceptedAgenda, occurredAt: Date): Promise<void> {
    const audience = audienceOf(agenda, codes);
    await saveAgenda(tx, agenda, audience);
    await saveItems(tx, agenda, audience);
    await shareHistory(tx, 'agenda', agenda.id, audience);
    const audiences = new Map(agenda.items.map((item) => [item.id, audienceOfItem(audience, item)]));
    for (const event of events) {
      await appendHistory(tx, audiences.get(event.recordId) ?? audience, [entryOf(event, actor, occurredAt)]);
    }
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

  /** Agendas still open on which the topic stood at that instant. */
  async agendasLeftBy(tx: ReadTx, topicId: string, at: Date): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT agenda.id FROM agendas agenda JOIN agenda_items item ON item.agenda_id = agenda.id
       WHERE item.topic_id = $1 AND item.placed_at <= $2 AND item.topic_departed_at IS NULL AND agenda.state <> 'CLOSED'
       ORDER BY agenda.id`,
      [topicId, at],
    );
    return rows.map(({ id }) => id);
  }

  /** From then on the topic does not stand on this agenda; compiling again may take it up anew. */
  async noteDeparture(tx: Tx, itemId: string, at: Date): Promise<void> {
    await tx.execute('UPDATE agenda_items SET topic_departed_at = $2 WHERE id = $1', [itemId, at]);
  }

  /** Who reads this item. */
  async audienceOfItem(tx: ReadTx, itemId: string): Promise<readonly number[]> {
    const [row] = await tx.query<{ audience: number[] }>('SELECT audience FROM agenda_items WHERE id = $1', [itemId]);
    return row?.audience ?? [];
  }

  private async withItems(tx: ReadTx, row: AgendaRow): Promise<StoredAgenda> {
    return { ...row, items: (await this.itemsByAgendas(tx, [row.id])).get(row.id) ?? [] };
  }
}

function entryOf({ reason, ...event }: AgendaEvent, actor: Actor, occurredAt: Date): RecordEvent {
  return { ...event, reason, actorName: actor.name, occurredAt };
}

async function saveAgenda(tx: Tx, agenda: StoredAgenda, audience: readonly number[]): Promise<void> {
  await tx.execute(
    `INSERT INTO agendas (id, conference_id, state, circulated_at, revision, audience) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, circulated_at = excluded.circulated_at,
       revision = excluded.revision, audience = excluded.audience`,
    [agenda.id, agenda.conferenceId, agenda.state, agenda.circulatedAt, agenda.revision, audience],
  );
}

/** One statement for all items: an agenda has a hundred of them. */
async function saveItems(tx: Tx, { id, items }: StoredAgenda, audience: readonly number[]): Promise<void> {
  const rows = items.map((item) => ({ ...item, audience: audienceOfItem(audience, item) }));
  await tx.execute(
    `INSERT INTO agenda_items (id, agenda_id, topic_id, number, position, group_code, list, state, title, subtitle, reason,
       pulled_off_by, placed_at, audience)
     SELECT id, $1, "topicId", number, position, "group", list, state, title, subtitle, reason, "pulledOffBy",
       "placedAt", audience
     FROM jsonb_to_recordset($2) AS item (id uuid, "topicId" uuid, number text, position int, "group" text, list text,
       state text, title text, subtitle text, reason text, "pulledOffBy" text, "placedAt" timestamptz, audience int[])
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, position = excluded.position, list = excluded.list,
       state = excluded.state, title = excluded.title, subtitle = excluded.subtitle, reason = excluded.reason,
       pulled_off_by = excluded.pulled_off_by,
       audience = excluded.audience`,
    [id, JSON.stringify(rows)],
  );
}
