import { Injectable } from '@nestjs/common';
import { Conferences, Sessions, type Conference, type Session } from '#conferences';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import type { Clause } from '#proposals';
import { TopicRepository, type Topic } from '#topics';
import { clausesOfItems } from '../../persistence/agenda-clauses.loader.js';
import { Agendas, type AgendaItemRow, type AgendaRow } from '../../persistence/agenda.repository.js';

/** Everything that is printed, read in one transaction. */
export interface Papers {
  readonly agenda: AgendaRow;
  readonly conference: Conference;
  /** Null for the agenda of the main conference. */
  readonly session: Session | null;
  readonly items: readonly AgendaItemRow[];
  readonly topics: ReadonlyMap<string, Topic>;
  readonly clauses: ReadonlyMap<string, readonly Clause[]>;
}

@Injectable()
export class AgendaPapers {
  constructor(
    private readonly database: Database,
    private readonly agendas: Agendas,
    private readonly sessions: Sessions,
    private readonly conferences: Conferences,
    private readonly topics: TopicRepository,
  ) {}

  /** Null when there is no such agenda, or the actor may not see it. */
  async read(actor: Actor, agendaId: string): Promise<Papers | null> {
    return this.database.read(actor, async (tx): Promise<Papers | null> => {
      const agenda = (await this.agendas.agendasByIds(tx, [agendaId])).get(agendaId);
      if (agenda === undefined) return null;
      const conference = await this.conferences.getConference(tx, agenda.conferenceId);
      const items = (await this.agendas.itemsByAgendas(tx, [agenda.id])).get(agenda.id) ?? [];
      const topics = await this.topics.listTopicsByIds(
        tx,
        items.map(({ topicId }) => topicId),
      );
      const clauses = await clausesOfItems(
        tx,
        items.map(({ id }) => id),
      );
      const session = agenda.sessionId === null ? null : await this.sessions.findSession(tx, agenda.sessionId);
      return { agenda, conference, session, items, topics, clauses };
    });
  }
}
