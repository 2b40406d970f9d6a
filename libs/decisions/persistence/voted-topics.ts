import { Injectable } from '@nestjs/common';
import { Agendas, type AgendaItemRow } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { withoutGuests } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import type { Ballot } from '../domain/ballot.js';
import type { BallotRule } from '../domain/unanimity.js';
import type { Actor } from '#organisation';
import type { AcceptedBallot } from '../domain/ballot-decision.js';
import { Ballots, type SavedFor, type StoredBallot } from './ballot.repository.js';

/** An agenda item as far as a decision on its topic needs it. */
export type VotedItem = Pick<
  AgendaItemRow,
  'id' | 'number' | 'list' | 'state' | 'outcome' | 'topicDepartedAt' | 'isOfMainConference'
>;

/** A topic with what else a decision about it needs, locked until commit. */
export interface VotedTopic {
  readonly topic: Topic;
  /** Who sees the topic sees its ballots, except guests. */
  readonly audience: readonly number[];
  /** Null when it is on no agenda. */
  readonly item: VotedItem | null;
  readonly latestBallot: StoredBallot | null;
}

export interface LockedBallot {
  readonly ballot: StoredBallot;
  /** Its topic, or those of all its items when it is a block. */
  readonly voted: readonly VotedTopic[];
}

/** Topics as ballots see them. Always locks in the same order, topic before ballot, so that acts cannot block each other. */
@Injectable()
export class VotedTopics {
  private readonly sessions = new Sessions();

  constructor(
    private readonly topics: TopicRepository,
    private readonly agendas: Agendas,
    private readonly ballots: Ballots,
    private readonly conferences: Conferences,
  ) {}

  /** Null when there is no such topic, or the actor may not see it. */
  async lockTopic(tx: Tx, topicId: string): Promise<VotedTopic | null> {
    const topic = await this.topics.lockTopic(tx, topicId);
    if (topic === null) return null;
    const item = (await this.agendas.itemsByTopics(tx, [topicId])).get(topicId) ?? null;
    const latestBallot = await this.ballots.lockLatestBallotOn(tx, topicId);
    return { topic, audience: withoutGuests(this.topics.audienceOf(topic)), item, latestBallot };
  }

  /** The same by the item under which the topic stands on the agenda. */
  async lockTopicOf(tx: Tx, agendaItemId: string): Promise<VotedTopic | null> {
    const item = (await this.agendas.itemsByIds(tx, [agendaItemId])).get(agendaItemId);
    const found = item === undefined ? null : await this.lockTopic(tx, item.topicId);
    return found === null || item === undefined ? null : { ...found, item };
  }

  /** What the conference of this topic has agreed on for its sessions. */
  async ruleFor(tx: ReadTx, { conferenceId }: Pick<Topic, 'conferenceId'>): Promise<BallotRule> {
    const { adoptionRule, silenceRule, minYes } = await this.conferences.profileOf(tx, conferenceId);
    return { adoptionRule, silenceRule, minYes };
  }

  /** The session of the main conference that is being held, which is not concluded until commit; null when none is. */
  async lockHeldSession(tx: Tx, { conferenceId }: Pick<Topic, 'conferenceId'>): Promise<string | null> {
    return (await this.sessions.lockHeldMainSession(tx, conferenceId))?.id ?? null;
  }

  /** Where a postponed topic goes: as named, or to the next regular conference; null when none is planned yet. */
  async laterConference(
    tx: ReadTx,
    { conferenceId }: Topic,
    { targetConferenceId }: { readonly targetConferenceId?: string | null },
  ): Promise<string | null> {
    return targetConferenceId ?? (await this.conferences.nextRegularAfter(tx, conferenceId))?.id ?? null;
  }

  /** Locks a ballot after its topics. Null when there is no such ballot, or the actor may not see it. */
  async lockBallot(tx: Tx, ballotId: string): Promise<LockedBallot | null> {
    const seen = (await this.ballots.ballotsByIds(tx, [ballotId])).get(ballotId);
    if (seen === undefined) return null;
    const topicIds = await this.topicsOf(tx, seen);
    const voted = await this.lockTopics(tx, topicIds);
    const ballot = voted.size === topicIds.length ? await this.ballots.lockBallot(tx, ballotId) : null;
    return ballot === null ? null : { ballot, voted: [...voted.values()] };
  }

  /** Several topics, always in the same order; those the actor may not see are missing. */
  async lockTopics(tx: Tx, topicIds: readonly string[]): Promise<ReadonlyMap<string, VotedTopic>> {
    const locked = new Map<string, VotedTopic>();
    for (const id of [...topicIds].sort()) {
      const voted = await this.lockTopic(tx, id);
      if (voted !== null) locked.set(id, voted);
    }
    return locked;
  }

  /** Writes a decided ballot, and on its topics whether one is open: until then none is withdrawn or returned. */
  async saveBallot(tx: Tx, actor: Actor, decision: AcceptedBallot, saved: SavedFor): Promise<StoredBallot> {
    const { ballot } = decision;
    await this.ballots.save(tx, actor, decision, saved);
    for (const topicId of await this.topicsOf(tx, ballot)) {
      await this.topics.noteOpenBallot(tx, topicId, ballot.state === 'OPEN' ? ballot.id : null);
    }
    return { ...ballot, audience: saved.audience };
  }

  /** Notes on a topic that a ballot on it is open, alone or in a block. */
  async noteOpenBallot(tx: Tx, topicId: string, ballotId: string): Promise<void> {
    await this.topics.noteOpenBallot(tx, topicId, ballotId);
  }

  private async topicsOf(tx: ReadTx, { id, topicId }: Pick<Ballot, 'id' | 'topicId'>): Promise<readonly string[]> {
    if (topicId !== null) return [topicId];
    return ((await this.ballots.itemsOfBlocks(tx, [id])).get(id) ?? []).map((item) => item.topicId);
  }
}
