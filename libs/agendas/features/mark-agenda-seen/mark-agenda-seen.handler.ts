import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { unknownAgenda, type AgendaAnswer } from '../../agenda-transition.handler.js';
import { Agendas } from '../../persistence/agenda.repository.js';
import { AgendaViews } from '../../persistence/agenda-views.js';

/** Changes nothing of the agenda: what a person has seen is that person's business alone. */
@Injectable()
export class MarkAgendaSeenHandler {
  constructor(
    private readonly database: Database,
    private readonly agendas: Agendas,
    private readonly views: AgendaViews,
    private readonly clock: Clock,
  ) {}

  /** What happens later than now nobody has seen. */
  async execute(actor: Actor, agendaId: string, upTo: Date): Promise<AgendaAnswer> {
    return this.database.write(actor, async (tx): Promise<AgendaAnswer> => {
      const agenda = (await this.agendas.agendasByIds(tx, [agendaId])).get(agendaId);
      if (agenda === undefined) return unknownAgenda;
      const now = this.clock.now();
      await this.views.markSeen(tx, agendaId, upTo < now ? upTo : now);
      return { ok: true, agenda: { ...agenda, items: [], explanations: [] } };
    });
  }
}
