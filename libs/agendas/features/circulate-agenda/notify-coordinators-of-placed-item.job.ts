import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { coordinatorsAmong } from '../../coordinators-among.js';
import { ITEM_PLACED } from '../../domain/agenda-decision.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/**
 * Tells the coordination of every Land and of the Bund that a topic is on the agenda. The event exists once per item and
 * only when the agenda is circulated: a draft is seen by the secretariat and the chair alone, and may still change. Of a
 * restricted item those parties alone are told that may see it. A supplement, and the agenda of another body, are told
 * as a whole.
 */
@EventJob({ name: 'notify-coordinators-of-placed-item', on: [ITEM_PLACED] })
export class NotifyCoordinatorsOfPlacedItemJob implements EventJobHandler {
  constructor(
    private readonly agendas: Agendas,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordId, data }: OutboxMessage): Promise<void> {
    const bodies = data['bodies'] as readonly string[] | undefined;
    if (data['supplement'] !== undefined || (bodies !== undefined && bodies[0] !== 'MAIN_CONFERENCE')) return;
    const audience = await this.agendas.audienceOfItem(tx, recordId);
    const coordinators = await coordinatorsAmong(tx, this.offices, audience);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'item-placed',
      recordKind: 'topic',
      recordId: String(data['topicId']),
      recipients: coordinators.map(({ personId }) => ({
        personId,
        because: 'Sie Ihr Land oder den Bund koordinieren',
      })),
    });
  }
}
