import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository } from '#topics';
import { GiveVoteHandler } from '../../give-vote.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { Votes } from '../../persistence/vote.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';
import { BallotsAwaitingVoteQuery } from './ballots-awaiting-vote.query.js';

describe('Ballots that wait for a vote', () => {
  let stage: BallotStage;
  let ballots: readonly StoredBallot[];
  let give: GiveVoteHandler;
  let close: CloseBallotHandler;
  const waitingFor = async (who: string): Promise<number> =>
    (await new BallotsAwaitingVoteQuery(stage.database, new Ballots(), stage.clock).execute(stage.person(who))).length;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const topics = new VotedTopics(new TopicRepository(), new Agendas(), new Ballots(), new Conferences());
    const open = new OpenBallotHandler(database, topics, clock);
    give = new GiveVoteHandler(database, new Ballots(), new Votes(), new Representatives(new Sessions()), clock);
    close = new CloseBallotHandler(database, topics, clock);
    const opened: StoredBallot[] = [];
    for (let index = 0; index < 2; index += 1) {
      const answer = await open.execute(stage.person('vorsitz.hh'), (await stage.placeItem()).itemId);
      if (answer.ok) opened.push(answer.ballot);
    }
    ballots = opened;
  });
  afterAll(() => stage.close());

  const vote = (who: string, party: string, ballot: StoredBallot | undefined) =>
    give.execute(stage.person(who), 'castVote', {
      ballotId: ballot?.id ?? '',
      party,
      choice: 'YES',
      textHash: ballot?.textHash ?? '',
    });

  it('are all open ones for each coordination, and none for those who do not vote', async () => {
    expect(await waitingFor('koordination.he')).toBe(2);
    expect(await waitingFor('koordination.bund')).toBe(2);
    for (const other of ['fachreferat.he', 'geschaeftsstelle', 'vorsitz.hh', 'leser.he', 'technik'])
      expect(await waitingFor(other)).toBe(0);
  });

  it('are fewer once the party has voted or the Bund has stated its position', async () => {
    await vote('koordination.he', 'HE', ballots[0]);
    await vote('koordination.bund', 'BUND', ballots[1]);
    expect(await waitingFor('koordination.he')).toBe(1);
    expect(await waitingFor('koordination.bund')).toBe(1);
    expect(await waitingFor('koordination.by')).toBe(2);
  });

  it('are gone when the ballot is closed', async () => {
    const [first] = ballots;
    await close.execute(stage.person('vorsitz.hh'), {
      ballotId: first?.id ?? '',
      expectedRevision: first?.revision ?? 0,
    });
    expect(await waitingFor('koordination.by')).toBe(1);
  });
});
