import { describe, expect, it } from '@jest/globals';
import { ballotStateNames, type BallotState, type Capacity } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { decide } from './ballot-decision.js';
import { ballotLifecycle } from './ballot-lifecycle.js';
import type { Ballot, BallotTopic } from './ballot.js';
import type { BallotContext } from './ballot-context.js';
import type { Vote } from './vote.js';
import { resolutionOf } from './resolution.js';

const now = new Date('2026-12-03T10:00:00Z');

const aBallot = (state: Ballot['state'], changes: Partial<Ballot> = {}): Ballot => ({
  id: 'ballot-1',
  kind: 'ITEM',
  topicId: 'topic-1',
  agendaId: null,
  agendaItemId: 'item-1',
  writtenProcedureId: null,
  sessionId: 'session-1',
  supersedesId: null,
  proposalVersionId: 'version-1',
  textHash: 'current',
  rule: { adoptionRule: 'UNANIMITY', silenceRule: 'SILENCE_IS_ABSTENTION', minYes: 1 },
  state,
  outcome: null,
  openedAt: now,
  closesAt: null,
  closedAt: null,
  determinedAt: null,
  revision: 1,
  ...changes,
});

const inWriting = {
  kind: 'WRITTEN_PROCEDURE',
  agendaItemId: null,
  sessionId: null,
  writtenProcedureId: 'procedure-1',
  closesAt: new Date('2026-12-03T22:59:59Z'),
} as const;

const aBlock = {
  kind: 'BLOCK',
  topicId: null,
  agendaItemId: null,
  agendaId: 'agenda-1',
  proposalVersionId: null,
} as const;

const aTopic = (changes: Partial<BallotTopic> = {}): BallotTopic => ({
  id: 'topic-1',
  kind: 'RESOLUTION',
  state: 'IN_MAIN_CONFERENCE',
  proposalVersionId: 'version-1',
  textHash: 'current',
  isOnAgenda: true,
  isOnBodyAgenda: false,
  latestBallot: null,
  ...changes,
});

const earlier = (state: BallotState, changes: Partial<Ballot> = {}) => aBallot(state, changes);

const yesOfHesse: Vote = { party: 'HE', choice: 'YES', textHash: 'current', version: 1 };
const noOfBavaria: Vote = { party: 'BY', choice: 'NO', textHash: 'current', version: 1 };

const as = (capacity: Capacity, context: Partial<BallotContext> = {}): BallotContext => ({
  now,
  capacities: new Set([capacity]),
  ownParties: ['HE'],
  partyMayVote: true,
  votes: [yesOfHesse],
  topic: aTopic(),
  input: null,
  ...context,
});

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const possible = (state: BallotState, capacity: Capacity, changes: Partial<Ballot> = {}): string =>
  availableActions(ballotLifecycle, aBallot(state, changes), as(capacity))
    .filter(({ available }) => available)
    .map(({ action }) => action)
    .join(' ');

describe('The lifecycle of a ballot', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(ballotLifecycle)).toEqual([]);
  });

  it.each([
    ['OPEN', 'PARTY_COORDINATOR', 'castVote'],
    ['OPEN', 'SECRETARIAT', 'recordVoteOnBehalf changeTextAtTable'],
    ['OPEN', 'CHAIR', 'closeBallot changeTextAtTable'],
    ['CLOSED', 'PARTY_COORDINATOR', ''],
    ['CLOSED', 'SECRETARIAT', 'changeTextAtTable'],
    ['CLOSED', 'CHAIR', 'changeTextAtTable recordTopicOutcome'],
    ['DETERMINED', 'PARTY_COORDINATOR', ''],
    ['DETERMINED', 'SECRETARIAT', ''],
    ['DETERMINED', 'CHAIR', ''],
    ['SUPERSEDED', 'PARTY_COORDINATOR', ''],
    ['SUPERSEDED', 'SECRETARIAT', ''],
    ['SUPERSEDED', 'CHAIR', ''],
  ] as const)('offers in %s to %s: %s', (state, capacity, actions) => {
    expect(possible(state, capacity)).toBe(actions);
  });

  it.each([
    ['OPEN', 'PARTY_COORDINATOR', ''],
    ['OPEN', 'SECRETARIAT', ''],
    ['OPEN', 'CHAIR', ''],
    ['OPEN', 'SYSTEM', 'closeBallot'],
    ['CLOSED', 'CHAIR', 'recordTopicOutcome'],
    ['CLOSED', 'SYSTEM', 'recordTopicOutcome'],
    ['DETERMINED', 'SYSTEM', ''],
  ] as const)('offers in writing in %s to %s: %s', (state, capacity, actions) => {
    expect(possible(state, capacity, inWriting)).toBe(actions);
  });

  it.each([
    ['OPEN', 'PARTY_COORDINATOR', 'castVote'],
    ['OPEN', 'SECRETARIAT', 'recordVoteOnBehalf'],
    ['OPEN', 'CHAIR', 'closeBallot dissolveBlock'],
    ['OPEN', 'SYSTEM', ''],
    ['CLOSED', 'PARTY_COORDINATOR', ''],
    ['CLOSED', 'SECRETARIAT', ''],
    ['CLOSED', 'CHAIR', 'recordBlockOutcome dissolveBlock'],
    ['DETERMINED', 'CHAIR', ''],
    ['DISSOLVED', 'PARTY_COORDINATOR', ''],
    ['DISSOLVED', 'CHAIR', ''],
  ] as const)('offers for a block in %s to %s: %s', (state, capacity, actions) => {
    expect(possible(state, capacity, aBlock)).toBe(actions);
  });

  it('is closed by the chair in writing only when its procedure ends', () => {
    const closing = (isWithinProcedure: boolean) =>
      decide(aBallot('OPEN', inWriting), 'closeBallot', as('CHAIR', { isWithinProcedure, input: {} }));
    expect(codesOf(closing(false))).toEqual(['WRITTEN_PROCEDURE_CLOSES_ITSELF']);
    expect(codesOf(closing(true))).toEqual([]);
  });

  it('takes votes in writing by the form of the procedure alone', () => {
    const input = { party: 'HE', choice: 'YES', textHash: 'current', reason: 'Telefonisch' } as const;
    const given = (isWithinProcedure: boolean) => [
      codesOf(decide(aBallot('OPEN', inWriting), 'castVote', as('PARTY_COORDINATOR', { isWithinProcedure, input }))),
      codesOf(
        decide(aBallot('OPEN', inWriting), 'recordVoteOnBehalf', as('SECRETARIAT', { isWithinProcedure, input })),
      ),
    ];
    expect(given(false)).toEqual([['WRITTEN_PROCEDURE_FORM_ONLY'], ['WRITTEN_PROCEDURE_FORM_ONLY']]);
    expect(given(true)).toEqual([[], []]);
  });

  it('offers nobody else anything in any state', () => {
    const others = (Object.keys(ballotLifecycle.capacities) as Capacity[]).filter(
      (capacity) => !['PARTY_COORDINATOR', 'SECRETARIAT', 'CHAIR'].includes(capacity),
    );
    const states = Object.keys(ballotStateNames) as BallotState[];
    expect(states.flatMap((state) => others.map((capacity) => possible(state, capacity))).join('')).toBe('');
  });

  it.each([
    ['CHAIR', []],
    ['SECRETARIAT', []],
    ['PARTY_COORDINATOR', ['NOT_ENTITLED']],
    ['ADMIN', ['NOT_ENTITLED']],
  ] as const)('begins when %s opens it: refusals %j', (capacity, codes) => {
    expect(codesOf(decide(aBallot('NEW'), 'openBallot', as(capacity, { input: {} })))).toEqual(codes);
  });

  it.each([
    ['a topic that is not in the main conference', { state: 'IN_PRE_CONFERENCE' }, ['TOPIC_NOT_IN_MAIN_CONFERENCE']],
    ['a fireside talk', { kind: 'FIRESIDE', textHash: null }, ['FIRESIDE_HAS_NO_VOTE', 'PROPOSAL_MISSING']],
    ['an item without a text', { textHash: null }, ['PROPOSAL_MISSING']],
    ['an item of the agenda of another body', { isOnBodyAgenda: true }, ['BODY_DOES_NOT_VOTE']],
    ['a removed item', { isOnAgenda: false }, ['ITEM_REMOVED']],
    ['an item being voted on', { latestBallot: earlier('OPEN', { textHash: 'old' }) }, ['BALLOT_ALREADY_OPEN']],
    ['a text already voted on', { latestBallot: earlier('CLOSED') }, ['TEXT_ALREADY_VOTED_ON']],
    ['a text changed after the vote', { latestBallot: earlier('CLOSED', { textHash: 'old' }) }, []],
    ['a text that came back from a committee', { latestBallot: earlier('DETERMINED') }, []],
    ['a text voted on at an earlier conference', { latestBallot: earlier('CLOSED', { agendaItemId: 'old' }) }, []],
    ['a text that came back from a written procedure', { latestBallot: earlier('CLOSED', inWriting) }, []],
  ] as const)('is opened on %s: refusals', (_what, topic, codes) => {
    expect(codesOf(decide(aBallot('NEW'), 'openBallot', as('CHAIR', { topic: aTopic(topic), input: {} })))).toEqual(
      codes,
    );
  });
});

describe('A ballot at the table', () => {
  it('is opened while the session is held, before and afterwards never', () => {
    const opening = (sessionId: string | null) =>
      codesOf(decide(aBallot('NEW', { sessionId }), 'openBallot', as('CHAIR', { input: {} })));
    expect([opening('session-1'), opening(null)]).toEqual([[], ['SESSION_NOT_IN_PROGRESS']]);
  });
});

describe('A ballot in writing', () => {
  const opening = (topic: Partial<BallotTopic>) =>
    codesOf(decide(aBallot('NEW', inWriting), 'openBallot', as('CHAIR', { topic: aTopic(topic), input: {} })));

  it('is opened without an agenda, on a topic in the written procedure alone', () => {
    expect(opening({ state: 'IN_WRITTEN_PROCEDURE', isOnAgenda: false })).toEqual([]);
    expect(opening({ state: 'IN_WRITTEN_PROCEDURE', latestBallot: earlier('CLOSED') })).toEqual([]);
    expect(opening({})).toEqual(['TOPIC_NOT_IN_WRITTEN_PROCEDURE']);
  });

  it.each([
    ['one second before its end', -1000, []],
    ['at the very instant', 0, ['DEADLINE_PASSED']],
    ['one second after', 1000, ['DEADLINE_PASSED']],
  ] as const)('accepts votes %s: refusals %#', (_when, offset, codes) => {
    const input = { party: 'HE', choice: 'YES', textHash: 'current', reason: 'Telefonisch' } as const;
    const at = new Date(inWriting.closesAt.getTime() + offset);
    const ballot = aBallot('OPEN', inWriting);
    const cast = decide(ballot, 'castVote', as('PARTY_COORDINATOR', { now: at, isWithinProcedure: true, input }));
    const recorded = decide(
      ballot,
      'recordVoteOnBehalf',
      as('SECRETARIAT', { now: at, isWithinProcedure: true, input }),
    );
    expect([codesOf(cast), codesOf(recorded)]).toEqual([codes, codes]);
  });

  it('is determined by the system itself; a ballot of a session never', () => {
    const determining = (changes: Partial<Ballot>) =>
      codesOf(
        decide(aBallot('CLOSED', changes), 'recordTopicOutcome', as('SYSTEM', { input: { outcome: 'ADOPTED' } })),
      );
    expect(determining(inWriting)).toEqual([]);
    expect(determining({})).toEqual(['NOT_IN_WRITING']);
  });
});

describe('A vote', () => {
  const input = { party: 'HE', choice: 'YES', textHash: 'current' } as const;
  const casting = (state: Ballot['state'], changes: Partial<NonNullable<BallotContext['input']>> = {}) =>
    decide(aBallot(state), 'castVote', as('PARTY_COORDINATOR', { input: { ...input, ...changes } }));

  it('leaves the ballot as it is, so that 16 Länder can vote in the same second', () => {
    expect(casting('OPEN')).toMatchObject({
      ok: true,
      ballot: aBallot('OPEN'),
      vote: { ...input, isOnBehalf: false },
      events: [{ type: 'vote.cast', recordKind: 'vote', data: { party: 'HE', choice: 'YES', textHash: 'current' } }],
    });
  });

  it('is refused for another text, with the hash of the right one', () => {
    expect(casting('OPEN', { textHash: 'old' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'TEXT_HASH_MISMATCH', details: { textHash: 'current' } }],
    });
  });

  it('is refused for another Land', () => {
    expect(codesOf(casting('OPEN', { party: 'BY' }))).toEqual(['NOT_ENTITLED']);
  });

  it('is refused with every reason at once', () => {
    expect(codesOf(casting('OPEN', { party: 'BY', textHash: 'old' }))).toEqual(['NOT_ENTITLED', 'TEXT_HASH_MISMATCH']);
  });

  it.each(['CLOSED', 'DETERMINED'] as const)('is refused when the ballot is %s', (state) => {
    expect(codesOf(casting(state))).toEqual(['BALLOT_CLOSED']);
  });

  it.each(['SECRETARIAT', 'CHAIR', 'PARTY_EXPERT', 'COMMITTEE_CHAIR', 'ADMIN', 'READER', 'GUEST'] as const)(
    'is not cast by %s',
    (capacity) => {
      expect(codesOf(decide(aBallot('OPEN'), 'castVote', as(capacity, { input })))).toEqual(['NOT_ENTITLED']);
    },
  );

  it('is refused without the right to vote', () => {
    const context = as('PARTY_COORDINATOR', { input, partyMayVote: false });
    expect(codesOf(decide(aBallot('OPEN'), 'castVote', context))).toEqual(['PARTY_MAY_NOT_VOTE']);
  });

  it('is recorded on behalf of a Land by the secretariat, which says how it knows', () => {
    const recorded = (reason: string) =>
      decide(aBallot('OPEN'), 'recordVoteOnBehalf', as('SECRETARIAT', { ownParties: [], input: { ...input, reason } }));
    expect(recorded('Telefonisch übermittelt')).toMatchObject({
      ok: true,
      vote: { party: 'HE', isOnBehalf: true },
      events: [{ type: 'vote.recordedOnBehalf', capacity: 'SECRETARIAT', reason: 'Telefonisch übermittelt' }],
    });
    expect(codesOf(recorded('  '))).toEqual(['REASON_REQUIRED']);
  });

  it('is a position when the Bund gives it', () => {
    const context = as('PARTY_COORDINATOR', {
      ownParties: ['BUND'],
      partyMayVote: false,
      input: { ...input, party: 'BUND' },
    });
    expect(decide(aBallot('OPEN'), 'castVote', context)).toMatchObject({
      ok: true,
      events: [{ type: 'bundPosition.stated' }],
    });
  });
});

describe('The determination of the chair', () => {
  const determining = (outcome: 'ADOPTED' | 'NOT_ADOPTED' | 'WITHDRAWN', context: Partial<BallotContext> = {}) =>
    decide(aBallot('CLOSED'), 'recordTopicOutcome', as('CHAIR', { input: { outcome }, ...context }));
  const text = {
    id: 'r',
    adoptedOn: '2026-12-03',
    itemNumber: '12a',
    proposalVersionId: 'version-1',
    textHash: 'current',
    clauses: [],
  };

  it('adopts the text that was voted on', () => {
    const result = determining('ADOPTED');
    if (!result.ok) throw new Error('The text was not adopted');
    expect(result.ballot).toMatchObject({ state: 'DETERMINED', outcome: 'ADOPTED', determinedAt: now, revision: 2 });
    expect(resolutionOf(result, text)).toMatchObject({ textHash: 'current', itemNumber: '12a', outcome: 'ADOPTED' });
    expect(() => resolutionOf(result, { ...text, textHash: 'other' })).toThrow('voted on');
  });

  it('cannot be adoption while a No stands, and says why', () => {
    expect(determining('ADOPTED', { votes: [yesOfHesse, noOfBavaria] })).toMatchObject({
      ok: false,
      refusals: [
        {
          code: 'OUTCOME_NOT_ALLOWED',
          message: expect.stringContaining('Nein'),
          details: { obstacles: ['VOTED_AGAINST'] },
        },
      ],
    });
  });

  it('brings about no resolution when the text is not adopted', () => {
    const result = determining('NOT_ADOPTED', { votes: [yesOfHesse, noOfBavaria] });
    expect(result.ok && resolutionOf(result, text)).toBeNull();
  });

  it('is refused when the text was changed after the vote', () => {
    const codes = codesOf(determining('ADOPTED', { topic: aTopic({ textHash: 'changed' }) }));
    expect(codes).toEqual(['TEXT_CHANGED_SINCE_VOTE']);
  });

  it('waits until the ballot is closed', () => {
    const context = as('CHAIR', { input: { outcome: 'ADOPTED' } });
    expect(codesOf(decide(aBallot('OPEN'), 'recordTopicOutcome', context))).toEqual(['BALLOT_OPEN']);
  });

  it('is never a withdrawal: that is the act of the registrant', () => {
    expect(codesOf(determining('WITHDRAWN'))).toEqual(['OUTCOME_NOT_ALLOWED']);
  });
});
