import { Injectable, Optional } from '@nestjs/common';
import type { BodyCode } from '#glossary';
import { Conferences, type Conference } from '#conferences';
import { capacitiesOn, partiesActedFor, rightsOf, type Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type ReadTx, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide, type AcceptedTopic } from './domain/topic-decision.js';
import type { TopicAction } from './domain/topic-lifecycle.js';
import type { TargetConference, Topic, TopicActionInput, TopicContext, TopicEntry } from './domain/topic.js';
import { TopicRepository } from './persistence/topic.repository.js';

export interface TopicTransition {
  readonly topicId: string;
  readonly expectedRevision: number;
  readonly action: TopicAction;
  readonly input?: TopicActionInput;
}

export type TopicAnswer = { readonly ok: true; readonly topic: Topic } | Refused;

export const unknownTopic = refused({
  code: 'NOT_FOUND',
  message: 'Das Thema gibt es nicht, oder Sie dürfen es nicht sehen.',
});

/** Begin, lock, decide, save, commit: the one way in which an action of the topic's lifecycle changes a topic. */
@Injectable()
export class TopicTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly conferences: Conferences,
    private readonly clock: Clock,
    /** Without settings nothing is approved. */
    @Optional() private readonly config?: Config,
  ) {}

  async execute(actor: Actor, transition: TopicTransition): Promise<TopicAnswer> {
    return this.database.write(actor, (tx) => this.decideAndSave(tx, actor, transition));
  }

  /** The same inside an open transaction, for acts that touch several records; the caller rolls back on a refusal. */
  async decideAndSave(tx: Tx, actor: Actor, transition: TopicTransition): Promise<AcceptedTopic | Refused> {
    const topic = await this.topics.lockTopic(tx, transition.topicId);
    if (topic === null) return unknownTopic;
    if (topic.revision !== transition.expectedRevision) return changedMeanwhile(topic);
    const context = await this.contextFor(tx, actor, topic, transition.input ?? {});
    const decision = decide(topic, transition.action, context);
    if (decision.ok) await this.topics.save(tx, actor, decision);
    return decision;
  }

  /** What a decision on this topic needs, read in the same transaction. */
  async contextFor(tx: ReadTx, actor: Actor, topic: TopicEntry, input: TopicActionInput): Promise<TopicContext> {
    const conference = await this.conferences.getConference(tx, topic.conferenceId);
    const target = input.targetConferenceId;
    const targetConference = target === undefined ? undefined : await this.conferences.findConference(tx, target);
    const context: TopicContext = {
      ...this.contextOf(actor, topic, conference, input),
      targetConference: targetConference && this.targetOf(targetConference),
    };
    const party = topic.state === 'NEW' ? topic.registrant.party : input.party;
    if (party === undefined) return context;
    const { mayRegister } = await rightsOf(tx, 'MAIN_CONFERENCE', party, berlinDay(context.now));
    return { ...context, registrantMayRegister: mayRegister };
  }

  /** The same for a known conference; `input` null while only asking which actions are available. */
  contextOf(actor: Actor, topic: TopicEntry, conference: Conference, input: TopicActionInput | null): TopicContext {
    return {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, topic),
      registrationDeadline: conference.directRegistrationDeadline,
      conferenceStartsOn: conference.startsOn,
      conferenceIsCancelled: conference.state === 'CANCELLED',
      isVsNfdApproved: this.config?.vsNfdApproved ?? false,
      chairs: bodiesChairedBy(actor),
      coordinates: partiesActedFor(actor, 'PARTY_COORDINATOR'),
      registrantMayRegister: true,
      input,
    };
  }

  private targetOf({ id, startsOn, endsOn, state }: Conference): TargetConference {
    return { id, startsOn, isOver: state === 'CANCELLED' || endsOn < berlinDay(this.clock.now()) };
  }
}

function bodiesChairedBy({ assignments }: Actor): readonly BodyCode[] {
  return assignments.flatMap(({ role, body }) => (role === 'COMMITTEE_CHAIR' && body !== null ? [body] : []));
}

function changedMeanwhile(topic: Topic): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Das Thema wurde inzwischen geändert. Bitte laden Sie es neu; Ihre Eingaben bleiben erhalten.',
    details: { revision: topic.revision },
  });
}
