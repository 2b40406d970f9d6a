import { Injectable } from '@nestjs/common';
import type { Recipient } from '#notifications';
import { Offices } from '#organisation';
import type { Tx } from '#platform/database';
import { TopicRepository } from './topic.repository.js';

/** Who hears what becomes of a registration: the coordination of the party, or the heads of the committee. */
@Injectable()
export class RegistrantOffices {
  constructor(
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
  ) {}

  async recipientsFor(tx: Tx, topicId: string): Promise<readonly Recipient[]> {
    const topic = await this.topics.findTopic(tx, topicId);
    if (topic === null) return [];
    const { party, body } = topic.registrant;
    const holders =
      party !== undefined
        ? await this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party })
        : await this.headsOf(tx, body);
    return holders.map(({ personId }) => ({ personId, because: 'Ihre Stelle das Thema angemeldet hat' }));
  }

  private async headsOf(
    tx: Tx,
    body: NonNullable<Parameters<Offices['membersOf']>[1]['body']>,
  ): ReturnType<Offices['membersOf']> {
    const chairs = await this.offices.membersOf(tx, { role: 'COMMITTEE_CHAIR', body });
    const secretaries = await this.offices.membersOf(tx, { role: 'COMMITTEE_SECRETARY', body });
    return [...new Map([...chairs, ...secretaries].map((holder) => [holder.personId, holder])).values()];
  }
}
