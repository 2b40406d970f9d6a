import { DeadlineKeeper, type Deadline, type DeadlineKeeperHandler } from '#deadlines';
import { EndCommentRoundHandler } from './end-comment-round.handler.js';

/** At its deadline a round is closed; until then whoever is asked, sees the topic and has not answered is expected to. */
@DeadlineKeeper({ kinds: ['COMMENT_ROUND'] })
export class CommentRoundDeadline implements DeadlineKeeperHandler {
  readonly openDuties = `
    SELECT asked.id AS deadline_id, 'PARTY_COORDINATOR' AS role, code AS party, NULL AS body
    FROM asked JOIN comment_rounds AS round ON round.id = asked.subject_id
    JOIN parties ON code = ANY (round.parties) AND audience_code = ANY (round.audience)
    WHERE round.state = 'OPEN' AND NOT EXISTS (SELECT FROM comments WHERE round_id = round.id AND party = code)`;

  constructor(private readonly ending: EndCommentRoundHandler) {}

  async close({ subjectId }: Deadline): Promise<void> {
    await this.ending.endAtDeadline(subjectId);
  }
}
