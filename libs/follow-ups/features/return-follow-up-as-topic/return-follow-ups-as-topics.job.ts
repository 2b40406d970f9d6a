import { SYSTEM } from '#organisation';
import { Database } from '#platform/database';
import { ScheduledJob, sweepEach, type ScheduledJobHandler } from '#platform/jobs';
import { FollowUpTransitionHandler, type FollowUpAnswer } from '../../follow-up-transition.handler.js';
import { FollowUpTopics } from './follow-up-topics.js';

/** Another worker has returned it, or somebody has dealt with it, between looking and locking. */
const doneByAnother: ReadonlySet<string> = new Set(['ALREADY_RETURNED', 'NOT_POSSIBLE_IN_STATE']);

/**
 * As soon as the conference is planned at which something is due, it comes back as a topic of that conference. Looks
 * again every minute: whatever was missed while no worker ran is made up for in the order in which it is due.
 */
@ScheduledJob({ name: 'return-follow-ups-as-topics', everySeconds: 60 })
export class ReturnFollowUpsAsTopicsJob implements ScheduledJobHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: FollowUpTopics,
    private readonly transition: FollowUpTransitionHandler,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.read(SYSTEM, (tx) => this.topics.listDue(tx));
    await sweepEach(
      due,
      ({ id }) => id,
      async ({ id }) => {
        const answer = await this.returnOne(id);
        if (!answer.ok && answer.refusals.some(({ code }) => !doneByAnother.has(code))) {
          throw new Error(JSON.stringify(answer.refusals));
        }
      },
    );
  }

  /** Topic and follow-up in one transaction; what another worker has returned meanwhile is refused and left alone. */
  private async returnOne(followUpId: string): Promise<FollowUpAnswer> {
    return this.database.write(SYSTEM, async (tx): Promise<FollowUpAnswer> => {
      const opened = await this.topics.open(tx, followUpId);
      if (!opened.ok) return opened;
      const { topicId, revision } = opened;
      const input = { topicId };
      const about = { followUpId, expectedRevision: revision, action: 'returnFollowUpAsTopic' } as const;
      return this.transition.decideAndSave(tx, SYSTEM, { ...about, input });
    });
  }
}
