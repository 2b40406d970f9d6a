import { Injectable } from '@nestjs/common';
import type { BodyCode, CommitteeCode, Outcome } from '#glossary';
import { capacitiesOn, SYSTEM, type RegistrantRef } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { newId, type Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { decide, type AcceptedTopic } from '../../domain/topic-decision.js';
import type { TopicEntry } from '../../domain/topic.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { registrationWith, type TopicFields } from '../../topic-input.graphql.js';

export interface ImportDecidedTopic {
  readonly conferenceId: string;
  readonly registrant: RegistrantRef;
  readonly fields: TopicFields;
  readonly leadCommittee: CommitteeCode | null;
  readonly involvedCommittees: readonly BodyCode[];
  readonly outcome: Outcome;
  readonly decidedAt: Date;
  /** The text as adopted; who imports writes the version in the same transaction. Null when there was none. */
  readonly proposal: { readonly versionId: string; readonly textHash: string } | null;
}

/** Takes a topic from the archive of decided papers. An act of the system: no person can add to the past. */
@Injectable()
export class ImportDecidedTopicHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly clock: Clock,
  ) {}

  /** Inside an open transaction of the system, for a topic comes with its text and its resolution. */
  async importIn(tx: Tx, input: ImportDecidedTopic): Promise<AcceptedTopic | Refused> {
    const { outcome, decidedAt } = input;
    const entry = entryFrom(input);
    const decision = decide(entry, 'importDecidedTopic', {
      now: this.clock.now(),
      capacities: capacitiesOn(SYSTEM, entry),
      registrationDeadline: decidedAt,
      conferenceStartsOn: berlinDay(decidedAt),
      isVsNfdApproved: false,
      chairs: [],
      coordinates: [],
      registrantMayRegister: true,
      input: { registration: entry, outcome, decidedAt },
    });
    if (decision.ok) await this.topics.save(tx, SYSTEM, decision);
    return decision;
  }
}

function entryFrom(input: ImportDecidedTopic): TopicEntry {
  const { registrant, conferenceId, leadCommittee, involvedCommittees, decidedAt, proposal } = input;
  return {
    ...registrationWith(input.fields),
    id: newId(),
    state: 'NEW',
    registrant,
    conferenceId,
    previousConferenceIds: [],
    leadCommittee,
    involvedCommittees,
    isLate: false,
    chairConsentedAt: null,
    recommendation: null,
    outcome: null,
    proposalVersionId: proposal?.versionId ?? null,
    proposalTextHash: proposal?.textHash ?? null,
    frozenVersions: {},
    openBallotId: null,
    needToKnowGroupId: null,
    mergedIntoId: null,
    createdAt: decidedAt,
    submittedAt: null,
    acceptedAt: null,
    updatedAt: decidedAt,
    revision: 0,
  };
}
