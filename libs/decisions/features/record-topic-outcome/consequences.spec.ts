import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { landCodes, type Outcome } from '#glossary';
import { CommentRounds, EndCommentRoundHandler, ProposalRepository, ReviseProposalHandler } from '#proposals';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { newId } from '#platform/database';
import { GiveVoteHandler } from '../../give-vote.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { Ballots } from '../../persistence/ballot.repository.js';
import { Resolutions } from '../../persistence/resolution.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { Votes } from '../../persistence/vote.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { DeterminedBallots } from '../../determined-ballots.js';
import { RecordTopicOutcomeHandler, type RecordTopicOutcomeAnswer } from './record-topic-outcome.handler.js';

const codesOf = (answer: RecordTopicOutcomeAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('What becomes of a topic', () => {
  const topics = new TopicRepository();
  const proposals = new ProposalRepository();
  const agendas = new Agendas();
  let stage: BallotStage;
  let voted: VotedTopics;
  let record: RecordTopicOutcomeHandler;
  let transition: TopicTransitionHandler;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const ballots = new Ballots();
    voted = new VotedTopics(topics, agendas, ballots, new Conferences());
    transition = new TopicTransitionHandler(database, topics, new Conferences(), clock);
    const determined = new DeterminedBallots(ballots, new Votes(), proposals, new Resolutions(), agendas);
    record = new RecordTopicOutcomeHandler(database, voted, transition, determined, clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  const laterConference = async (
    startsOn: string,
    season: 'SPRING' | 'AUTUMN' | 'SPECIAL' = 'SPRING',
  ): Promise<string> => {
    const id = newId();
    await stage.arrange(
      `INSERT INTO conferences SELECT (jsonb_populate_record(conferences, $2::jsonb)).* FROM conferences WHERE id = $1`,
      [
        stage.conferenceId,
        JSON.stringify({ id, number: null, season, year: 2027, starts_on: startsOn, ends_on: startsOn }),
      ],
    );
    return id;
  };

  const determine = (topic: Topic, outcome: Outcome, given: { reason?: string; targetConferenceId?: string } = {}) =>
    record.execute(stage.person('vorsitz.hh'), {
      topicId: topic.id,
      expectedRevision: topic.revision,
      outcome,
      ...given,
    });

  const itemOf = async (itemId: string) =>
    (
      await stage.arrange('SELECT outcome, state, decided_at IS NOT NULL AS decided FROM agenda_items WHERE id = $1', [
        itemId,
      ])
    )[0];

  /** Closes a vote in which Hessen alone said Yes. */
  const votedOn = async (itemId: string, onTheWay: () => Promise<void> = async () => undefined): Promise<void> => {
    const { database, clock } = stage;
    await onTheWay();
    const open = await new OpenBallotHandler(database, voted, clock).execute(stage.person('vorsitz.hh'), itemId);
    if (!open.ok) throw new Error('Not opened');
    const { id: ballotId, textHash, revision: expectedRevision } = open.ballot;
    const input = { ballotId, party: 'HE', choice: 'YES', textHash } as const;
    await new GiveVoteHandler(database, new Ballots(), new Votes(), new Representatives(new Sessions()), clock).execute(
      stage.person('koordination.he'),
      'castVote',
      input,
    );
    const close = new CloseBallotHandler(database, voted, clock);
    await close.execute(stage.person('vorsitz.hh'), { ballotId, expectedRevision });
  };

  it('is refused to be postponed while no later conference is planned, and then nothing is saved', async () => {
    const { topic, itemId } = await stage.placeItem();
    expect(codesOf(await determine(topic, 'POSTPONED', { reason: 'Vertagt' }))).toEqual(['NO_LATER_CONFERENCE']);
    expect(await itemOf(itemId)).toMatchObject({ outcome: null });
  });

  it('is, when postponed, to stand before the pre-conference of the next regular conference', async () => {
    await laterConference('2027-01-20', 'SPECIAL');
    const spring = await laterConference('2027-06-09');
    await laterConference('2027-12-01', 'AUTUMN');
    const { topic, itemId } = await stage.placeItem();
    expect(codesOf(await determine(topic, 'POSTPONED'))).toEqual(['REASON_REQUIRED']);
    expect(await determine(topic, 'POSTPONED', { reason: 'Beratungsbedarf' })).toMatchObject({
      ok: true,
      topic: { state: 'IN_PRE_CONFERENCE', conferenceId: spring, previousConferenceIds: [stage.conferenceId] },
    });
    expect(await itemOf(itemId)).toEqual({ outcome: 'POSTPONED', state: 'PLACED', decided: true });
  });

  it('is to go where the chair says when a conference is named, never to an earlier one', async () => {
    const special = await laterConference('2027-02-10', 'SPECIAL');
    const { topic } = await stage.placeItem();
    const refused = await determine(topic, 'POSTPONED', { reason: 'x', targetConferenceId: stage.conferenceId });
    expect(codesOf(refused)).toEqual(['CONFERENCE_NOT_LATER']);
    const answer = await determine(topic, 'POSTPONED', { reason: 'x', targetConferenceId: special });
    expect(answer).toMatchObject({ ok: true, topic: { conferenceId: special } });
  });

  it('may be voted on again with the same text when it re-appears', async () => {
    const { topic, itemId } = await stage.placeItem();
    await votedOn(itemId);
    const answer = await determine(topic, 'POSTPONED', { reason: 'Beratungsbedarf' });
    if (!answer.ok) throw new Error(codesOf(answer).join());
    const [ballot] = await stage.arrange('SELECT state, outcome FROM ballots WHERE topic_id = $1', [topic.id]);
    expect(ballot).toEqual({ state: 'DETERMINED', outcome: 'POSTPONED' });
    await stage.arrange(`UPDATE topics SET state = 'IN_MAIN_CONFERENCE', conference_id = $2 WHERE id = $1`, [
      topic.id,
      stage.conferenceId,
    ]);
    await votedOn(itemId);
    expect(codesOf(await determine(answer.topic, 'ADOPTED'))).toEqual([]);
  });

  it('is adopted, not as amended, when its text was changed between a deferral and the new final papers', async () => {
    const { topic, itemId } = await stage.placeItem();
    await stage.arrange(`UPDATE topics SET frozen_versions = jsonb_build_object('FINAL', $2::text) WHERE id = $1`, [
      topic.id,
      String(topic.proposalVersionId),
    ]);
    const chair = stage.person('vorsitz.hh');
    expect(codesOf(await determine(topic, 'POSTPONED', { reason: 'Beratungsbedarf' }))).toEqual([]);
    await stage.arrange('UPDATE topics SET conference_id = $2 WHERE id = $1', [topic.id, stage.conferenceId]);
    const ending = new EndCommentRoundHandler(stage.database, new CommentRounds(topics), stage.clock);
    const revise = new ReviseProposalHandler(stage.database, topics, proposals, transition, ending);
    await revise.execute(chair, { topicId: topic.id, expectedVersion: 1, clauses: [{ text: 'Die IMK betont es.' }] });
    const forwarding = { action: 'forwardTopicToMainConference', input: { recommendation: 'OPEN' } } as const;
    const again = await transition.execute(chair, { topicId: topic.id, expectedRevision: 3, ...forwarding });
    if (!again.ok) throw new Error(again.refusals.map(({ code }) => code).join());
    await votedOn(itemId);
    expect(codesOf(await determine(again.topic, 'ADOPTED_AMENDED'))).toEqual(['OUTCOME_NOT_ALLOWED']);
    expect(codesOf(await determine(again.topic, 'ADOPTED'))).toEqual([]);
  });

  it('is, when referred back, the work of its committee again', async () => {
    const { topic, itemId } = await stage.placeItem();
    expect(codesOf(await determine(topic, 'REFERRED_BACK'))).toEqual(['REASON_REQUIRED']);
    expect(await determine(topic, 'REFERRED_BACK', { reason: 'Kosten klären' })).toMatchObject({
      ok: true,
      topic: { state: 'IN_COMMITTEE', outcome: null },
    });
    expect(await itemOf(itemId)).toMatchObject({ outcome: 'REFERRED_BACK' });
    const told = await stage.arrange(
      `SELECT event FROM outbox WHERE record_id = $1 AND event = 'topic.returnedToCommittee'`,
      [topic.id],
    );
    expect(told).toHaveLength(1);
  });

  it('is, when moved to a written procedure, to be voted on in writing', async () => {
    const { topic, itemId } = await stage.placeItem();
    expect(await determine(topic, 'TO_WRITTEN_PROCEDURE')).toMatchObject({
      ok: true,
      topic: { state: 'IN_WRITTEN_PROCEDURE' },
    });
    expect(await itemOf(itemId)).toMatchObject({ outcome: 'TO_WRITTEN_PROCEDURE' });
  });

  it.each(['NOTED', 'NO_RESOLUTION'] as const)('is its end when it is %s', async (outcome) => {
    const { topic, itemId } = await stage.placeItem();
    expect(await determine(topic, outcome)).toMatchObject({ ok: true, topic: { state: 'DECIDED', outcome } });
    expect(await itemOf(itemId)).toMatchObject({ outcome });
  });

  it('is its end when it is removed, with the reason', async () => {
    const { topic, itemId } = await stage.placeItem();
    expect(codesOf(await determine(topic, 'REMOVED'))).toEqual(['REASON_REQUIRED']);
    const answer = await determine(topic, 'REMOVED', { reason: 'Erledigt' });
    expect(answer).toMatchObject({ ok: true, topic: { state: 'DECIDED', outcome: 'REMOVED' } });
    expect(await itemOf(itemId)).toMatchObject({ outcome: 'REMOVED' });
  });

  it.each(['WITHDRAWN', 'ADOPTED'] as const)('is never %s without a vote or the registrant', async (outcome) => {
    const { topic, itemId } = await stage.placeItem();
    expect(codesOf(await determine(topic, outcome))).toEqual([
      outcome === 'ADOPTED' ? 'NO_BALLOT' : 'OUTCOME_NOT_ALLOWED',
    ]);
    expect(await itemOf(itemId)).toMatchObject({ outcome: null });
  });

  it('is adopted as amended exactly when the text is not the one of the final papers', async () => {
    const placed = await stage.placeItem();
    const final = String(placed.topic.proposalVersionId);
    await stage.arrange(`UPDATE topics SET frozen_versions = jsonb_build_object('FINAL', $2::text) WHERE id = $1`, [
      placed.topic.id,
      final,
    ]);
    const ending = new EndCommentRoundHandler(stage.database, new CommentRounds(topics), stage.clock);
    const revise = new ReviseProposalHandler(stage.database, topics, proposals, transition, ending);
    const input = { topicId: placed.topic.id, expectedVersion: 1, clauses: [{ text: 'Die IMK betont es.' }] };
    await votedOn(placed.itemId, async () => {
      await revise.execute(stage.person('vorsitz.hh'), input);
    });
    const topic = { ...placed.topic, revision: placed.topic.revision + 1 };
    expect(await determine(topic, 'ADOPTED')).toMatchObject({
      refusals: [{ code: 'OUTCOME_NOT_ALLOWED', message: expect.stringContaining('weicht von der Endfassung ab') }],
    });
    expect(await determine(topic, 'ADOPTED_AMENDED')).toMatchObject({
      ok: true,
      topic: { outcome: 'ADOPTED_AMENDED' },
    });
    expect(await itemOf(placed.itemId)).toMatchObject({ outcome: 'ADOPTED_AMENDED' });
  });

  it('is adopted by 13 of 16 against a No where a majority is agreed on, and by no fewer', async () => {
    await stage.arrange(`UPDATE conference_profiles SET adoption_rule = 'MAJORITY', min_yes = 13`);
    const voting = async (itemId: string, yes: number) => {
      const { database, clock } = stage;
      const opened = await new OpenBallotHandler(database, voted, clock).execute(stage.person('vorsitz.hh'), itemId);
      if (!opened.ok) throw new Error('Not opened');
      const { id: ballotId, textHash, revision: expectedRevision } = opened.ballot;
      const give = new GiveVoteHandler(
        database,
        new Ballots(),
        new Votes(),
        new Representatives(new Sessions()),
        clock,
      );
      for (const [index, party] of landCodes.entries()) {
        const choice = index < yes ? 'YES' : 'NO';
        await give.execute(stage.person(`koordination.${party.toLowerCase()}`), 'castVote', {
          ballotId,
          party,
          choice,
          textHash,
        });
      }
      const close = new CloseBallotHandler(database, voted, clock);
      await close.execute(stage.person('vorsitz.hh'), { ballotId, expectedRevision });
    };
    const enough = await stage.placeItem();
    await voting(enough.itemId, 13);
    expect(codesOf(await determine(enough.topic, 'ADOPTED'))).toEqual([]);
    const tooFew = await stage.placeItem();
    await voting(tooFew.itemId, 12);
    expect(codesOf(await determine(tooFew.topic, 'ADOPTED'))).toEqual(['OUTCOME_NOT_ALLOWED']);
    await stage.arrange(`UPDATE conference_profiles SET adoption_rule = 'UNANIMITY', min_yes = 1`);
  });

  it('is never adopted as amended when the text is the one of the final papers', async () => {
    const { topic, itemId } = await stage.placeItem();
    await stage.arrange(`UPDATE topics SET frozen_versions = jsonb_build_object('FINAL', $2::text) WHERE id = $1`, [
      topic.id,
      String(topic.proposalVersionId),
    ]);
    await votedOn(itemId);
    expect(codesOf(await determine(topic, 'ADOPTED_AMENDED'))).toEqual(['OUTCOME_NOT_ALLOWED']);
    expect(codesOf(await determine(topic, 'ADOPTED'))).toEqual([]);
  });
});
