import type { PartyCode } from '#glossary';
import { Notifications, type NotificationKind, type Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { standingCosignatures, type Statement } from '../../domain/statement.js';
import { Statements } from '../../persistence/statement.repository.js';

const kinds: Readonly<Record<string, NotificationKind>> = {
  'statement.cosigned': 'statement-cosigned',
  'statement.cosignatureWithdrawn': 'statement-cosigned',
  'statement.withdrawn': 'statement-withdrawn',
};

/** The author hears who joins the statement and who leaves it; when it is withdrawn, those who had joined, and the secretariat. */
@EventJob({ name: 'notify-of-cosignatures', on: Object.keys(kinds) })
export class NotifyOfCosignaturesJob implements EventJobHandler {
  private readonly statements = new Statements();

  constructor(
    private readonly offices: Offices,
    private readonly notifications: Notifications,
  ) {}

  async run(tx: Tx, { id, event, recordId, data }: OutboxMessage): Promise<void> {
    const kind = kinds[event];
    const statement = (await this.statements.statementsByIds(tx, [recordId])).get(recordId);
    if (kind === undefined || statement === undefined) return;
    const recipients =
      kind === 'statement-withdrawn'
        ? await this.whoKnew(tx, statement)
        : await this.coordinationOf(tx, statement.party, 'es eine Erklärung Ihrer Stelle ist');
    const about = { messageId: id, kind, recordKind: 'topic', recordId: String(data['topicId']) };
    await this.notifications.notify(tx, { ...about, recipients });
  }

  /** Nobody but its house knows of a draft. */
  private async whoKnew(tx: Tx, statement: Statement): Promise<readonly Recipient[]> {
    if (statement.announcedAt === null) return [];
    const told: Recipient[] = [];
    for (const { party } of standingCosignatures(statement)) {
      told.push(...(await this.coordinationOf(tx, party, 'Ihre Stelle die Erklärung mitgezeichnet hat')));
    }
    const secretariat = await this.offices.membersOf(tx, { role: 'SECRETARIAT' });
    return [...told, ...secretariat.map(({ personId }) => ({ personId, because: 'Sie zur Geschäftsstelle gehören' }))];
  }

  private async coordinationOf(tx: Tx, party: PartyCode, because: string): Promise<readonly Recipient[]> {
    const holders = await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party });
    return holders.map(({ personId }) => ({ personId, because }));
  }
}
