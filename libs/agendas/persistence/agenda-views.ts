import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '#platform/database';

/** What a person has seen of an agenda, and which texts of its items are newer. */
export interface AgendaView {
  readonly seenAt: Date;
  /** When the text of each topic was last changed since then, by topic id. */
  readonly newTexts: ReadonlyMap<string, Date>;
}

@Injectable()
export class AgendaViews {
  /** Of the acting person, by agenda; nothing for agendas they have not seen yet. */
  async viewsOf(tx: ReadTx, agendaIds: readonly string[]): Promise<ReadonlyMap<string, AgendaView>> {
    const rows = await tx.prepared<{ agendaId: string; seenAt: Date; topicId: string | null; changedAt: Date | null }>(
      'views-of-agendas',
      `SELECT view.agenda_id AS "agendaId", view.seen_at AS "seenAt", entry.record_id AS "topicId",
         max(entry.occurred_at) AS "changedAt"
       FROM agenda_views view
       LEFT JOIN agenda_items item ON item.agenda_id = view.agenda_id AND item.list <> 'FIRESIDE'
       LEFT JOIN history entry ON entry.record_kind = 'topic' AND entry.record_id = item.topic_id
         AND entry.event = 'topic.proposalRevised' AND entry.occurred_at > view.seen_at
       WHERE view.agenda_id = ANY ($1::uuid[])
       GROUP BY view.agenda_id, view.seen_at, entry.record_id`,
      [agendaIds],
    );
    const views = new Map<string, { readonly seenAt: Date; readonly newTexts: Map<string, Date> }>();
    for (const { agendaId, seenAt, topicId, changedAt } of rows) {
      const view = views.get(agendaId) ?? { seenAt, newTexts: new Map<string, Date>() };
      if (topicId !== null && changedAt !== null) view.newTexts.set(topicId, changedAt);
      views.set(agendaId, view);
    }
    return views;
  }

  /** What was seen later stays seen. */
  async markSeen(tx: Tx, agendaId: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO agenda_views (person_id, agenda_id, seen_at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, agenda_id) DO UPDATE SET seen_at = greatest(agenda_views.seen_at, excluded.seen_at)`,
      [tx.actor.personId, agendaId, at],
    );
  }
}
