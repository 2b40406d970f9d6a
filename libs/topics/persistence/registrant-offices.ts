import { Injectable } from '@nestjs/common';
import { partyNames, type BodyCode, type PartyCode } from '#glossary';
import type { Recipient } from '#notifications';
import { Offices, type RegistrantRef } from '#organisation';
import type { Tx } from '#platform/database';
import type { OutboxMessage } from '#platform/jobs';
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
    return this.holdersOf(tx, topic.registrant, 'Ihre Stelle das Thema angemeldet hat');
  }

  /** The coordinations of the parties that registered with the registrant. */
  async coRegistrantsOf(tx: Tx, topicId: string): Promise<readonly Recipient[]> {
    const topic = await this.topics.findTopic(tx, topicId);
    const parties = topic?.coRegistrants ?? [];
    const holders = await Promise.all(
      parties.map((party) => this.holdersOf(tx, { party }, `${partyNames[party]} das Thema mit angemeldet hat`)),
    );
    return holders.flat();
  }

  /** Who gave a topic up that another carries on: no part of the topic names it any more, the event does. */
  async formerRegistrantOf(tx: Tx, { formerRegistrant }: OutboxMessage['data']): Promise<readonly Recipient[]> {
    const former = formerRegistrant as RegistrantRef | undefined;
    return former === undefined ? [] : this.holdersOf(tx, former, 'Ihre Stelle das Thema zuvor angemeldet hatte');
  }

  private async holdersOf(tx: Tx, { party, body }: RegistrantRef, because: string): Promise<readonly Recipient[]> {
    const holders = party !== undefined ? await this.coordinationOf(tx, party) : await this.headsOf(tx, body);
    return holders.map(({ personId }) => ({ personId, because }));
  }

  private async coordinationOf(tx: Tx, party: PartyCode): ReturnType<Offices['membersOf']> {
    return this.offices.membersOf(tx, { role: 'PARTY_COORDINATOR', party });
  }

  private async headsOf(tx: Tx, body: BodyCode): ReturnType<Offices['membersOf']> {
    const chairs = await this.offices.membersOf(tx, { role: 'COMMITTEE_CHAIR', body });
    const secretaries = await this.offices.membersOf(tx, { role: 'COMMITTEE_SECRETARY', body });
    return [...new Map([...chairs, ...secretaries].map((holder) => [holder.personId, holder])).values()];
  }
}
