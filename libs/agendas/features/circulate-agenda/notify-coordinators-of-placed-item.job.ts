import { partyCodes } from '#glossary';
import { Notifications } from '#notifications';
import { ALL_PARTIES_AUDIENCE, audienceOfParty, Offices, type OfficeHolder } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { ITEM_PLACED } from '../../domain/agenda-decision.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/**
 * Tells the coordination of every Land and of the Bund that a topic is on the agenda. The event exists once per item and
 * only when the agenda is circulated: a draft is seen by the secretariat and the chair alone, and may still change.
 */
@EventJob({ name: 'notify-coordinators-of-placed-item', on: [ITEM_PLACED] })
export class NotifyCoordinatorsOfPlacedItemJob implements EventJobHandler {
  constructor(
    private readonly agendas: Agendas,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordId, data }: OutboxMessage): Promise<void> {
    const topicId = String(data['topicId']);
    const coordinators = await this.coordinatorsWhoSee(tx, recordId);
    const recipients = coordinators.map(({ personId }) => ({
      personId,
      because: 'Sie Ihr Land oder den Bund koordinieren',
    }));
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'item-placed',
      recordKind: 'topic',
      recordId: topicId,
      recipients,
    });
  }

  /** A restricted item is told to those parties alone that may see it. */
  private async coordinatorsWhoSee(tx: ReadTx, itemId: string): Promise<readonly OfficeHolder[]> {
    const audience = await this.agendas.audienceOfItem(tx, itemId);
    if (ALL_PARTIES_AUDIENCE.every((code) => audience.includes(code))) {
      return this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR' });
    }
    const holders: OfficeHolder[] = [];
    for (const party of partyCodes.filter((code) => audience.includes(audienceOfParty(code)))) {
      holders.push(...(await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party })));
    }
    return [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
  }
}
