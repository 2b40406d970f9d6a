import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { CommentRoundTransitionHandler } from '../../comment-round-transition.handler.js';
import { CommentRounds, type StoredRound } from '../../persistence/comment-round.repository.js';
import { CommentTerms } from '../../persistence/comment-terms.js';

let stage: ConferenceStage;
let opening: CommentRoundTransitionHandler;
let transition: TopicTransitionHandler;
let spring: string;

beforeAll(async () => {
  stage = await aConferenceStage();
  const { database, clock } = stage;
  const topics = new TopicRepository();
  const terms = new CommentTerms(new Conferences());
  opening = new CommentRoundTransitionHandler(database, topics, new CommentRounds(topics), terms, clock);
  transition = new TopicTransitionHandler(database, topics, new Conferences(), clock);
  spring = newId();
  await stage.arrange(
    `INSERT INTO conferences
     SELECT (jsonb_populate_record(planned, jsonb_build_object('id', $1::text, 'number', NULL, 'season', 'SPRING',
       'year', 2027, 'starts_on', '2027-06-09', 'ends_on', '2027-06-11'))).*
     FROM conferences AS planned WHERE id = $2`,
    [spring, stage.conferenceId],
  );
});
afterAll(() => stage.close());

async function opened(topic: Topic): Promise<StoredRound> {
  const asked = { topicId: topic.id, textHash: topic.proposalTextHash ?? '', workingDays: 5 };
  const answer = await opening.open(stage.person('geschaeftsstelle'), asked);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.round;
}

async function deferred(topic: Topic): Promise<void> {
  const answer = await transition.execute(stage.person('vorsitz.hh'), {
    ...{ topicId: topic.id, expectedRevision: topic.revision, action: 'deferTopic' },
    input: { reason: 'Der Bericht liegt noch nicht vor.', targetConferenceId: spring },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
}

const standing = async ({ id }: StoredRound) => {
  const [row] = await stage.arrange<Record<string, unknown>>(
    `SELECT round.conference_id AS round, deadline.conference_id AS deadline, round.state, deadline.state AS "deadlineState",
       closes_at AS "closesAt", due_at AS "dueAt", set_at AS "setAt", round.revision
     FROM comment_rounds AS round JOIN deadlines AS deadline ON subject_id = round.id WHERE round.id = $1`,
    [id],
  );
  return row;
};

describe('A round of comments on a topic that is deferred', () => {
  it('goes on until the same instant, on the timeline of the conference for which the topic is meant now', async () => {
    const topic = await stage.placeTopic();
    const round = await opened(topic);
    const before = await standing(round);
    expect(before).toMatchObject({ round: stage.conferenceId, deadline: stage.conferenceId });
    await deferred(topic);
    expect(await standing(round)).toEqual({ ...before, round: spring, deadline: spring });
    const extension = { action: 'extendCommentRound', reason: 'Ferien', workingDays: 1 } as const;
    const about = { roundId: round.id, expectedRevision: round.revision, ...extension };
    expect(await opening.execute(stage.person('vorsitz.hh'), about)).toMatchObject({
      ok: true,
      round: { conferenceId: spring },
    });
  });

  it('stays with the conference that held it when it is over', async () => {
    const topic = await stage.placeTopic();
    const round = await opened(topic);
    const withdrawal = { action: 'withdrawCommentRound', reason: 'Irrtum' } as const;
    const about = { roundId: round.id, expectedRevision: round.revision, ...withdrawal };
    expect(await opening.execute(stage.person('geschaeftsstelle'), about)).toMatchObject({ ok: true });
    await deferred(topic);
    const { conferenceId } = stage;
    expect(await standing(round)).toMatchObject({ round: conferenceId, deadline: conferenceId, state: 'WITHDRAWN' });
  });

  it('belongs to no other conference than its topic', async () => {
    const round = await opened(await stage.placeTopic());
    const moving = stage.arrange('UPDATE comment_rounds SET conference_id = $2 WHERE id = $1', [round.id, spring]);
    await expect(moving).rejects.toThrow('belongs to the conference of its topic');
  });
});
