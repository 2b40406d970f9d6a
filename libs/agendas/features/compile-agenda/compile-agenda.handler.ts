import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Actor } from '#organisation';
import { Database, newId } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { AgendaTransitionHandler, type AgendaAnswer } from '../../agenda-transition.handler.js';
import { decide } from '../../domain/agenda-decision.js';
import { newAgenda } from '../../domain/agenda.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/** Takes every forwarded topic onto the agenda. The conference is locked, so that two who begin make one agenda. */
@Injectable()
export class CompileAgendaHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly agendas: Agendas,
    private readonly transition: AgendaTransitionHandler,
  ) {}

  async execute(actor: Actor, conferenceId: string): Promise<AgendaAnswer> {
    return this.database.write(actor, async (tx): Promise<AgendaAnswer> => {
      const conference = await this.conferences.lockConference(tx, conferenceId);
      if (conference === null) return unknownConference;
      const agenda = (await this.agendas.lockAgendaOf(tx, conferenceId)) ?? newAgenda(newId(), conferenceId);
      const topics = await this.agendas.topicsOf(tx, conferenceId);
      const context = this.transition.contextOf(actor, topics, { newItemIds: topics.map(() => newId()) });
      const decision = decide(agenda, 'compileAgenda', context);
      if (!decision.ok) return decision;
      await this.agendas.save(tx, actor, decision, context.now);
      return { ok: true, agenda: decision.agenda };
    });
  }
}

const unknownConference = refused({
  code: 'NOT_FOUND',
  message: 'Die Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'conferenceId',
});
