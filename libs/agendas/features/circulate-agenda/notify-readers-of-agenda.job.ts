import type { BodyCode } from '#glossary';
import { Notifications } from '#notifications';
import { Offices, type OfficeHolder } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { committeesOf, isOfMainConference } from '../../domain/agenda.js';
import { Agendas } from '../../persistence/agenda.repository.js';

/**
 * Tells those who sit in the body that its agenda is there: the members and guests of a committee, the coordination of
 * all parties for the pre-conference. What comes before the ministers is told item by item instead.
 */
@EventJob({ name: 'notify-readers-of-agenda', on: ['agenda.circulated'] })
export class NotifyReadersOfAgendaJob implements EventJobHandler {
  constructor(
    private readonly agendas: Agendas,
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, recordId: agendaId }: OutboxMessage): Promise<void> {
    const agenda = (await this.agendas.agendasByIds(tx, [agendaId])).get(agendaId);
    if (agenda === undefined || isOfMainConference(agenda)) return;
    const readers = await this.readersIn(tx, committeesOf(agenda));
    await this.notifications.notify(tx, {
      messageId: id,
      kind: 'agenda-circulated',
      recordKind: 'agenda',
      recordId: agendaId,
      recipients: readers.map(({ personId }) => ({ personId, because: 'Sie an der Sitzung teilnehmen' })),
    });
  }

  private async readersIn(tx: ReadTx, committees: readonly BodyCode[]): Promise<readonly OfficeHolder[]> {
    if (committees.length === 0) return this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR' });
    const holders: OfficeHolder[] = [];
    for (const body of committees) {
      for (const role of ['COMMITTEE_CHAIR', 'COMMITTEE_MEMBER', 'GUEST'] as const) {
        holders.push(...(await this.offices.membersOf(tx, { role, body })));
      }
    }
    return [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
  }
}
