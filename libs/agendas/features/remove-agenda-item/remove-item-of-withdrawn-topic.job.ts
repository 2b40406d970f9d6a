import { SYSTEM } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/** Takes a withdrawn topic off its agenda, where it stays visible as removed. */
@EventJob({ name: 'remove-item-of-withdrawn-topic', on: ['topic.withdrawn'] })
export class RemoveItemOfWithdrawnTopicJob implements EventJobHandler {
  constructor(
    private readonly agendas: Agendas,
    private readonly transition: AgendaTransitionHandler,
  ) {}

  async run(tx: Tx, { recordId: topicId }: OutboxMessage): Promise<void> {
    const found = (await this.agendas.itemsByTopics(tx, [topicId])).get(topicId);
    const agenda = found === undefined ? null : await this.agendas.lockAgenda(tx, found.agendaId);
    const item = agenda?.items.find((each) => each.topicId === topicId);
    // Removed by hand already, or the agenda is closed: then it tells what the conference dealt with.
    if (agenda === null || item?.state !== 'PLACED' || agenda.state === 'CLOSED') return;
    const input = { itemId: item.id, reason: 'Das Thema wurde zurückgezogen.' };
    const answer = await this.transition.decideAndSave(tx, SYSTEM, agenda, { action: 'removeAgendaItem', input });
    if (!answer.ok) throw new Error(`The item of a withdrawn topic stays: ${answer.refusals[0].code}`);
  }
}
