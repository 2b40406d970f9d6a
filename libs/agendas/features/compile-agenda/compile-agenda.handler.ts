import { Injectable } from '@nestjs/common';
import { Conferences, Sessions } from '#conferences';
import type { Actor } from '#organisation';
import { Database, newId, type Tx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { AgendaTransitionHandler, type AgendaAnswer } from '../../agenda-transition.handler.js';
import { decide } from '../../domain/agenda-decision.js';
import { agendaOfSession, newAgenda, ofMainConference, type AgendaOf } from '../../domain/agenda.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/** Takes every forwarded topic onto the agenda. The conference is locked, so that two who begin make one agenda. */
@Injectable()
export class CompileAgendaHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly agendas: Agendas,
    private readonly transition: AgendaTransitionHandler,
    private readonly sessions: Sessions,
  ) {}

  /** The agenda of the main conference. */
  async execute(actor: Actor, conferenceId: string): Promise<AgendaAnswer> {
    return this.database.write(actor, (tx) => this.compile(tx, actor, ofMainConference(conferenceId)));
  }

  /** The agenda of a session; for a session of the main conference that is the agenda of the conference. */
  async executeForSession(actor: Actor, sessionId: string): Promise<AgendaAnswer> {
    return this.database.write(actor, async (tx): Promise<AgendaAnswer> => {
      const session = await this.sessions.findSession(tx, sessionId);
      if (session === null) return unknownSession;
      const above = (await this.agendas.bodiesAboveSessions(tx, [session.id])).get(session.id) ?? [];
      return this.compile(tx, actor, agendaOfSession(session, above));
    });
  }

  private async compile(tx: Tx, actor: Actor, of: AgendaOf): Promise<AgendaAnswer> {
    const { conferenceId } = of;
    const conference = await this.conferences.lockConference(tx, conferenceId);
    if (conference === null) return unknownConference;
    const agenda = (await this.agendas.lockAgendaOf(tx, of)) ?? newAgenda(newId(), of);
    const topics = await this.agendas.topicsOf(tx, conferenceId);
    const context = this.transition.contextOf(actor, agenda, topics, { newItemIds: topics.map(() => newId()) });
    const decision = decide(agenda, 'compileAgenda', context);
    if (!decision.ok) return decision;
    await this.agendas.save(tx, actor, decision, context.now);
    return { ok: true, agenda: decision.agenda };
  }
}

const unknownConference = refused({
  code: 'NOT_FOUND',
  message: 'Die Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'conferenceId',
});
const unknownSession = refused({
  code: 'NOT_FOUND',
  message: 'Die Sitzung gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'sessionId',
});
