import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GiveVoteHandler } from '#decisions';
import { landCodes } from '#glossary';
import { SYSTEM } from '#organisation';
import { aWrittenStage, type WrittenStage } from '#testing/written-procedures';
import { GiveWrittenFormHandler } from '../../give-written-form.handler.js';
import { ReleaseVotes } from '../../persistence/release-vote.repository.js';

type Running = Awaited<ReturnType<WrittenStage['placeRunning']>>;

describe('The form of a written procedure', () => {
  let stage: WrittenStage;
  let running: Running;

  beforeAll(async () => {
    stage = await aWrittenStage();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    running = await stage.placeRunning();
  });

  const codesOf = (answer: Awaited<ReturnType<WrittenStage['give']>>): readonly string[] =>
    answer.ok ? [] : answer.refusals.map(({ code }) => code);

  const votesOf = (party: string) =>
    stage.arrange<{ choice: string; castBy: string; onBehalfBy: string | null }>(
      `SELECT choice, cast_by AS "castBy", on_behalf_by AS "onBehalfBy" FROM votes JOIN ballots ON ballots.id = ballot_id
       WHERE written_procedure_id = $1 AND party = $2 ORDER BY version`,
      [running.id, party],
    );

  const releaseVotesSeenBy = async (mail: string) =>
    (
      await stage.database.read(stage.person(mail), (tx) =>
        stage.part(ReleaseVotes).latestByProcedures(tx, [running.id]),
      )
    ).get(running.id);

  it('keeps every vote of a Land, the last of which counts', async () => {
    await stage.give(running, 'HE', 'NO', { releaseObjection: true });
    await stage.give(running, 'HE', 'YES');
    expect(await votesOf('HE')).toMatchObject([{ choice: 'NO' }, { choice: 'YES' }]);
    const kept = await stage.arrange(
      'SELECT objects FROM written_release_votes WHERE procedure_id = $1 ORDER BY version',
      [running.id],
    );
    expect(kept).toEqual([{ objects: true }, { objects: false }]);
    expect(await releaseVotesSeenBy('koordination.he')).toMatchObject([{ party: 'HE', objects: false }]);
  });

  it('is given by all 16 Länder and the Bund in the same second, and bumps nothing', async () => {
    const answers = await Promise.all(
      [...landCodes, 'BUND' as const].map((party) => stage.give(running, party, 'YES')),
    );
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect((await stage.reread(running)).revision).toBe(running.revision);
  });

  it('of the Bund is a position and a vote on the release, and no vote', async () => {
    await stage.give(running, 'BUND', 'NO', { releaseObjection: true });
    expect(await votesOf('BUND')).toEqual([]);
    expect(await releaseVotesSeenBy('koordination.bund')).toMatchObject([{ party: 'BUND', objects: true }]);
  });

  it.each(['koordination.by', 'geschaeftsstelle', 'vorsitz.hh', 'vorsitz.ak5', 'technik'])(
    'hides from %s whether Hessen objects to the release',
    async (mail) => {
      await stage.give(running, 'HE', 'YES', { releaseObjection: true });
      expect(await releaseVotesSeenBy(mail)).toEqual([]);
      const told = await stage.database.read(stage.person(mail), (tx) =>
        tx.query(`SELECT FROM history WHERE record_kind = 'releaseVote' AND data->>'procedureId' = $1`, [running.id]),
      );
      expect(told).toEqual([]);
    },
  );

  it('writes one row for the release whether it objects or not, so that the row tells nothing', async () => {
    await stage.give(running, 'HE', 'YES', { releaseObjection: true });
    await stage.give(running, 'BY', 'YES');
    const rows = await stage.arrange(
      'SELECT count(*)::int AS count FROM written_release_votes WHERE procedure_id = $1 GROUP BY party',
      [running.id],
    );
    expect(rows).toEqual([{ count: 1 }, { count: 1 }]);
  });

  it('tells the system alone who objects, and the secretariat after the end that somebody does', async () => {
    await stage.give(running, 'HE', 'YES', { releaseObjection: true });
    await stage.give(running, 'BY', 'YES', { releaseObjection: true });
    await stage.give(running, 'BY', 'YES');
    const votes = stage.part(ReleaseVotes);
    const objections = await stage.database.read(SYSTEM, (tx) => votes.objectionsOf(tx, running.topicId));
    expect(objections.map(({ party }) => party)).toEqual(['HE']);
    const resultFor = async (mail: string) =>
      (await stage.database.read(stage.person(mail), (tx) => votes.resultsByProcedures(tx, [running.id]))).get(
        running.id,
      );
    expect(await resultFor('geschaeftsstelle')).toBeUndefined();
    stage.clock.moveTo(running.closesAt ?? new Date(0));
    await stage.sweep();
    expect(await resultFor('geschaeftsstelle')).toBe(true);
    expect(await resultFor('koordination.by')).toBeUndefined();
    stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  });

  it.each([
    ['for another Land', 'koordination.by', {}, ['NOT_ENTITLED']],
    ['by an expert', 'fachreferat.he', {}, ['NOT_ENTITLED']],
    ['by the chair', 'vorsitz.hh', {}, ['NOT_ENTITLED']],
    ['by the secretariat in its own right', 'geschaeftsstelle', {}, ['NOT_ENTITLED']],
    ['by the technical administration', 'technik', {}, ['NOT_FOUND']],
    ['for another text', 'koordination.he', { textHash: 'b'.repeat(64) }, ['TEXT_HASH_MISMATCH']],
    ['for no party', 'koordination.he', { party: 'XX' }, ['UNKNOWN_PARTY']],
  ])('is refused %s, and then nothing is kept', async (_how, mail, more, codes) => {
    const form = { procedureId: running.id, textHash: running.textHash ?? '', party: 'HE', choice: 'YES' } as const;
    const answer = await stage
      .part(GiveWrittenFormHandler)
      .execute(stage.person(mail), 'giveWrittenVote', { ...form, releaseObjection: true, ...more });
    expect(codesOf(answer)).toEqual(codes);
    expect(await stage.arrange('SELECT FROM written_release_votes WHERE procedure_id = $1', [running.id])).toEqual([]);
  });

  it.each([
    ['castVote', 'koordination.he'],
    ['recordVoteOnBehalf', 'geschaeftsstelle'],
  ] as const)('is the only way to vote: %s beside it is refused, and nothing is kept', async (action, mail) => {
    const [ballot] = await stage.arrange<{ id: string }>('SELECT id FROM ballots WHERE written_procedure_id = $1', [
      running.id,
    ]);
    const vote = { ballotId: ballot?.id ?? '', party: 'HE', choice: 'YES', textHash: running.textHash ?? '' } as const;
    const answer = await stage
      .part(GiveVoteHandler)
      .execute(stage.person(mail), action, { ...vote, reason: 'Telefonisch' });
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'WRITTEN_PROCEDURE_FORM_ONLY' }] });
    expect(await votesOf('HE')).toEqual([]);
  });

  it('is entered on behalf by the secretariat under both names, which cannot read it back', async () => {
    const form = { procedureId: running.id, textHash: running.textHash ?? '', party: 'HE', choice: 'YES' } as const;
    const answer = await stage
      .part(GiveWrittenFormHandler)
      .execute(stage.person('geschaeftsstelle'), 'giveWrittenVoteOnBehalf', {
        ...form,
        releaseObjection: true,
        reason: 'Fernmündlich durch Frau Beispiel',
      });
    expect(codesOf(answer)).toEqual([]);
    expect(await votesOf('HE')).toEqual([{ choice: 'YES', castBy: 'Hessen', onBehalfBy: 'Person geschaeftsstelle' }]);
    expect(await releaseVotesSeenBy('koordination.he')).toMatchObject([
      { objects: true, givenBy: 'Hessen', onBehalfBy: 'Person geschaeftsstelle' },
    ]);
    expect(await releaseVotesSeenBy('geschaeftsstelle')).toEqual([]);
  });

  it('announces the statement of its party, and changes it with the next form', async () => {
    const texts = () =>
      stage.arrange('SELECT party, state, text FROM statements WHERE written_procedure_id = $1', [running.id]);
    expect(codesOf(await stage.give(running, 'HE', 'YES', { statementText: 'Hessen erklärt.' }))).toEqual([]);
    expect(await texts()).toEqual([{ party: 'HE', state: 'ANNOUNCED', text: 'Hessen erklärt.' }]);
    expect(codesOf(await stage.give(running, 'HE', 'YES'))).toEqual([]);
    expect(codesOf(await stage.give(running, 'HE', 'YES', { statementText: 'Hessen erklärt anders.' }))).toEqual([]);
    expect(await texts()).toEqual([{ party: 'HE', state: 'ANNOUNCED', text: 'Hessen erklärt anders.' }]);
  });

  it('with a statement does not block those that are given or closed in the same moment', async () => {
    const answers = await Promise.all([
      ...(['HE', 'BY', 'SN'] as const).map((party) => stage.give(running, party, 'YES', { statementText: 'Erklärt.' })),
      ...(['NW', 'TH'] as const).map((party) => stage.give(running, party, 'YES')),
      stage.sweep().then(() => ({ ok: true }) as Awaited<ReturnType<WrittenStage['give']>>),
    ]);
    expect(answers.flatMap(codesOf)).toEqual([]);
  });

  it('given twice at once by one Land is kept in an order, and never half', async () => {
    const answers = await Promise.all([
      stage.give(running, 'HE', 'YES', { releaseObjection: true }),
      stage.give(running, 'HE', 'NO'),
    ]);
    const accepted = answers.filter(({ ok }) => ok).length;
    expect(await votesOf('HE')).toHaveLength(accepted);
    const kept = await stage.arrange('SELECT FROM written_release_votes WHERE procedure_id = $1', [running.id]);
    expect(kept).toHaveLength(accepted);
  });
});
