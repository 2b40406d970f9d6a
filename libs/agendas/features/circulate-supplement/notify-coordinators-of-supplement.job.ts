import { Notifications } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { coordinatorsAmong } from '../../coordinators-among.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/** One notification for the whole supplement, however many items it has, to those who may see one of them. */
@EventJob({ name: 'notify-coordinators-of-supplement', on: ['agenda.supplementCirculated'] })
export class NotifyCoordinatorsOfSupplementJob implements EventJobHandler {
  constructor(
    private readonly agendas: Agendas,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordId: agendaId, occurredAt }: OutboxMessage): Promise<void> {
    const audience = await this.agendas.audienceOfCirculation(tx, agendaId, occurredAt);
    const coordinators = await coordinatorsAmong(tx, this.offices, audience);
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'supplement-circulated',
      recordKind: 'agenda',
      recordId: agendaId,
      recipients: coordinators.map(({ personId }) => ({
        personId,
        because: 'Sie Ihr Land oder den Bund koordinieren',
      })),
    });
  }
}
