import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Agendas } from '#agendas';
import { Conferences, Sessions } from '#conferences';
import { landCodes, type VoteChoice } from '#glossary';
import { aBallotStage, type BallotStage } from '#testing/agendas';
import { TopicRepository } from '#topics';
import { GiveVoteHandler, type BallotAnswer } from '../../give-vote.handler.js';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';
import { VotedTopics } from '../../persistence/voted-topics.js';
import { recordOf, Votes } from '../../persistence/vote.repository.js';
import { Representatives } from '../../persistence/representatives.js';
import { CloseBallotHandler } from '../close-ballot/close-ballot.handler.js';
import { OpenBallotHandler } from '../../open-ballot.handler.js';

const codesOf = (answer: BallotAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

describe('Voting', () => {
  const votes = new Votes();
  const ballots = new Ballots();
  let stage: BallotStage;
  let give: GiveVoteHandler;
  let open: OpenBallotHandler;
  let close: CloseBallotHandler;
  let ballot: StoredBallot;

  beforeAll(async () => {
    stage = await aBallotStage();
    const { database, clock } = stage;
    const topics = new VotedTopics(new TopicRepository(), new Agendas(), ballots, new Conferences());
    give = new GiveVoteHandler(database, ballots, votes, new Representatives(new Sessions()), clock);
    open = new OpenBallotHandler(database, topics, clock);
    close = new CloseBallotHandler(database, topics, clock);
  });

  afterAll(async () => {
    await stage.close();
  });

  beforeEach(async () => {
    ballot = await opened((await stage.placeItem()).itemId);
  });

  const opened = async (itemId: string, mail = 'vorsitz.hh'): Promise<StoredBallot> => {
    const answer = await open.execute(stage.person(mail), itemId);
    if (!answer.ok) throw new Error(codesOf(answer).join());
    return answer.ballot;
  };

  const cast = (party: string, choice: VoteChoice, { mail = '', textHash = ballot.textHash } = {}) =>
    give.execute(stage.person(mail || `koordination.${party.toLowerCase()}`), 'castVote', {
      ballotId: ballot.id,
      party,
      choice,
      textHash,
    });

  const keptVotes = async () =>
    (await stage.database.read(stage.person('koordination.th'), (tx) => votes.votesByBallots(tx, [ballot.id]))).get(
      ballot.id,
    ) ?? [];

  const closing = () =>
    close.execute(stage.person('vorsitz.hh'), { ballotId: ballot.id, expectedRevision: ballot.revision });

  it('keeps every vote of a Land and never bumps the ballot', async () => {
    expect(codesOf(await cast('HE', 'NO'))).toEqual([]);
    expect(await cast('HE', 'YES')).toMatchObject({ ok: true, ballot: { revision: 1 } });
    expect(await keptVotes()).toMatchObject([
      { party: 'HE', choice: 'NO', version: 1, castBy: 'Person koordination.he', onBehalfBy: null },
      { party: 'HE', choice: 'YES', version: 2 },
    ]);
  });

  it('is open to all 16 Länder in the same second', async () => {
    const answers = await Promise.all(landCodes.map((land) => cast(land, 'YES')));
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(await keptVotes()).toHaveLength(16);
  });

  it('keeps the position of the Bund apart from the votes', async () => {
    expect(codesOf(await cast('BUND', 'NO'))).toEqual([]);
    expect(await keptVotes()).toEqual([]);
    const positions = await stage.database.read(stage.person('leser.he'), (tx) =>
      votes.bundPositionsByBallots(tx, [ballot.id]),
    );
    expect(positions.get(ballot.id)).toMatchObject({ choice: 'NO' });
  });

  it.each([
    ['for another Land', 'BY', { mail: 'koordination.he' }, ['NOT_ENTITLED']],
    ['by an expert', 'HE', { mail: 'fachreferat.he' }, ['NOT_ENTITLED']],
    ['by the secretariat in its own right', 'HE', { mail: 'geschaeftsstelle' }, ['NOT_ENTITLED']],
    ['by the chair', 'HH', { mail: 'vorsitz.hh' }, ['NOT_ENTITLED']],
    ['by the technical administration, which does not even see the ballot', 'HE', { mail: 'technik' }, ['NOT_FOUND']],
    ['for another text', 'HE', { textHash: 'b'.repeat(64) }, ['TEXT_HASH_MISMATCH']],
    ['for no Land', 'XX', { mail: 'koordination.he' }, ['UNKNOWN_PARTY']],
  ])('is refused %s', async (_how, party, how, codes) => {
    expect(codesOf(await cast(party, 'YES', how))).toEqual(codes);
    expect(await keptVotes()).toEqual([]);
  });

  it('is refused to a Land without the right to vote', async () => {
    await stage.arrange(
      `UPDATE memberships SET may_vote = false WHERE party_code = 'SL' AND body_code = 'MAIN_CONFERENCE'`,
    );
    expect(codesOf(await cast('SL', 'YES'))).toEqual(['PARTY_MAY_NOT_VOTE']);
    await stage.arrange(
      `UPDATE memberships SET may_vote = true WHERE party_code = 'SL' AND body_code = 'MAIN_CONFERENCE'`,
    );
  });

  it('is recorded on behalf by the secretariat with both names and the reason', async () => {
    const input = {
      ballotId: ballot.id,
      party: 'HE',
      choice: 'ABSTAIN',
      textHash: ballot.textHash,
      reason: 'Telefonisch',
    } as const;
    expect(codesOf(await give.execute(stage.person('koordination.he'), 'recordVoteOnBehalf', input))).toEqual([
      'NOT_ENTITLED',
    ]);
    expect(
      codesOf(await give.execute(stage.person('geschaeftsstelle'), 'recordVoteOnBehalf', { ...input, reason: '' })),
    ).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await give.execute(stage.person('geschaeftsstelle'), 'recordVoteOnBehalf', input))).toEqual([]);
    expect(await keptVotes()).toMatchObject([
      { choice: 'ABSTAIN', castBy: 'Hessen', onBehalfBy: 'Person geschaeftsstelle' },
    ]);
    const history = await stage.arrange(`SELECT event, capacity, reason FROM history WHERE record_id = $1`, [
      recordOf(ballot.id, 'HE'),
    ]);
    expect(history).toEqual([{ event: 'vote.recordedOnBehalf', capacity: 'SECRETARIAT', reason: 'Telefonisch' }]);
  });

  it('keeps who sat for the Land at the table on that day, whoever sits there later', async () => {
    const sits = (number: number, day: string, name: string) =>
      stage.arrange(
        `INSERT INTO session_representations (session_id, party_code, number, day, name, office, named_by, named_at, audience)
         VALUES ($1, 'HE', $2, $3, $4, 'Staatssekretärin', 'Geschäftsstelle', now(), array(SELECT generate_series(0, 202)))`,
        [stage.sessionId, number, day, name],
      );
    await sits(1, '2026-11-10', 'Kim Erste');
    expect(codesOf(await cast('HE', 'NO'))).toEqual([]);
    await sits(2, '2026-11-10', 'Alex Zweite');
    expect(codesOf(await cast('HE', 'YES'))).toEqual([]);
    expect(codesOf(await cast('BY', 'YES'))).toEqual([]);
    expect((await keptVotes()).map(({ party, representedBy }) => [party, representedBy])).toEqual([
      ['BY', null],
      ['HE', 'Kim Erste, Staatssekretärin'],
      ['HE', 'Alex Zweite, Staatssekretärin'],
    ]);
  });

  it('ends when the chair closes; nothing is cast afterwards', async () => {
    const input = { ballotId: ballot.id, expectedRevision: 1 };
    expect(codesOf(await close.execute(stage.person('koordination.hh'), input))).toEqual(['NOT_ENTITLED']);
    // The chair of next year is nobody yet.
    expect(codesOf(await close.execute(stage.person('vorsitz.mv'), input))).toEqual(['NOT_FOUND']);
    expect(codesOf(await closing())).toEqual([]);
    expect(codesOf(await cast('HE', 'NO'))).toEqual(['BALLOT_CLOSED']);
    expect(codesOf(await closing())).toEqual(['CHANGED_MEANWHILE']);
  });

  it('at the moment of closing either counts or is refused, and never comes after', async () => {
    const [closed, ...answers] = await Promise.all([closing(), ...landCodes.map((land) => cast(land, 'YES'))]);
    expect(codesOf(closed)).toEqual([]);
    const accepted = answers.filter(({ ok }) => ok).length;
    expect(answers.flatMap(codesOf).every((code) => code === 'BALLOT_CLOSED')).toBe(true);
    expect(await keptVotes()).toHaveLength(accepted);
  });

  it('of one Land twice at once keeps both or tells the second', async () => {
    const answers = await Promise.all([cast('HE', 'YES'), cast('HE', 'NO')]);
    const codes = answers.flatMap(codesOf);
    expect(codes.every((code) => code === 'CHANGED_MEANWHILE')).toBe(true);
    expect((await keptVotes()).map(({ version }) => version)).toEqual(codes.length === 0 ? [1, 2] : [1]);
  });

  it.each([
    ['changed', `UPDATE votes SET choice = 'YES'`, 'permission denied'],
    ['taken away', 'DELETE FROM votes', 'permission denied'],
  ])('leaves votes that cannot be %s by any process', async (_what, statement, message) => {
    await cast('HE', 'NO');
    const tampering = stage.database.write(stage.person('vorsitz.hh'), (tx) => tx.execute(statement));
    await expect(tampering).rejects.toThrow(message);
  });

  it.each([`UPDATE votes SET choice = 'YES'`, 'DELETE FROM votes', `UPDATE bund_positions SET choice = 'YES'`])(
    'leaves votes that not even the owner of the tables changes: %s',
    async (statement) => {
      await cast('HE', 'NO');
      await cast('BUND', 'NO');
      await expect(stage.arrange(statement)).rejects.toThrow('cannot be changed');
    },
  );

  it('is opened once, by the chair or the secretariat, on the text as it is', async () => {
    const { topic, itemId } = await stage.placeItem();
    expect(codesOf(await open.execute(stage.person('koordination.he'), itemId))).toEqual(['NOT_ENTITLED']);
    const answers = await Promise.all([
      open.execute(stage.person('geschaeftsstelle'), itemId),
      open.execute(stage.person('vorsitz.hh'), itemId),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['BALLOT_ALREADY_OPEN']);
    expect(answers.find(({ ok }) => ok)).toMatchObject({
      ballot: { textHash: topic.proposalTextHash, rule: { minYes: 1, silenceRule: 'SILENCE_IS_ABSTENTION' } },
    });
    const [row] = await stage.arrange('SELECT open_ballot_id IS NOT NULL AS noted FROM topics WHERE id = $1', [
      topic.id,
    ]);
    expect(row).toEqual({ noted: true });
  });
});
