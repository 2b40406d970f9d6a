import { Injectable } from '@nestjs/common';
import { committeeCodes, partyCodes } from '#glossary';
import { Conferences } from '#conferences';
import type { Actor, RegistrantRef } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { refused } from '#platform/lifecycle';
import { decide } from '../../domain/topic-decision.js';
import type { TopicEntry } from '../../domain/topic.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { registrationWith, type TopicFields } from '../../topic-input.graphql.js';
import { TopicTransitionHandler, type TopicAnswer } from '../../topic-transition.handler.js';

export interface CreateTopic {
  readonly conferenceId: string;
  readonly registrantParty?: string | null;
  readonly registrantBody?: string | null;
  readonly fields: TopicFields;
}

const registrantMissing = refused({
  code: 'REGISTRANT_REQUIRED',
  field: 'registrant',
  message: 'Bitte geben Sie genau eine anmeldende Stelle an: ein Land, den Bund oder einen Arbeitskreis.',
});

const conferenceUnknown = refused({
  code: 'CONFERENCE_UNKNOWN',
  field: 'conferenceId',
  message: 'Diese Konferenz gibt es nicht.',
});

@Injectable()
export class CreateTopicHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly conferences: Conferences,
    private readonly transition: TopicTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: CreateTopic): Promise<TopicAnswer> {
    const registrant = registrantOf(input);
    if (registrant === null) return registrantMissing;
    return this.database.write(actor, async (tx) => {
      const conference = await this.conferences.findConference(tx, input.conferenceId);
      if (conference === null) return conferenceUnknown;
      const entry = this.newEntry(registrant, input);
      const context = await this.transition.contextFor(tx, actor, entry, {
        registration: registrationWith(input.fields),
      });
      const decision = decide(entry, 'createTopic', context);
      if (!decision.ok) return decision;
      await this.topics.save(tx, actor, decision);
      return { ok: true, topic: decision.topic };
    });
  }

  private newEntry(registrant: RegistrantRef, { conferenceId, fields }: CreateTopic): TopicEntry {
    const now = this.clock.now();
    return {
      ...registrationWith(fields),
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
}

function registrantOf({ registrantParty, registrantBody }: CreateTopic): RegistrantRef | null {
  const party = partyCodes.find((code) => code === registrantParty);
  const body = committeeCodes.find((code) => code === registrantBody);
  if (party !== undefined) return (registrantBody ?? null) === null ? { party } : null;
  return body === undefined ? null : { body };
}
