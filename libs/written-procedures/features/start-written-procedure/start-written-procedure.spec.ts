import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWrittenStage, type WrittenStage } from '#testing/written-procedures';
import { ReviseProposalHandler } from '#proposals';
import { TopicTransitionHandler } from '#topics';
import type { ProcedureAnswer } from '../../persistence/held-procedures.js';
import { StartWrittenProcedureHandler } from './start-written-procedure.handler.js';

const codesOf = (answer: { ok: true } | { ok: false; refusals: readonly { code: string }[] }): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('Starting a written procedure', () => {
  let stage: WrittenStage;

  beforeAll(async () => {
    stage = await aWrittenStage();
  });
  afterAll(() => stage.close());

  const hashOf = async (topicId: string): Promise<string> => {
    const [row] = await stage.arrange<{ hash: string }>('SELECT proposal_text_hash AS hash FROM topics WHERE id = $1', [
      topicId,
    ]);
    return row?.hash ?? '';
  };

  const start = async (
    { id, topicId, revision }: { id: string; topicId: string; revision: number },
    mail = 'vorsitz.hh',
    more = {},
  ): Promise<ProcedureAnswer> =>
    stage.part(StartWrittenProcedureHandler).execute(stage.person(mail), {
      procedureId: id,
      expectedRevision: revision,
      textHash: await hashOf(topicId),
      ...more,
    });

  it('gives number, frozen text and ten working days, and opens the vote', async () => {
    const request = await stage.placeRequest();
    const answer = await start(request);
    expect(answer).toMatchObject({
      ok: true,
      procedure: { state: 'RUNNING', round: 1, number: { year: 2026 }, textHash: await hashOf(request.topicId) },
    });
    expect(answer.ok && answer.procedure.closesAt?.toISOString()).toBe('2026-11-25T22:59:59.000Z');
    const [ballot] = await stage.arrange(
      'SELECT kind, state, closes_at AS "closesAt", silence_rule AS rule FROM ballots WHERE written_procedure_id = $1',
      [request.id],
    );
    expect(ballot).toEqual({
      kind: 'WRITTEN_PROCEDURE',
      state: 'OPEN',
      closesAt: new Date('2026-11-25T22:59:59Z'),
      rule: 'ALL_MUST_VOTE',
    });
    const [topic] = await stage.arrange('SELECT state FROM topics WHERE id = $1', [request.topicId]);
    expect(topic).toEqual({ state: 'IN_WRITTEN_PROCEDURE' });
  });

  it('takes rule for silence, holidays and least time from the profile', async () => {
    const set = (columns: string) => stage.arrange(`UPDATE conference_profiles SET ${columns}`);
    await set(`written_procedure_silence_rule = 'SILENCE_IS_CONSENT', holiday_rule = 'ALL_LAENDER'`);
    expect(await start(await stage.placeRequest())).toMatchObject({
      procedure: { rule: { silenceRule: 'SILENCE_IS_CONSENT' }, closesAt: new Date('2026-11-24T22:59:59Z') },
    });
    expect(await start(await stage.placeRequest(), 'vorsitz.hh', { silenceRule: 'ALL_MUST_VOTE' })).toMatchObject({
      procedure: { rule: { silenceRule: 'ALL_MUST_VOTE' } },
    });
    await set(`written_procedure_silence_rule = 'ALL_MUST_VOTE', holiday_rule = 'ANY_LAND'`);
    const inASecond = { closesAt: new Date(stage.clock.now().getTime() + 1000), urgencyReason: 'Eilt.' };
    expect(codesOf(await start(await stage.placeRequest(), 'vorsitz.hh', inASecond))).toEqual(['DEADLINE_TOO_SOON']);
    await set('written_procedure_leaves_hours = 0');
    expect(codesOf(await start(await stage.placeRequest(), 'vorsitz.hh', inASecond))).toEqual([]);
    await set('written_procedure_leaves_hours = 1');
  });

  it('takes two working days when it is urgent, and says why', async () => {
    const answer = await start(await stage.placeRequest(), 'vorsitz.hh', { urgencyReason: 'Anschlag vom Vortag' });
    expect(answer.ok && answer.procedure.closesAt?.toISOString()).toBe('2026-11-12T22:59:59.000Z');
  });

  it.each([
    ['koordination.he', ['NOT_ENTITLED']],
    ['geschaeftsstelle', ['NOT_ENTITLED']],
    ['koordination.hh', ['NOT_ENTITLED']],
    ['vorsitz.by', ['NOT_FOUND']],
    ['technik', ['NOT_FOUND']],
    ['gast.bka', ['NOT_FOUND']],
  ])('is refused to %s: %j', async (mail, codes) => {
    expect(codesOf(await start(await stage.placeRequest(), mail))).toEqual(codes);
  });

  it('gives numbers without gaps, different ones to those that start in the same moment, and none to a refusal', async () => {
    const [{ last } = { last: 0 }] = await stage.arrange<{ last: number }>('SELECT last FROM written_procedure_series');
    const requests = await Promise.all([1, 2, 3, 4].map(() => stage.placeRequest()));
    const [first, ...others] = requests;
    if (first === undefined) throw new Error('There is a first');
    expect(codesOf(await start(first, 'vorsitz.hh', { textHash: 'another' }))).toEqual(['TEXT_HASH_MISMATCH']);
    const answers = await Promise.all([first, ...others].map((request) => start(request)));
    const numbers = answers.map((answer) => (answer.ok ? (answer.procedure.number?.number ?? 0) : 0));
    expect(numbers.sort((left, right) => left - right)).toEqual([1, 2, 3, 4].map((step) => last + step));
  });

  it('happens once, even when asked twice at the same moment', async () => {
    const request = await stage.placeRequest();
    const answers = await Promise.all([start(request), start(request)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE']);
  });

  it('freezes the text: nobody can revise it, and the database refuses it too (invariant 10)', async () => {
    const { topicId } = await stage.placeRunning();
    const revise = (mail: string) =>
      stage.part(ReviseProposalHandler).execute(stage.person(mail), {
        topicId,
        expectedVersion: 1,
        clauses: [{ text: 'Etwas anderes.' }],
      });
    expect(codesOf(await revise('vorsitz.hh'))).toEqual(['BALLOT_OPEN']);
    expect(codesOf(await revise('geschaeftsstelle'))).toEqual(['BALLOT_OPEN']);
    const forged = stage.arrange('UPDATE topics SET proposal_text_hash = $2 WHERE id = $1', [topicId, 'f'.repeat(64)]);
    await expect(forged).rejects.toThrow('cannot be changed');
    const inProcedure = stage.arrange('UPDATE written_procedures SET text_hash = $2 WHERE topic_id = $1', [
      topicId,
      'f'.repeat(64),
    ]);
    await expect(inProcedure).rejects.toThrow('another round');
  });

  it('keeps the topic: nobody takes it out of the procedure past its table', async () => {
    const { topicId } = await stage.placeRunning();
    const [row] = await stage.arrange<{ revision: number }>('SELECT revision FROM topics WHERE id = $1', [topicId]);
    const answer = await stage.part(TopicTransitionHandler).execute(stage.person('vorsitz.hh'), {
      topicId,
      expectedRevision: row?.revision ?? 0,
      action: 'returnFromWrittenProcedure',
    });
    expect(codesOf(answer)).toEqual(['BALLOT_OPEN']);
  });

  it('keeps its number for ever', async () => {
    const { id } = await stage.placeRunning();
    await expect(stage.arrange('UPDATE written_procedures SET number = 99 WHERE id = $1', [id])).rejects.toThrow(
      'cannot be changed',
    );
    await expect(stage.arrange('DELETE FROM written_procedures WHERE id = $1', [id])).rejects.toThrow();
  });

  it('is refused for a topic that not all may see', async () => {
    await expect(stage.placeRequest({ classification: 'RESTRICTED' })).rejects.toThrow('TOPIC_RESTRICTED');
  });
});
