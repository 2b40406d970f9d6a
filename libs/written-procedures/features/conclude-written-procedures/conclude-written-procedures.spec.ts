import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Resolutions } from '#decisions';
import { landCodes, type PartyCode, type SilenceRule, type VoteChoice } from '#glossary';
import { SYSTEM } from '#organisation';
import { aWrittenStage, type WrittenStage } from '#testing/written-procedures';

type Running = Awaited<ReturnType<WrittenStage['placeRunning']>>;
type Given = Partial<Record<PartyCode, VoteChoice>>;

const START = new Date('2026-11-10T09:00:00Z');
const SECOND = 1000;

describe('The end of a written procedure', () => {
  let stage: WrittenStage;

  beforeAll(async () => {
    stage = await aWrittenStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock.moveTo(START);
  });

  const allSay = (choice: VoteChoice): Given => Object.fromEntries(landCodes.map((land) => [land, choice]));

  const voted = async (procedure: Running, given: Given): Promise<void> => {
    for (const [party, choice] of Object.entries(given)) {
      const answer = await stage.give(procedure, party as PartyCode, choice);
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    }
  };

  const pass = (closesAt: Date | null, milliseconds = 0): void => {
    stage.clock.moveTo(new Date((closesAt?.getTime() ?? 0) + milliseconds));
  };

  /** What no rule of the database would let happen. */
  const past = (statement: string) => stage.arrange(`SET LOCAL session_replication_role = replica; ${statement}`);

  const resolutionOf = async ({ topicId }: Running) =>
    (await stage.database.read(SYSTEM, (tx) => stage.part(Resolutions).resolutionsByTopics(tx, [topicId]))).get(
      topicId,
    );

  const topicOf = async ({ topicId }: Running) => {
    const [row] = await stage.arrange('SELECT state, outcome FROM topics WHERE id = $1', [topicId]);
    return row;
  };

  it('is a resolution with a number when the votes adopt the text, although the Bund is against it', async () => {
    const running = await stage.placeRunning();
    await voted(running, { ...allSay('YES'), BY: 'ABSTAIN', BUND: 'NO' });
    pass(running.closesAt);
    await stage.sweep();
    const { state, resolutionNumber, endedAt } = await stage.reread(running);
    expect({ state, endedAt }).toEqual({ state: 'ADOPTED', endedAt: running.closesAt });
    expect(await resolutionOf(running)).toMatchObject({
      textHash: running.textHash,
      outcome: 'ADOPTED',
      adoptedOn: '2026-11-25',
      itemNumber: null,
      writtenProcedureNumber: `${resolutionNumber?.number}/2026`,
    });
    expect(await topicOf(running)).toEqual({ state: 'DECIDED', outcome: 'ADOPTED' });
  });

  it('is a failure while one No stands, and gives no number', async () => {
    const running = await stage.placeRunning();
    await voted(running, { ...allSay('YES'), BY: 'NO' });
    pass(running.closesAt);
    await stage.sweep();
    expect(await stage.reread(running)).toMatchObject({ state: 'FAILED', resolutionNumber: null });
    expect(await resolutionOf(running)).toBeUndefined();
    expect(await topicOf(running)).toEqual({ state: 'DECIDED', outcome: 'NOT_ADOPTED' });
  });

  it.each<readonly [SilenceRule, Given, string]>([
    ['ALL_MUST_VOTE', { ...allSay('YES') }, 'ADOPTED'],
    ['ALL_MUST_VOTE', { HE: 'YES', BY: 'YES' }, 'FAILED'],
    ['SILENCE_IS_ABSTENTION', { HE: 'YES' }, 'ADOPTED'],
    ['SILENCE_IS_ABSTENTION', {}, 'FAILED'],
    ['SILENCE_IS_ABSTENTION', { BUND: 'YES' }, 'FAILED'],
    ['SILENCE_IS_CONSENT', {}, 'ADOPTED'],
    ['SILENCE_IS_CONSENT', { TH: 'NO' }, 'FAILED'],
    ['SILENCE_IS_CONSENT', allSay('ABSTAIN'), 'FAILED'],
  ])('under the rule %s, given %j: %s', async (silenceRule, given, state) => {
    const running = await stage.placeRunning({ silenceRule });
    await voted(running, given);
    pass(running.closesAt);
    await stage.sweep();
    expect((await stage.reread(running)).state).toBe(state);
  });

  it.each([
    ['in winter', '2026-11-10T09:00:00Z', '2026-11-20T22:59:59Z'],
    ['over the change to summer time', '2027-03-26T09:00:00Z', '2027-03-29T21:59:59Z'],
    ['over the change to winter time', '2026-10-23T09:00:00Z', '2026-10-26T22:59:59Z'],
    ['in the hour that is missing', '2027-03-27T09:00:00Z', '2027-03-28T01:00:00Z'],
    ['in the hour that comes twice', '2026-10-24T09:00:00Z', '2026-10-25T01:00:00Z'],
    ['at the turn of the year', '2026-12-30T09:00:00Z', '2026-12-31T22:59:59Z'],
  ])(
    '%s accepts a form at T−1 s, and none at T and T+1 s, whether or not anything swept',
    async (_when, from, until) => {
      stage.clock.moveTo(new Date(from));
      const closesAt = new Date(until);
      const running = await stage.placeRunning({
        closesAt,
        urgencyReason: 'Eilt.',
        silenceRule: 'SILENCE_IS_ABSTENTION',
      });
      pass(closesAt, -SECOND);
      await stage.sweep();
      expect((await stage.give(running, 'HE', 'YES')).ok).toBe(true);
      pass(closesAt);
      expect(await stage.give(running, 'BY', 'NO')).toMatchObject({
        ok: false,
        refusals: [{ code: 'DEADLINE_PASSED' }],
      });
      // The first act that came too late has left it determined: no sweeper ran.
      expect(await stage.reread(running)).toMatchObject({ state: 'ADOPTED', endedAt: closesAt });
      pass(closesAt, SECOND);
      expect(await stage.give(running, 'BY', 'NO')).toMatchObject({
        ok: false,
        refusals: [{ code: 'NOT_POSSIBLE_IN_STATE' }],
      });
    },
  );

  it('counts for the year in which it was over, though it is determined in the next', async () => {
    stage.clock.moveTo(new Date('2027-12-29T09:00:00Z'));
    const closesAt = new Date('2027-12-31T22:59:59Z');
    const running = await stage.placeRunning({ closesAt, urgencyReason: 'Eilt.', silenceRule: 'SILENCE_IS_CONSENT' });
    stage.clock.moveTo(new Date('2028-01-03T08:00:00Z'));
    await stage.sweep();
    expect(await stage.reread(running)).toMatchObject({ resolutionNumber: { year: 2027 }, endedAt: closesAt });
    expect(await resolutionOf(running)).toMatchObject({ adoptedOn: '2027-12-31' });
  });

  it('comes after a downtime in the order in which the procedures were due', async () => {
    const urgencyReason = 'Eilt.';
    const at = async (until: string) =>
      stage.placeRunning({ closesAt: new Date(until), urgencyReason, silenceRule: 'SILENCE_IS_CONSENT' });
    const third = await at('2026-11-17T22:59:59Z');
    const first = await at('2026-11-15T22:59:59Z');
    const second = await at('2026-11-16T22:59:59Z');
    stage.clock.moveTo(new Date('2026-11-20T08:00:00Z'));
    await stage.sweep();
    const numbers = await Promise.all([first, second, third].map((each) => stage.reread(each)));
    const [one = 0, ...others] = numbers.map(({ resolutionNumber }) => resolutionNumber?.number ?? 0);
    expect(others).toEqual([one + 1, one + 2]);
  });

  it('is not held up by a procedure that is broken, for the sweeper and for whoever comes too late', async () => {
    const broken = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    const sound = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    await past(
      `UPDATE ballots SET state = 'CLOSED', closed_at = closes_at WHERE written_procedure_id = '${broken.id}'`,
    );
    pass(broken.closesAt);
    expect(await stage.give(sound, 'HE', 'YES')).toMatchObject({ ok: false, refusals: [{ code: 'DEADLINE_PASSED' }] });
    expect((await stage.reread(sound)).state).toBe('ADOPTED');
    await expect(stage.sweep()).rejects.toThrow(`deadline WRITTEN_PROCEDURE of writtenProcedure ${broken.id}`);
    await past(`UPDATE ballots SET state = 'OPEN', closed_at = NULL WHERE written_procedure_id = '${broken.id}'`);
    await stage.sweep();
    expect((await stage.reread(broken)).state).toBe('ADOPTED');
  });

  it('is determined once, though two sweep at the same moment', async () => {
    const running = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    pass(running.closesAt);
    await Promise.all([stage.sweep(), stage.sweep(), stage.sweep()]);
    await stage.sweep();
    const entries = await stage.arrange(
      `SELECT FROM history WHERE record_id = $1 AND event = 'writtenProcedure.adopted'`,
      [running.id],
    );
    expect(entries).toHaveLength(1);
  });

  it('counts a vote that came before the closing and refuses one that came after, and knows no third', async () => {
    const running = await stage.placeRunning({ silenceRule: 'SILENCE_IS_CONSENT' });
    pass(running.closesAt, -1);
    const giving = stage.give(running, 'HE', 'NO').then((answer) => {
      pass(running.closesAt);
      return answer;
    });
    const [answer] = await Promise.all([giving, stage.sweep()]);
    pass(running.closesAt);
    await stage.sweep();
    expect((await stage.reread(running)).state).toBe(answer.ok ? 'FAILED' : 'ADOPTED');
  });

  it('is guarded by the database too: neither a vote nor a release vote gets in at the deadline', async () => {
    const running = await stage.placeRunning();
    await voted(running, { HE: 'YES' });
    const late = stage.arrange(
      `INSERT INTO votes (id, ballot_id, choice, text_hash, version, record_id, cast_at, cast_by, person_id, audience, party)
       SELECT gen_random_uuid(), ballot_id, choice, votes.text_hash, 2, record_id, $2, cast_by, person_id, votes.audience, party
       FROM votes JOIN ballots ON ballots.id = ballot_id WHERE written_procedure_id = $1`,
      [running.id, running.closesAt],
    );
    await expect(late).rejects.toThrow('at the deadline or later');
    const lateRelease = stage.arrange(
      `INSERT INTO written_release_votes (id, procedure_id, topic_id, round, party, objects, version, given_at, given_by,
         person_id, audience)
       VALUES (gen_random_uuid(), $1, $2, 1, 'BY', true, 1, $3, 'x', gen_random_uuid(), '{0,2}')`,
      [running.id, running.topicId, running.closesAt],
    );
    await expect(lateRelease).rejects.toThrow('is over');
  });
});
