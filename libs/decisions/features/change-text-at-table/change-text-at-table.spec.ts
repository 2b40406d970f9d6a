import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { landCodes, type VoteChoice } from '#glossary';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { CommentRounds, EndCommentRoundHandler, ProposalRepository, ReviseProposalHandler } from '#proposals';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { GiveVoteHandler, type BallotAnswer } from '../../give-vote.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { Votes } from '../../persistence/vote.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { AskVotersForVotesOnChangedTextJob } from './ask-voters-for-votes-on-changed-text.job.js';
import { ChangeTextAtTableHandler } from './change-text-at-table.handler.js';

const codesOf = (answer: BallotAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

describe('A text that is changed at the table', () => {
  const ballots = new Ballots();
  const votes = new Votes();
  const repository = new TopicRepository();
  let stage: BallotStage;
  let give: GiveVoteHandler;
  let close: CloseBallotHandler;
  let change: ChangeTextAtTableHandler;
  let open: OpenBallotHandler;
  let topic: Topic;
  let ballot: StoredBallot;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const topics = new VotedTopics(repository, new Agendas(), ballots, new Conferences());
    const transition = new TopicTransitionHandler(database, repository, new Conferences(), clock);
    const ending = new EndCommentRoundHandler(database, new CommentRounds(repository), clock);
    const revise = new ReviseProposalHandler(database, repository, new ProposalRepository(), transition, ending);
    give = new GiveVoteHandler(database, ballots, votes, new Representatives(new Sessions()), clock);
    open = new OpenBallotHandler(database, topics, clock);
    close = new CloseBallotHandler(database, topics, clock);
    change = new ChangeTextAtTableHandler(database, topics, revise, open, clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    const placed = await stage.placeItem();
    ({ topic } = placed);
    const answer = await open.execute(stage.person('vorsitz.hh'), placed.itemId);
    if (!answer.ok) throw new Error(codesOf(answer).join());
    ({ ballot } = answer);
  });

  const changed = (text = 'Die IMK begrüßt den Bericht.', { mail = 'vorsitz.hh', expectedVersion = 1 } = {}) =>
    change.execute(stage.person(mail), {
      ballotId: ballot.id,
      expectedRevision: ballot.revision,
      expectedVersion,
      clauses: [{ text }],
      reason: 'Antrag Bayerns',
    });

  const cast = (party: string, choice: VoteChoice, on: StoredBallot = ballot) =>
    give.execute(stage.person(`koordination.${party.toLowerCase()}`), 'castVote', {
      ballotId: on.id,
      party,
      choice,
      textHash: on.textHash,
    });

  const votesIn = async ({ id }: StoredBallot) =>
    (await stage.database.read(stage.person('koordination.th'), (tx) => votes.votesByBallots(tx, [id]))).get(id) ?? [];

  const next = async (): Promise<StoredBallot> => {
    const answer = await changed();
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.ballot;
  };

  it('is voted on anew; the votes on the earlier text stay with it, by name, and none is carried over', async () => {
    await cast('HE', 'YES');
    await cast('BY', 'NO');
    const anew = await next();
    expect(anew).toMatchObject({ state: 'OPEN', supersedesId: ballot.id, agendaItemId: ballot.agendaItemId });
    expect(anew.textHash).not.toBe(ballot.textHash);
    expect(await votesIn(anew)).toEqual([]);
    expect(await votesIn(ballot)).toMatchObject([
      { party: 'BY', choice: 'NO', castBy: 'Person koordination.by' },
      { party: 'HE', choice: 'YES', castBy: 'Person koordination.he' },
    ]);
    const [row] = await stage.arrange('SELECT state, outcome FROM ballots WHERE id = $1', [ballot.id]);
    expect(row).toEqual({ state: 'SUPERSEDED', outcome: null });
    const [noted] = await stage.arrange<{ openBallotId: string }>(
      'SELECT open_ballot_id AS "openBallotId" FROM topics WHERE id = $1',
      [topic.id],
    );
    expect(noted?.openBallotId).toBe(anew.id);
    const [event] = await stage.arrange(
      `SELECT capacity, reason FROM history WHERE record_id = $1 AND event = 'ballot.superseded'`,
      [ballot.id],
    );
    expect(event).toEqual({ capacity: 'CHAIR', reason: 'Antrag Bayerns' });
  });

  it('takes no further vote on the earlier text, and none for it on the new one', async () => {
    const anew = await next();
    expect(codesOf(await cast('HE', 'YES'))).toEqual(['BALLOT_SUPERSEDED']);
    expect(codesOf(await cast('HE', 'YES', { ...anew, textHash: ballot.textHash }))).toEqual(['TEXT_HASH_MISMATCH']);
    expect(codesOf(await cast('HE', 'YES', anew))).toEqual([]);
  });

  it('may be changed when the vote on the earlier text is closed already', async () => {
    const closed = await close.execute(stage.person('vorsitz.hh'), { ballotId: ballot.id, expectedRevision: 1 });
    if (!closed.ok) throw new Error('Not closed');
    ballot = closed.ballot;
    expect(codesOf(await changed())).toEqual([]);
  });

  it.each([
    ['by a coordination', { mail: 'koordination.he' }, ['NOT_ENTITLED']],
    ['by a committee', { mail: 'vorsitz.ak5' }, ['NOT_ENTITLED']],
    ['by those who do not see it', { mail: 'technik' }, ['NOT_FOUND']],
    ['from another version', { expectedVersion: 7 }, ['TEXT_CHANGED_MEANWHILE']],
    ['into the same text', { text: 'Die IMK nimmt den Bericht zur Kenntnis.' }, ['TEXT_UNCHANGED']],
    ['into nothing', { text: ' ' }, ['CLAUSE_EMPTY']],
  ])('is not changed %s, and then the vote goes on', async (_how, { text, ...how }: HowChanged, codes) => {
    expect(codesOf(await changed(text, how))).toEqual(codes);
    expect(codesOf(await cast('HE', 'YES'))).toEqual([]);
  });

  it('is changed once when two ask at the same moment', async () => {
    const answers = await Promise.all([changed('Die IMK betont.'), changed('Die IMK stellt fest.')]);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('at the very moment of voting: each vote stays with the text it was given for, or is refused', async () => {
    const [anew, ...answers] = await Promise.all([changed(), ...landCodes.map((land) => cast(land, 'YES'))]);
    if (!anew.ok) throw new Error('The text was not changed');
    const kept = answers.filter(({ ok }) => ok).length;
    expect(answers.flatMap(codesOf).every((code) => code === 'BALLOT_SUPERSEDED')).toBe(true);
    expect(await votesIn(ballot)).toHaveLength(kept);
    expect(await votesIn(anew.ballot)).toEqual([]);
  });

  it('is told to those who had voted, each once, and to nobody else', async () => {
    await cast('HE', 'YES');
    await cast('HE', 'ABSTAIN');
    await cast('BUND', 'YES');
    const anew = await next();
    const [message] = await stage.arrange<Parameters<AskVotersForVotesOnChangedTextJob['run']>[1]>(
      `SELECT id, event, record_kind AS "recordKind", record_id AS "recordId", data, occurred_at AS "occurredAt"
       FROM outbox WHERE event = 'ballot.superseded' AND record_id = $1`,
      [ballot.id],
    );
    if (message === undefined) throw new Error('Nothing was told');
    const { clock, database } = stage;
    const job = new AskVotersForVotesOnChangedTextJob(ballots, votes, new Offices(clock), new Notifications(clock));
    for (const turn of [message, message]) await database.write(SYSTEM, (tx) => job.run(tx, turn));
    const told = await stage.arrange(
      `SELECT people.name, record_id AS "recordId" FROM notifications
       JOIN people ON people.id = recipient_id WHERE message_id = $1 ORDER BY name`,
      [message.id],
    );
    expect(told).toEqual([
      { name: 'Person koordination.bund', recordId: anew.id },
      { name: 'Person koordination.he', recordId: anew.id },
    ]);
    const threads = await stage.arrange(
      `SELECT DISTINCT thread_id = thread_of_record('topic', topic_id) AS "isOfTopic"
       FROM notifications JOIN ballots ON ballots.id = record_id WHERE message_id = $1`,
      [message.id],
    );
    expect(threads).toEqual([{ isOfTopic: true }]);
  });
});

interface HowChanged {
  readonly text?: string;
  readonly mail?: string;
  readonly expectedVersion?: number;
}
