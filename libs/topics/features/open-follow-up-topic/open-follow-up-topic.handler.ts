import { Injectable } from '@nestjs/common';
import type { Classification } from '#glossary';
import { SYSTEM, type RegistrantRef } from '#organisation';
import { Clock } from '#platform/clock';
import { newId, type Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { decide, type AcceptedTopic } from '../../domain/topic-decision.js';
import { linkTo, type CitedPrecedent } from '../../domain/precedent.js';
import type { TopicEntry } from '../../domain/topic.js';
import { PrecedentRepository } from '../../persistence/precedent.repository.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { registrationWith } from '../../topic-input.graphql.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';

export interface OpenFollowUpTopic {
  readonly conferenceId: string;
  readonly registrant: RegistrantRef;
  readonly title: string;
  readonly facts: string;
  readonly precedents: readonly string[];
  readonly classification: Classification;
  /** The clause that asked for it, and the topic it belongs to. */
  readonly cites: Pick<CitedPrecedent, 'topic' | 'clause'>;
}

/** What a resolution asked for becomes a topic of the conference it is due at. An act of the system alone. */
@Injectable()
export class OpenFollowUpTopicHandler {
  constructor(
    private readonly topics: TopicRepository,
    private readonly precedents: PrecedentRepository,
    private readonly transition: TopicTransitionHandler,
    private readonly clock: Clock,
  ) {}

  /** Inside an open transaction of the system: the follow-up notes the topic in the same one. */
  async openIn(tx: Tx, input: OpenFollowUpTopic): Promise<AcceptedTopic | Refused> {
    const entry = entryFrom(input, this.clock.now());
    const decision = decide(entry, 'openFollowUpTopic', await this.transition.contextFor(tx, SYSTEM, entry, {}));
    if (!decision.ok) return decision;
    await this.topics.save(tx, SYSTEM, decision);
    const link = linkTo(decision.topic.id, { ...input.cites, id: newId(), known: [] });
    if (link !== null) await this.precedents.add(tx, link, this.topics.audienceOf(decision.topic));
    return decision;
  }
}

function entryFrom(
  { conferenceId, registrant, precedents, cites: _cites, ...fields }: OpenFollowUpTopic,
  now: Date,
): TopicEntry {
  return {
    ...registrationWith({ ...fields, precedents: [...precedents], kind: 'REPORT' }),
    id: newId(),
    state: 'NEW',
    registrant,
    conferenceId,
    previousConferenceIds: [],
    leadCommittee: null,
    involvedCommittees: [],
    isLate: false,
    chairConsentedAt: null,
    recommendation: null,
    outcome: null,
    proposalVersionId: null,
    proposalTextHash: null,
    frozenVersions: {},
    openBallotId: null,
    needToKnowGroupId: null,
    mergedIntoId: null,
    createdAt: now,
    submittedAt: null,
    acceptedAt: null,
    updatedAt: now,
    revision: 0,
  };
}
