import { Injectable } from '@nestjs/common';
import { shortNameOf } from '#glossary';
import type { Recipient } from '#notifications';
import { audienceOfParty, Offices, type Office } from '#organisation';
import type { ReadTx } from '#platform/database';
import { TopicRepository } from '#topics';
import { CommentRounds, type StoredRound } from './comment-round.repository.js';

type Told = Office & Pick<Recipient, 'because'>;

/** Who hears of a round; each person once, whatever hats they wear. */
@Injectable()
export class CommentRoundOffices {
  constructor(
    private readonly rounds: CommentRounds,
    private readonly topics: TopicRepository,
    private readonly offices: Offices,
  ) {}

  /** The coordinations of those who are asked, as far as they see the topic by now. */
  async whoIsAsked(tx: ReadTx, roundId: string): Promise<readonly Recipient[]> {
    const round = await this.rounds.findRound(tx, roundId);
    return round === null ? [] : this.membersOf(tx, await this.askedOf(tx, round));
  }

  /** The same, and those who asked. */
  async whoTakePart(tx: ReadTx, roundId: string): Promise<readonly Recipient[]> {
    const round = await this.rounds.findRound(tx, roundId);
    return round === null ? [] : this.membersOf(tx, [...askersOf(round), ...(await this.askedOf(tx, round))]);
  }

  private async askedOf(tx: ReadTx, { topicId, parties }: StoredRound): Promise<readonly Told[]> {
    const topic = await this.topics.findTopic(tx, topicId);
    const audience = topic === null ? [] : this.topics.audienceOf(topic);
    return parties
      .filter((party) => audience.includes(audienceOfParty(party)))
      .map((party) => ({ role: 'PARTY_COORDINATOR', party, because: 'Sie Ihr Land oder den Bund koordinieren' }));
  }

  private async membersOf(tx: ReadTx, offices: readonly Told[]): Promise<readonly Recipient[]> {
    const told = new Map<string, Recipient>();
    for (const { because, ...office } of offices) {
      for (const { personId } of await this.offices.membersOf(tx, office)) {
        if (!told.has(personId)) told.set(personId, { personId, because });
      }
    }
    return [...told.values()];
  }
}

function askersOf({ body }: StoredRound): readonly Told[] {
  const because = `${shortNameOf(body)} um Anmerkungen gebeten hat`;
  const roles = body === 'PRE_CONFERENCE' ? (['SECRETARIAT', 'CHAIR'] as const) : committeeRoles;
  return roles.map((role) => ({ role, because, ...(body === 'PRE_CONFERENCE' ? {} : { body }) }));
}

const committeeRoles = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY'] as const;
