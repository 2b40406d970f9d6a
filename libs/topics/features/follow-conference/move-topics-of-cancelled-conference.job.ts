import { Conferences } from '#conferences';
import { SYSTEM } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import { EventJob, type EventJobHandler, type OutboxMessage } from '#platform/jobs';
import { OpenTopicsOfConference } from '../../persistence/open-topics-of-conference.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';

/**
 * A conference does not take place: its open topics go on at the one named, drafts that only their party sees too.
 * Without one named, and none planned, they stay where they are until somebody moves them.
 */
@EventJob({ name: 'move-topics-of-cancelled-conference', on: ['conference.cancelled'] })
export class MoveTopicsOfCancelledConferenceJob implements EventJobHandler {
  constructor(
    private readonly conferences: Conferences,
    private readonly topics: OpenTopicsOfConference,
    private readonly transition: TopicTransitionHandler,
  ) {}

  async run(tx: Tx, { id, recordId: conferenceId }: OutboxMessage): Promise<void> {
    const conference = await this.conferences.findConference(tx, conferenceId);
    const next = conference?.successorId ?? (await this.conferences.nextRegularAfter(tx, conferenceId))?.id;
    if (next === undefined) return;
    const reason = await reasonOf(tx, id);
    for (const { id: topicId, revision } of await this.topics.listMovable(tx, conferenceId)) {
      const answer = await this.transition.decideAndSave(tx, SYSTEM, {
        ...{ topicId, expectedRevision: revision, action: 'followConference' as const },
        input: { targetConferenceId: next, reason },
      });
      if (!answer.ok) throw new Error(`A topic stays at a cancelled conference: ${answer.refusals[0].code}`);
    }
  }
}

/** The reason given with the act; message and history entry have the same id. */
async function reasonOf(tx: ReadTx, id: string): Promise<string> {
  const [entry] = await tx.query<{ reason: string | null }>('SELECT reason FROM history WHERE id = $1', [id]);
  const said = entry?.reason ?? null;
  return said === null ? 'Die Konferenz ist abgesagt.' : `Die Konferenz ist abgesagt: ${said}`.slice(0, 2000);
}
