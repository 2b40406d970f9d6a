import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences, Sessions, SessionTransitionHandler } from '#conferences';
import type { Refused } from '#platform/lifecycle';
import { CommentRounds, EndCommentRoundHandler, ProposalRepository, ReviseProposalHandler } from '#proposals';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { DeterminedBallots } from '../../determined-ballots.js';
import { GiveVoteHandler, type BallotAnswer } from '../../give-vote.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { Resolutions } from '../../persistence/resolution.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { Votes } from '../../persistence/vote.repository.js';
import { ChangeTextAtTableHandler } from '../change-text-at-table/change-text-at-table.handler.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { RecordTopicOutcomeHandler } from '../record-topic-outcome/record-topic-outcome.handler.js';

const codesOf = (answer: { readonly ok: true } | Refused): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('The ballots of a session', () => {
  const conferences = new Conferences();
  const topics = new TopicRepository();
  const proposals = new ProposalRepository();
  let stage: BallotStage;
  let sessions: SessionTransitionHandler;
  let open: OpenBallotHandler;
  let close: CloseBallotHandler;
  let change: ChangeTextAtTableHandler;
  let record: RecordTopicOutcomeHandler;
  let give: GiveVoteHandler;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const [ballots, agendas] = [new Ballots(), new Agendas()];
    const voted = new VotedTopics(topics, agendas, ballots, conferences);
    const transition = new TopicTransitionHandler(database, topics, conferences, clock);
    const ending = new EndCommentRoundHandler(database, new CommentRounds(topics), clock);
    const revise = new ReviseProposalHandler(database, topics, proposals, transition, ending);
    const determined = new DeterminedBallots(ballots, new Votes(), proposals, new Resolutions(), agendas);
    sessions = new SessionTransitionHandler(database, new Sessions(), conferences, clock);
    open = new OpenBallotHandler(database, voted, clock);
    close = new CloseBallotHandler(database, voted, clock);
    change = new ChangeTextAtTableHandler(database, voted, revise, open, clock);
    give = new GiveVoteHandler(database, ballots, new Votes(), new Representatives(new Sessions()), clock);
    record = new RecordTopicOutcomeHandler(database, voted, transition, determined, clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(() => heldAs('IN_PROGRESS'));

  const chair = () => stage.person('vorsitz.hh');
  const heldAs = (state: string) =>
    stage.arrange('UPDATE sessions SET state = $2 WHERE id = $1', [stage.sessionId, state]);
  const conclude = () => sessions.execute(chair(), { sessionId: stage.sessionId, action: 'concludeSession' });
  const pending = async () =>
    (await stage.arrange<{ count: number }>('SELECT pending_ballots AS count FROM sessions'))[0]?.count;

  const opened = (answer: BallotAnswer): StoredBallot => {
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.ballot;
  };

  async function determine(topic: Pick<Topic, 'id'>, { id: ballotId, revision }: StoredBallot): Promise<void> {
    await close.execute(chair(), { ballotId, expectedRevision: revision });
    expect(codesOf(await conclude())).toEqual(['BALLOT_PENDING']);
    const [found] = await stage.arrange<{ revision: number }>('SELECT revision FROM topics WHERE id = $1', [topic.id]);
    const input = { topicId: topic.id, expectedRevision: found?.revision ?? 0, outcome: 'NOTED' } as const;
    expect(codesOf(await record.execute(chair(), input))).toEqual([]);
  }

  it.each(['PLANNED', 'INVITED', 'CONCLUDED', 'MINUTES_DRAFT', 'CANCELLED'])(
    'are not opened while it is %s',
    async (state) => {
      const { itemId } = await stage.placeItem();
      await heldAs(state);
      expect(codesOf(await open.execute(chair(), itemId))).toEqual(['SESSION_NOT_IN_PROGRESS']);
    },
  );

  it('are not opened in the session of another conference or of another body', async () => {
    const { itemId } = await stage.placeItem();
    await heldAs('INVITED');
    const other = await stage.planSession('AK5');
    await stage.arrange(`UPDATE sessions SET state = 'IN_PROGRESS' WHERE id = $1`, [other]);
    expect(codesOf(await open.execute(chair(), itemId))).toEqual(['SESSION_NOT_IN_PROGRESS']);
    await stage.arrange('DELETE FROM session_bodies WHERE session_id = $1', [other]);
    await stage.arrange('DELETE FROM sessions WHERE id = $1', [other]);
  });

  it('are determined before it is concluded, each of them', async () => {
    const [first, second] = [await stage.placeItem(), await stage.placeItem()];
    const [one, two] = [
      opened(await open.execute(chair(), first.itemId)),
      opened(await open.execute(chair(), second.itemId)),
    ];
    expect([one.sessionId, await pending()]).toEqual([stage.sessionId, 2]);
    await determine(first.topic, one);
    expect(await pending()).toBe(1);
    await determine(second.topic, two);
    expect(await pending()).toBe(0);
    expect(codesOf(await conclude())).toEqual([]);
  });

  it('count once when the text is changed at the table', async () => {
    const { itemId, topic } = await stage.placeItem();
    const { id: ballotId, revision: expectedRevision } = opened(await open.execute(chair(), itemId));
    const clauses = [{ text: 'Die IMK betont es.' }];
    const next = opened(
      await change.execute(chair(), { ballotId, expectedRevision, expectedVersion: 1, clauses, reason: 'Am Tisch' }),
    );
    expect(await pending()).toBe(1);
    await determine(topic, next);
    expect(await pending()).toBe(0);
  });

  const final = 'Die IMK nimmt den Bericht zur Kenntnis.';
  const [changed, changedAgain] = ['Die IMK betont es.', 'Die IMK begrüßt es.'];

  it.each([
    ['as it was', [], 'ADOPTED'],
    ['changed', [changed], 'ADOPTED_AMENDED'],
    ['changed twice', [changed, changedAgain], 'ADOPTED_AMENDED'],
    ['changed and changed back', [changed, final], 'ADOPTED'],
  ] as const)('adopt a text %s as what it is beside the final papers', async (_what, texts, outcome) => {
    const { itemId, topic } = await stage.placeItem({}, final);
    await stage.arrange(
      `UPDATE topics SET frozen_versions = jsonb_build_object('FINAL', proposal_version_id) WHERE id = $1`,
      [topic.id],
    );
    let ballot = opened(await open.execute(chair(), itemId));
    for (const [index, text] of texts.entries()) {
      const { id: ballotId, revision: expectedRevision } = ballot;
      const clauses = [{ text }];
      const input = { ballotId, expectedRevision, expectedVersion: index + 1, clauses, reason: 'Am Tisch' };
      ballot = opened(await change.execute(chair(), input));
    }
    const vote = { ballotId: ballot.id, party: 'HE', choice: 'YES', textHash: ballot.textHash } as const;
    expect(codesOf(await give.execute(stage.person('koordination.he'), 'castVote', vote))).toEqual([]);
    await close.execute(chair(), { ballotId: ballot.id, expectedRevision: ballot.revision });
    const [found] = await stage.arrange<{ revision: number }>('SELECT revision FROM topics WHERE id = $1', [topic.id]);
    const about = { topicId: topic.id, expectedRevision: found?.revision ?? 0 };
    const other = outcome === 'ADOPTED' ? 'ADOPTED_AMENDED' : 'ADOPTED';
    expect(codesOf(await record.execute(chair(), { ...about, outcome: other }))).toEqual(['OUTCOME_NOT_ALLOWED']);
    expect(codesOf(await record.execute(chair(), { ...about, outcome }))).toEqual([]);
  });

  it('are opened or it is concluded, never both, when both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await heldAs('IN_PROGRESS');
      const { itemId, topic } = await stage.placeItem();
      const [ballot, end] = await Promise.all([open.execute(chair(), itemId), conclude()]);
      expect([codesOf(ballot), codesOf(end)]).toEqual(
        ballot.ok ? [[], ['BALLOT_PENDING']] : [['SESSION_NOT_IN_PROGRESS'], []],
      );
      if (ballot.ok) await determine(topic, ballot.ballot);
    }
  });
});
