import { Injectable } from '@nestjs/common';
import type { Outcome } from '#glossary';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refusal, type Refused } from '#platform/lifecycle';
import { TopicTransitionHandler, unknownTopic, type AcceptedTopic, type Topic } from '#topics';
import { decide, type AcceptedBallot } from '../../domain/ballot-decision.js';
import { ballotTopicOf, pendingBallotOf } from '../../domain/voted-topic.js';
import { consequenceOf, refusalWithoutBallot } from '../../domain/outcomes.js';
import { VotedTopics, type VotedTopic } from '../../persistence/voted-topics.js';
import { DeterminedBallots } from '../../determined-ballots.js';

export interface RecordTopicOutcome {
  readonly topicId: string;
  readonly expectedRevision: number;
  readonly outcome: Outcome;
  readonly reason?: string | null;
  /** Where a postponed topic goes; the next regular conference unless another is named. */
  readonly targetConferenceId?: string | null;
  /** "3/2026": the number under which a text is adopted in writing. */
  readonly writtenProcedureNumber?: string | null;
}

export type RecordTopicOutcomeAnswer = { readonly ok: true; readonly topic: Topic } | Refused;

/**
 * The chair determines how an item ended. Topic, ballot and resolution are decided each by its own table in one
 * transaction; if one refuses, nothing is saved and all refusals come back. The item keeps how this appearance of the
 * topic ended, whatever becomes of the topic.
 */
@Injectable()
export class RecordTopicOutcomeHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: VotedTopics,
    private readonly transition: TopicTransitionHandler,
    private readonly determined: DeterminedBallots,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: RecordTopicOutcome): Promise<RecordTopicOutcomeAnswer> {
    return this.database.write(actor, (tx) => this.recordInTx(tx, actor, input));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async recordInTx(tx: Tx, actor: Actor, input: RecordTopicOutcome): Promise<RecordTopicOutcomeAnswer> {
    const voted = await this.topics.lockTopic(tx, input.topicId);
    return voted === null ? unknownTopic : this.record(tx, actor, voted, input);
  }

  private async record(
    tx: Tx,
    actor: Actor,
    voted: VotedTopic,
    input: RecordTopicOutcome,
  ): Promise<RecordTopicOutcomeAnswer> {
    const { topicId, expectedRevision, outcome, writtenProcedureNumber = null } = input;
    const action = consequenceOf(outcome);
    const target = action === 'deferTopic' ? await this.topics.laterConference(tx, voted.topic, input) : undefined;
    const ballot = await this.decideBallot(tx, actor, voted, input);
    const topic = await this.transition.decideAndSave(tx, actor, {
      topicId,
      expectedRevision,
      action,
      input: { outcome, reason: input.reason ?? undefined, targetConferenceId: target ?? undefined },
    });
    if (!topic.ok || ballot?.ok === false) return allRefusals(target === null ? saysWhyNowhere(topic) : topic, ballot);
    const determined = { ...voted, writtenProcedureNumber };
    if (ballot !== null) await this.determined.save(tx, actor, ballot, determined);
    await this.determined.noteOnItem(tx, voted, outcome, topic.topic.updatedAt);
    return { ok: true, topic: topic.topic };
  }

  /** Null when nobody voted and nobody had to. */
  private async decideBallot(
    tx: Tx,
    actor: Actor,
    voted: VotedTopic,
    { outcome, reason }: RecordTopicOutcome,
  ): Promise<AcceptedBallot | Refused | null> {
    const pending = pendingBallotOf(voted);
    if (pending === null) return refusalWithoutBallot(voted.topic.kind, outcome);
    return decide(pending, 'recordTopicOutcome', {
      now: this.clock.now(),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: await this.determined.votesIn(tx, pending.id),
      finalTextHash: await this.determined.finalTextHashOf(tx, voted.topic),
      topic: ballotTopicOf(voted),
      input: { outcome, reason },
    });
  }
}

/** Who may not postpone is told so; who may learns that there is nowhere to postpone to. */
function saysWhyNowhere(answer: AcceptedTopic | Refused): AcceptedTopic | Refused {
  if (answer.ok) return answer;
  const [first, ...others] = answer.refusals.map((refusal) =>
    refusal.code === 'CONFERENCE_UNKNOWN' ? noLaterConference : refusal,
  );
  return first === undefined ? answer : refused(first, ...others);
}

const noLaterConference: Refusal = {
  code: 'NO_LATER_CONFERENCE',
  field: 'outcome',
  message: 'Es ist noch keine spätere Konferenz geplant, auf die vertagt werden könnte.',
};

/** Each refusal once: two tables often say the same. */
function allRefusals(...answers: readonly ({ readonly ok: true } | Refused | null)[]): Refused {
  const all = answers.flatMap((answer) => (answer === null || answer.ok ? [] : answer.refusals));
  const [first, ...others] = new Map(all.map((refusal): [string, Refusal] => [refusal.code, refusal])).values();
  if (first === undefined) throw new Error('Nothing was refused');
  return refused(first, ...others);
}
