import { Injectable } from '@nestjs/common';
import { conferencesByIds } from '#conferences';
import type { Actor } from '#organisation';
import { Database, type ReadTx } from '#platform/database';
import { availableActions } from '#platform/lifecycle';
import { topicLifecycle, type TopicAction } from '../../domain/topic-lifecycle.js';
import type { Topic } from '../../domain/topic.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';

export interface DeskItem {
  readonly topic: Topic;
  readonly action: string;
  readonly label: string;
  readonly dueAt: Date | null;
}

/** The action that takes a topic on in the usual course of the procedure; only these wait on a desk. */
const nextSteps: readonly TopicAction[] = [
  'submitTopicRegistration',
  'consentToLateTopic',
  'acceptTopicRegistration',
  'assignTopicToCommittee',
  'forwardTopicToPreConference',
  'forwardTopicToMainConference',
  'recordTopicOutcome',
];

const MOST_ITEMS = 200;

/** What waits for the actor: topics whose next step is the actor's to take, the longest waiting first. */
@Injectable()
export class DeskQuery {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly transition: TopicTransitionHandler,
  ) {}

  async execute(actor: Actor): Promise<readonly DeskItem[]> {
    return this.database.read(actor, async (tx) => {
      const ids = await candidates(tx, actor);
      const topics = await this.topics.listTopicsByIds(tx, ids);
      const found = ids.flatMap((id) => topics.get(id) ?? []);
      const conferences = await conferencesByIds(tx, [...new Set(found.map(({ conferenceId }) => conferenceId))]);
      return found.flatMap((topic) => {
        const conference = conferences.get(topic.conferenceId);
        if (conference === undefined) return [];
        const actions = availableActions(
          topicLifecycle,
          topic,
          this.transition.contextOf(actor, topic, conference, null),
        );
        const next = nextSteps
          .map((step) => actions.find(({ action }) => action === step))
          .find((each) => each?.available);
        if (next === undefined) return [];
        const dueAt = next.action === 'submitTopicRegistration' ? conference.directRegistrationDeadline : null;
        return [{ topic, action: next.action, label: next.label, dueAt }];
      });
    });
  }
}

/** Topics in the states in which one of the actor's roles takes the next step; the lifecycle decides on each of them. */
async function candidates(tx: ReadTx, actor: Actor): Promise<readonly string[]> {
  const own = actor.assignments.flatMap(({ party, body }) => party ?? body ?? []);
  const roles = actor.assignments.map(({ role }) => role);
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM topics
     WHERE (state IN ('DRAFT', 'RETURNED') AND coalesce(registrant_party, registrant_body) = ANY ($1::text[]))
        OR (state IN ('SUBMITTED', 'ACCEPTED') AND 'SECRETARIAT' = ANY ($2::text[]))
        OR (state = 'IN_COMMITTEE' AND 'COMMITTEE_CHAIR' = ANY ($2::text[]) AND lead_committee = ANY ($1::text[]))
        OR ((state IN ('IN_PRE_CONFERENCE', 'IN_MAIN_CONFERENCE') OR (state = 'SUBMITTED' AND is_late)) AND 'CHAIR' = ANY ($2::text[]))
     ORDER BY updated_at, id LIMIT $3`,
    [own, roles, MOST_ITEMS],
  );
  return rows.map(({ id }) => id);
}
