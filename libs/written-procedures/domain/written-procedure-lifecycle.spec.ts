import { describe, expect, it } from '@jest/globals';
import { capacityNames, writtenProcedureStateNames, type Capacity, type WrittenProcedureState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './written-procedure-decision.js';
import { writtenProcedureLifecycle, type WrittenProcedureAction } from './written-procedure-lifecycle.js';
import type {
  ProcedureTopic,
  WrittenProcedure,
  WrittenProcedureContext,
  WrittenProcedureInput,
  WrittenRule,
} from './written-procedure.js';

const T = new Date('2026-11-24T22:59:59Z');
const before = new Date(T.getTime() - 1000);

const rule: WrittenRule = {
  silenceRule: 'ALL_MUST_VOTE',
  minYes: 1,
  adoptionRule: 'UNANIMITY',
  mayDemandDiscussion: 'ANY_LAND',
};

const aProcedure = (state: WrittenProcedure['state'], changes: Partial<WrittenProcedure> = {}): WrittenProcedure => ({
  id: 'procedure-1',
  topicId: 'topic-1',
  conferenceId: 'conference-1',
  state,
  requestedBy: 'HE',
  requestReason: 'Eilt.',
  number: { year: 2026, number: 5 },
  resolutionNumber: null,
  round: 1,
  proposalVersionId: 'version-1',
  textHash: 'current',
  rule,
  urgencyReason: null,
  startedAt: new Date('2026-11-10T09:00:00Z'),
  closesAt: T,
  endedEarlyAt: null,
  endedAt: null,
  reportedConferenceId: null,
  revision: 2,
  ...changes,
});

const unstarted = { number: null, round: 0, textHash: null, rule: null, startedAt: null, closesAt: null } as const;

const aTopic = (changes: Partial<ProcedureTopic> = {}): ProcedureTopic => ({
  kind: 'RESOLUTION',
  state: 'IN_MAIN_CONFERENCE',
  classification: 'INTERNAL',
  proposalVersionId: 'version-1',
  textHash: 'current',
  openBallotId: null,
  hasUnfinishedProcedure: false,
  ...changes,
});

const as = (capacity: Capacity, context: Partial<WrittenProcedureContext> = {}): WrittenProcedureContext => ({
  now: before,
  capacities: new Set([capacity]),
  ownParties: capacity === 'PARTY_COORDINATOR' ? ['HE'] : [],
  topic: aTopic(),
  standing: { haveAllVoted: true, isAdopted: true },
  regularDeadline: T,
  leavesHours: 1,
  input: null,
  ...context,
});

const codesOf = (
  state: WrittenProcedure['state'],
  action: WrittenProcedureAction,
  context: WrittenProcedureContext,
  changes: Partial<WrittenProcedure> = {},
): readonly string[] => {
  const result = decide(aProcedure(state, changes), action, context);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

const possible = (state: WrittenProcedureState, capacity: Capacity, now: Date): string =>
  availableActions(
    writtenProcedureLifecycle,
    aProcedure(state, state === 'DRAFT' ? unstarted : {}),
    as(capacity, { now }),
  )
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(', ');

const matrixAt = (now: Date): readonly string[] =>
  (Object.keys(writtenProcedureStateNames) as WrittenProcedureState[]).flatMap((state) =>
    (Object.keys(capacityNames) as Capacity[])
      .map((capacity) => [capacity, possible(state, capacity, now)] as const)
      .filter(([, actions]) => actions !== '')
      .map(([capacity, actions]) => `${state} | ${capacity} | ${actions}`),
  );

describe('The lifecycle of a written procedure', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(writtenProcedureLifecycle)).toEqual([]);
  });

  it('offers before the deadline exactly what the golden matrix says', () => {
    expect(matrixAt(before)).toMatchSnapshot();
  });

  it('offers at the deadline nothing but the determination by the system', () => {
    expect(matrixAt(T)).toMatchSnapshot();
  });
});

describe('A request', () => {
  const request = (
    capacity: Capacity,
    topic: Partial<ProcedureTopic>,
    input: WrittenProcedureInput = { reason: 'Eilt.' },
  ) => codesOf('NEW', 'requestWrittenProcedure', as(capacity, { topic: aTopic(topic), input }));

  it.each(['PARTY_COORDINATOR', 'SECRETARIAT', 'CHAIR', 'SYSTEM'] as const)('is made by %s', (capacity) => {
    expect(request(capacity, {})).toEqual([]);
  });

  it.each(['PARTY_EXPERT', 'COMMITTEE_CHAIR', 'READER', 'GUEST', 'ADMIN'] as const)('is not made by %s', (capacity) => {
    expect(request(capacity, {})).toEqual(['NOT_ENTITLED']);
  });

  it.each([
    ['a topic in committee', { state: 'IN_COMMITTEE' }, ['TOPIC_NOT_READY']],
    ['a decided topic', { state: 'DECIDED' }, ['TOPIC_NOT_READY']],
    ['a fireside talk', { kind: 'FIRESIDE', textHash: null }, ['FIRESIDE_HAS_NO_VOTE', 'PROPOSAL_MISSING']],
    ['a topic that not all may see', { classification: 'RESTRICTED' }, ['TOPIC_RESTRICTED']],
    ['a topic with a procedure', { hasUnfinishedProcedure: true }, ['PROCEDURE_EXISTS']],
    ['a topic being voted on', { openBallotId: 'ballot-1' }, ['BALLOT_OPEN']],
    ['a topic of the pre-conference', { state: 'IN_PRE_CONFERENCE' }, []],
    ['a topic given into writing by the conference', { state: 'IN_WRITTEN_PROCEDURE' }, []],
  ] as const)('for %s: refusals', (_what, topic, codes) => {
    expect(request('PARTY_COORDINATOR', topic)).toEqual(codes);
  });

  it('says why', () => {
    expect(request('PARTY_COORDINATOR', {}, { reason: '  ' })).toEqual(['REASON_REQUIRED']);
  });
});

describe('The start', () => {
  const HOUR = 60 * 60 * 1000;
  const now = new Date('2026-11-10T09:00:00Z');
  const start = (input: WrittenProcedureInput, context: Partial<WrittenProcedureContext> = {}) =>
    codesOf(
      'DRAFT',
      'startWrittenProcedure',
      as('CHAIR', { now, input: { textHash: 'current', rule, closesAt: T, ...input }, ...context }),
      unstarted,
    );

  it.each([
    [0, 1, []],
    [0, 0, ['DEADLINE_TOO_SOON']],
    [2, 2 * HOUR, []],
    [2, 2 * HOUR - 1, ['DEADLINE_TOO_SOON']],
    [1, 366 * 24 * HOUR, []],
    [1, 366 * 24 * HOUR + 1, ['DEADLINE_TOO_FAR']],
  ])('leaves by the profile %d hours: after %d ms %j', (leavesHours, milliseconds, codes) => {
    const closesAt = new Date(now.getTime() + milliseconds);
    expect(start({ closesAt, urgencyReason: 'Gefahr im Verzug' }, { leavesHours })).toEqual(codes);
  });

  it('needs an hour, to the millisecond', () => {
    const urgencyReason = 'Gefahr im Verzug';
    const closesAt = new Date(now.getTime() + HOUR);
    expect(start({ closesAt, urgencyReason })).toEqual([]);
    expect(start({ closesAt: new Date(closesAt.getTime() - 1), urgencyReason })).toEqual(['DEADLINE_TOO_SOON']);
  });

  it('needs a reason for less than the usual time, and none for the usual', () => {
    expect(start({ closesAt: new Date(T.getTime() - 1) })).toEqual(['URGENCY_REASON_REQUIRED']);
    expect(start({ closesAt: T })).toEqual([]);
  });

  it('is on the text that was read', () => {
    expect(start({ textHash: 'old' })).toEqual(['TEXT_HASH_MISMATCH']);
  });

  it('freezes the text, and names number, rule and deadline', () => {
    const input = { textHash: 'current', rule, closesAt: T, number: { year: 2026, number: 5 } };
    const draft = aProcedure('DRAFT', unstarted);
    expect(decide(draft, 'startWrittenProcedure', as('CHAIR', { now, input }))).toMatchObject({
      ok: true,
      procedure: { state: 'RUNNING', round: 1, textHash: 'current', closesAt: T, startedAt: now, rule },
      events: [{ type: 'writtenProcedure.started', data: { textHash: 'current', number: { year: 2026, number: 5 } } }],
    });
  });
});

describe('A form', () => {
  const form = { party: 'HE', choice: 'YES', textHash: 'current', releaseObjection: true } as const;
  const give = (input: Partial<WrittenProcedureInput>, now = before) =>
    codesOf('RUNNING', 'giveWrittenVote', as('PARTY_COORDINATOR', { now, input: { ...form, ...input } }));

  it('is accepted one second before the deadline, and refused at it and after it', () => {
    expect(give({})).toEqual([]);
    expect(give({}, T)).toEqual(['DEADLINE_PASSED']);
    expect(give({}, new Date(T.getTime() + 1000))).toEqual(['DEADLINE_PASSED']);
  });

  it('is refused for another party and for the text of an earlier round, all at once', () => {
    expect(give({ party: 'BY', textHash: 'old' })).toEqual(['NOT_ENTITLED', 'TEXT_HASH_MISMATCH']);
  });

  it('leaves the procedure as it is, and says nothing of the release in a history that all may read', () => {
    const result = decide(aProcedure('RUNNING'), 'giveWrittenVote', as('PARTY_COORDINATOR', { input: form }));
    expect(result).toMatchObject({ ok: true, procedure: aProcedure('RUNNING') });
    expect(JSON.stringify(result.ok && result.events)).not.toMatch(/objection|release/i);
  });

  it('is entered on behalf with the way in which it was told', () => {
    const enter = (reason: string) =>
      codesOf('RUNNING', 'giveWrittenVoteOnBehalf', as('SECRETARIAT', { input: { ...form, reason } }));
    expect(enter('Telefonisch')).toEqual([]);
    expect(enter('')).toEqual(['REASON_REQUIRED']);
  });
});

describe('The demand for a discussion', () => {
  const demand = (party: 'HE' | 'BUND' | null, mayDemandDiscussion: WrittenRule['mayDemandDiscussion']) =>
    codesOf(
      'RUNNING',
      'demandDiscussion',
      party === null
        ? as('CHAIR', { input: { reason: 'Strittig' } })
        : as('PARTY_COORDINATOR', { ownParties: [party], input: { party, reason: 'Strittig' } }),
      { rule: { ...rule, mayDemandDiscussion } },
    );

  it.each([
    ['ANY_LAND', 'HE', []],
    ['ANY_LAND', 'BUND', ['NOT_ENTITLED']],
    ['ANY_LAND', null, []],
    ['ANY_PARTY', 'HE', []],
    ['ANY_PARTY', 'BUND', []],
    ['ANY_PARTY', null, []],
    ['CHAIR', 'HE', ['NOT_ENTITLED']],
    ['CHAIR', 'BUND', ['NOT_ENTITLED']],
    ['CHAIR', null, []],
  ] as const)('under the rule %s by %s (null: the chair): refusals %j', (who, party, codes) => {
    expect(demand(party, who)).toEqual(codes);
  });
});

describe('The end', () => {
  const conclude = (action: WrittenProcedureAction, isAdopted: boolean, now: Date, changes = {}) =>
    codesOf('RUNNING', action, as('SYSTEM', { now, standing: { haveAllVoted: true, isAdopted }, input: {} }), changes);

  it('is by the rule: what the votes adopt cannot fail, and what they do not cannot be adopted', () => {
    expect(conclude('adoptWrittenProcedure', true, T)).toEqual([]);
    expect(conclude('failWrittenProcedure', true, T)).toEqual(['ADOPTED']);
    expect(conclude('failWrittenProcedure', false, T)).toEqual([]);
    expect(conclude('adoptWrittenProcedure', false, T)).toEqual(['NOT_ADOPTED']);
  });

  it('is not before the deadline, unless the chair ended it', () => {
    expect(conclude('adoptWrittenProcedure', true, before)).toEqual(['STILL_RUNNING']);
    expect(conclude('adoptWrittenProcedure', true, before, { endedEarlyAt: before })).toEqual([]);
  });

  it('was at the deadline, however late it is noticed', () => {
    const context = as('SYSTEM', {
      now: new Date('2027-01-05T00:00:00Z'),
      input: { number: { year: 2026, number: 3 } },
    });
    const result = decide(aProcedure('RUNNING'), 'adoptWrittenProcedure', context);
    expect(result).toMatchObject({ ok: true, procedure: { endedAt: T, resolutionNumber: { year: 2026, number: 3 } } });
  });

  it('comes early only when all have voted', () => {
    const standing = { haveAllVoted: false, isAdopted: true };
    expect(codesOf('RUNNING', 'endWrittenProcedureEarly', as('CHAIR', { standing, input: {} }))).toEqual([
      'VOTES_MISSING',
    ]);
  });
});
