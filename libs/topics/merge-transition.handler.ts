import { Injectable } from '@nestjs/common';
import {
  audienceOfBody,
  audienceOfParty,
  capacitiesOn,
  OFFICE_AUDIENCE,
  type Actor,
  type RegistrantRef,
} from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, SYSTEM_AUDIENCE, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decideMerge, type AcceptedMerge, type MergeAction } from './domain/merge-lifecycle.js';
import type { MergeContext, MergeSide, TopicMerge, TopicMergeEntry } from './domain/merge.js';
import type { Topic } from './domain/topic.js';
import { MergeRepository } from './persistence/merge.repository.js';
import { TopicRepository } from './persistence/topic.repository.js';
import { TopicTransitionHandler, unknownTopic } from './topic-transition.handler.js';

export interface ProposeMerge {
  readonly topicId: string;
  readonly survivorId: string;
  readonly reason: string;
}

export interface MergeTransition {
  readonly mergeId: string;
  readonly expectedRevision: number;
  readonly action: Exclude<MergeAction, 'proposeMerge'>;
  readonly reason?: string;
}

export type MergeAnswer = { readonly ok: true; readonly merge: TopicMerge } | Refused;

const unknownMerge = refused({
  code: 'NOT_FOUND',
  message: 'Diesen Vorschlag gibt es nicht, oder Sie dürfen ihn nicht sehen.',
});

interface Pair {
  readonly topic: Topic;
  readonly survivor: Topic;
}

/** The one way in which an agreement to merge changes; carrying it out decides both topics in the same transaction. */
@Injectable()
export class MergeTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly merges: MergeRepository,
    private readonly transition: TopicTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, { topicId, survivorId, reason }: ProposeMerge): Promise<MergeAnswer> {
    return this.database.write(actor, async (tx) => {
      const pair = await this.lockPair(tx, topicId, survivorId);
      if (pair === null) return unknownTopic;
      const hasOpenMerge = await this.merges.hasOpenMerge(tx, [pair.topic.id, pair.survivor.id]);
      const context = { ...this.contextOf(actor, pair, { reason }), hasOpenMerge };
      const decision = decideMerge(this.newEntry(pair, reason), 'proposeMerge', context);
      if (!decision.ok) return decision;
      const noted = await this.note(tx, actor, pair.topic, reason);
      return noted ?? this.save(tx, actor, decision, pair);
    });
  }

  async execute(actor: Actor, transition: MergeTransition): Promise<MergeAnswer> {
    const { mergeId, expectedRevision, action, reason } = transition;
    return this.database.write(actor, async (tx) => {
      const merge = await this.merges.lockMerge(tx, mergeId);
      const pair = merge && (await this.lockPair(tx, merge.topicId, merge.survivorId));
      if (merge === null || pair === null) return unknownMerge;
      if (merge.revision !== expectedRevision) return changedMeanwhile(merge);
      const decision = decideMerge(merge, action, this.contextOf(actor, pair, { reason }));
      if (!decision.ok) return decision;
      const hindrance = action === 'mergeTopic' ? await this.mergeTopics(tx, actor, pair) : null;
      return hindrance ?? this.save(tx, actor, decision, pair);
    });
  }

  contextOf(actor: Actor, pair: Pair, input: MergeContext['input']): MergeContext {
    const [topic, survivor] = [capacitiesOn(actor, pair.topic), capacitiesOn(actor, pair.survivor)];
    const sides: MergeSide[] = [];
    if (isHead(topic)) sides.push('TOPIC');
    if (isHead(survivor)) sides.push('SURVIVOR');
    return {
      ...pair,
      now: this.clock.now(),
      capacities: new Set([...topic, ...survivor]),
      isReadableByBoth:
        this.isReadable(pair.topic, pair.survivor.registrant) && this.isReadable(pair.survivor, pair.topic.registrant),
      hasOpenMerge: false,
      sides,
      input,
    };
  }

  private isReadable(topic: Topic, registrant: RegistrantRef): boolean {
    return this.topics.audienceOf(topic).includes(audienceOfRegistrant(registrant));
  }

  private async save(tx: Tx, actor: Actor, decision: AcceptedMerge, { topic, survivor }: Pair): Promise<MergeAnswer> {
    const audience = new Set([SYSTEM_AUDIENCE, OFFICE_AUDIENCE.SECRETARIAT, OFFICE_AUDIENCE.CHAIR]);
    for (const { registrant } of [topic, survivor]) audience.add(audienceOfRegistrant(registrant));
    await this.merges.save(tx, actor, decision, [...audience]);
    return { ok: true, merge: decision.merge };
  }

  /** The topic that is to end tells of the proposal in its own history. */
  private async note(tx: Tx, actor: Actor, topic: Topic, reason: string): Promise<Refused | null> {
    const { id: topicId, revision: expectedRevision } = topic;
    const transition = { topicId, expectedRevision, action: 'proposeMerge', input: { reason } } as const;
    const decision = await this.transition.decideAndSave(tx, actor, transition);
    return decision.ok ? null : decision;
  }

  /** Both topics by their own tables; a refusal of either undoes everything. */
  private async mergeTopics(tx: Tx, actor: Actor, { topic, survivor }: Pair): Promise<Refused | null> {
    const input = { merge: { survivorId: survivor.id, isConsented: true, absorbed: topic } };
    const steps = [
      { topicId: topic.id, expectedRevision: topic.revision, action: 'mergeTopic', input },
      { topicId: survivor.id, expectedRevision: survivor.revision, action: 'absorbTopic', input },
    ] as const;
    for (const step of steps) {
      const decision = await this.transition.decideAndSave(tx, actor, step);
      if (!decision.ok) return decision;
    }
    return null;
  }

  /** In the order of their ids, so that two who merge crosswise wait for each other. */
  private async lockPair(tx: Tx, topicId: string, survivorId: string): Promise<Pair | null> {
    const found = new Map<string, Topic | null>();
    for (const id of [topicId, survivorId].sort()) found.set(id, await this.topics.lockTopic(tx, id));
    const [topic, survivor] = [found.get(topicId), found.get(survivorId)];
    return topic && survivor ? { topic, survivor } : null;
  }

  private newEntry({ topic, survivor }: Pair, reason: string): TopicMergeEntry {
    const now = this.clock.now();
    return {
      id: newId(),
      state: 'NEW',
      topicId: topic.id,
      survivorId: survivor.id,
      reason: reason.trim(),
      topicConsentedAt: null,
      survivorConsentedAt: null,
      proposedAt: now,
      updatedAt: now,
      revision: 0,
    };
  }
}

function isHead(capacities: MergeContext['capacities']): boolean {
  return capacities.has('REGISTRANT_COORDINATOR') || capacities.has('REGISTRANT_COMMITTEE_CHAIR');
}

function audienceOfRegistrant({ party, body }: RegistrantRef): number {
  return party === undefined ? audienceOfBody(body) : audienceOfParty(party);
}

function changedMeanwhile({ revision }: TopicMerge): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Der Vorschlag wurde inzwischen geändert. Bitte laden Sie ihn neu; Ihre Eingaben bleiben erhalten.',
    details: { revision },
  });
}
