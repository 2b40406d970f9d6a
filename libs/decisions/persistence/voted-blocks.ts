import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Agendas, type StoredAgenda } from '#agendas';
import type { Actor } from '#organisation';
import type { Tx } from '#platform/database';
import { blockHash } from '../block-hash.js';
import type { AcceptedBallot } from '../domain/ballot-decision.js';
import type { Block, BlockItem } from '../domain/block.js';
import type { BallotRule } from '../domain/unanimity.js';
import { blockPartOf, isOpenConsent, isStillHere } from '../domain/voted-topic.js';
import { Ballots, type StoredBallot } from './ballot.repository.js';
import { VotedTopics, type VotedTopic } from './voted-topics.js';

/** One item of a block with its topic, locked until commit. */
export interface VotedPart {
  readonly item: BlockItem;
  readonly voted: VotedTopic;
}

/** What is on the consent list and not decided yet, as it would be voted on. */
export interface ConsentList {
  readonly agenda: StoredAgenda;
  readonly parts: readonly VotedPart[];
  readonly block: Block;
  readonly textHash: string;
  readonly rule: BallotRule;
  /** Null while no session of the main conference is being held. */
  readonly sessionId: string | null;
}

export interface LockedBlock {
  readonly ballot: StoredBallot;
  readonly parts: readonly VotedPart[];
  readonly block: Block;
}

/** Blocks of items that are voted on at once. Locks as single items do, topics before ballots, then the session, then the agenda. */
@Injectable()
export class VotedBlocks {
  constructor(
    private readonly topics: VotedTopics,
    private readonly agendas: Agendas,
    private readonly ballots: Ballots,
  ) {}

  /** Null when there is no such agenda, or the actor may not see it. */
  async lockConsentList(tx: Tx, agendaId: string): Promise<ConsentList | null> {
    const known = (await this.agendas.agendasByIds(tx, isUuid(agendaId) ? [agendaId] : [])).get(agendaId);
    if (known === undefined) return null;
    const seen = (await this.agendas.itemsByAgendas(tx, [agendaId])).get(agendaId) ?? [];
    const topicIds = seen.filter(isOpenConsent).map(({ topicId }) => topicId);
    const voted = await this.topics.lockTopics(tx, topicIds);
    const sessionId = await this.topics.lockHeldSession(tx, known);
    const agenda = await this.agendas.lockAgenda(tx, agendaId);
    if (agenda === null) return null;
    const here = agenda.items.filter((item) => {
      const topic = voted.get(item.topicId)?.topic;
      return isOpenConsent(item) && topic !== undefined && isStillHere(topic);
    });
    const parts = here.flatMap((item, index): VotedPart[] => {
      const topic = voted.get(item.topicId);
      if (topic === undefined) return [];
      const { proposalVersionId, proposalTextHash } = topic.topic;
      const text = { proposalVersionId: proposalVersionId ?? '', textHash: proposalTextHash ?? '' };
      const part = { agendaItemId: item.id, topicId: item.topicId, ...text, position: index + 1 };
      return [{ item: part, voted: { ...topic, item: { ...item, isOfMainConference: agenda.sessionId === null } } }];
    });
    const block = { isCirculated: agenda.circulatedAt !== null, parts: parts.map((part) => blockPartOf(part.voted)) };
    const textHash = blockHash(parts.map(({ item }) => item));
    const rule = await this.topics.ruleFor(tx, agenda);
    return { agenda, parts, block, textHash, rule, sessionId };
  }

  /** Null when there is no such block, or the actor may not see it. */
  async lockBlock(tx: Tx, ballotId: string): Promise<LockedBlock | null> {
    const locked = await this.topics.lockBallot(tx, ballotId);
    if (locked === null) return null;
    const byTopic = new Map(locked.voted.map((voted) => [voted.topic.id, voted]));
    const items = (await this.ballots.itemsOfBlocks(tx, [ballotId])).get(ballotId) ?? [];
    const parts = items.flatMap((item): VotedPart[] => {
      const voted = byTopic.get(item.topicId);
      return voted === undefined ? [] : [{ item, voted }];
    });
    const block = { isCirculated: true, parts: parts.map((part) => blockPartOf(part.voted, part.item.textHash)) };
    return { ballot: locked.ballot, parts, block };
  }

  /** Writes an opened block with its items; from now on nothing is pulled off the list. */
  async open(tx: Tx, actor: Actor, decision: AcceptedBallot, { agenda, parts }: ConsentList): Promise<StoredBallot> {
    const now = decision.ballot.openedAt;
    const audience = commonAudience(parts);
    await this.ballots.save(tx, actor, decision, { audience, now });
    await this.ballots.addItems(
      tx,
      decision.ballot.id,
      parts.map(({ item, voted }) => ({ ...item, audience: voted.audience })),
    );
    for (const { item } of parts) await this.topics.noteOpenBallot(tx, item.topicId, decision.ballot.id);
    await this.agendas.lockConsentList(tx, agenda.id, now);
    return { ...decision.ballot, audience };
  }
}

/** Who sees every item sees the block. */
function commonAudience(parts: readonly VotedPart[]): readonly number[] {
  const [first, ...others] = parts.map(({ voted }) => voted.audience);
  return (first ?? []).filter((code) => others.every((audience) => audience.includes(code)));
}
