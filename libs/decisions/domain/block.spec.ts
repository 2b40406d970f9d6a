import { describe, expect, it } from '@jest/globals';
import type { Capacity } from '#glossary';
import { blockHash } from '../block-hash.js';
import { decide } from './ballot-decision.js';
import type { Ballot, BallotTopic } from './ballot.js';
import type { BallotContext } from './ballot-context.js';
import type { BlockPart } from './block.js';
import { newBlockBallot } from './new-ballot.js';
import type { Vote } from './vote.js';

const now = new Date('2026-12-03T10:00:00Z');
const rule = { adoptionRule: 'UNANIMITY', silenceRule: 'SILENCE_IS_ABSTENTION', minYes: 1 } as const;
const fresh = newBlockBallot('block-1', { agendaId: 'agenda-1', sessionId: 'session-1', textHash: 'block', rule }, now);
const closed: Ballot = { ...fresh, state: 'CLOSED', revision: 2 };

const aPart = (topic: Partial<BallotTopic> = {}, changes: Partial<BlockPart> = {}): BlockPart => ({
  name: 'TOP 1',
  topic: {
    id: 'topic-1',
    kind: 'RESOLUTION',
    state: 'IN_MAIN_CONFERENCE',
    proposalVersionId: 'version-1',
    textHash: 'text-1',
    isOnAgenda: true,
    isOnBodyAgenda: false,
    latestBallot: null,
    ...topic,
  },
  isRestricted: false,
  outcome: null,
  votedTextHash: 'text-1',
  ...changes,
});

const as = (capacity: Capacity, context: Partial<BallotContext> = {}): BallotContext => ({
  now,
  capacities: new Set([capacity]),
  ownParties: ['HE'],
  partyMayVote: true,
  votes: [{ party: 'HE', choice: 'YES', textHash: 'block', version: 1 }],
  topic: null,
  block: { isCirculated: true, parts: [aPart()] },
  input: {},
  ...context,
});

const codesOf = (result: ReturnType<typeof decide>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);
const noOfBavaria: Vote = { party: 'BY', choice: 'NO', textHash: 'block', version: 1 };

describe('A block of the consent list', () => {
  const opening = (...parts: readonly BlockPart[]) =>
    decide(fresh, 'openBlockBallot', as('CHAIR', { block: { isCirculated: true, parts } }));

  it('is opened by the chair alone, on a circulated agenda with open items', () => {
    expect(codesOf(opening(aPart()))).toEqual([]);
    expect(codesOf(opening())).toEqual(['BLOCK_EMPTY']);
    expect(codesOf(decide(fresh, 'openBlockBallot', as('SECRETARIAT')))).toEqual(['NOT_ENTITLED']);
    const before = { isCirculated: false, parts: [aPart()] };
    expect(codesOf(decide(fresh, 'openBlockBallot', as('CHAIR', { block: before })))).toEqual([
      'AGENDA_NOT_CIRCULATED',
    ]);
  });

  it('is opened while the session is held alone', () => {
    const block = { isCirculated: true, parts: [aPart()] };
    const answer = decide({ ...fresh, sessionId: null }, 'openBlockBallot', as('CHAIR', { block }));
    expect(codesOf(answer)).toEqual(['SESSION_NOT_IN_PROGRESS']);
  });

  it.each([
    ['without a text', { textHash: null }, {}, 'PROPOSAL_MISSING'],
    ['that not every party sees', {}, { isRestricted: true }, 'ITEM_RESTRICTED'],
    ['not in the main conference', { state: 'DECIDED' }, {}, 'TOPIC_NOT_IN_MAIN_CONFERENCE'],
    ['on the agenda of another body', { isOnBodyAgenda: true }, {}, 'BODY_DOES_NOT_VOTE'],
    ['that is a fireside talk', { kind: 'FIRESIDE' }, {}, 'FIRESIDE_HAS_NO_VOTE'],
    ['being voted on', { latestBallot: { ...fresh, state: 'OPEN' } }, {}, 'BALLOT_ALREADY_OPEN'],
  ] as const)('holds no item %s, and the refusal names it', (_what, topic, changes, code) => {
    const result = opening(aPart(), aPart(topic, { name: 'TOP 7', ...changes }));
    expect(result).toMatchObject({ ok: false, refusals: [{ code, message: expect.stringContaining('TOP 7') }] });
  });

  it('is voted on at once: a vote names the hash of all texts', () => {
    const input = { party: 'HE', choice: 'YES' } as const;
    const cast = (textHash: string) =>
      codesOf(
        decide({ ...fresh, state: 'OPEN' }, 'castVote', as('PARTY_COORDINATOR', { input: { ...input, textHash } })),
      );
    expect(cast('block')).toEqual([]);
    expect(cast('text-1')).toEqual(['TEXT_HASH_MISMATCH']);
  });

  it('is adopted as a whole, never against a No, and never when one text has changed', () => {
    const recorded = (context: Partial<BallotContext>) =>
      codesOf(decide(closed, 'recordBlockOutcome', as('CHAIR', context)));
    expect(recorded({})).toEqual([]);
    expect(recorded({ votes: [noOfBavaria] })).toEqual(['VOTED_AGAINST', 'TOO_FEW_YES']);
    const changed = { isCirculated: true, parts: [aPart(), aPart({ textHash: 'other' }, { name: 'TOP 2' })] };
    expect(recorded({ block: changed })).toEqual(['TEXT_CHANGED_SINCE_VOTE']);
  });

  it('does not let one of its items end alone', () => {
    expect(codesOf(decide(closed, 'recordTopicOutcome', as('CHAIR', { input: { outcome: 'NOTED' } })))).toContain(
      'ITEM_IN_BLOCK',
    );
  });

  it('is dissolved with a reason', () => {
    const dissolved = (reason: string) => decide(closed, 'dissolveBlock', as('CHAIR', { input: { reason } }));
    expect(codesOf(dissolved(' '))).toEqual(['REASON_REQUIRED']);
    expect(dissolved('Nein Bayerns')).toMatchObject({ ok: true, ballot: { state: 'DISSOLVED', outcome: null } });
  });
});

describe('The hash of a block', () => {
  const first = { agendaItemId: 'a', textHash: '1' };
  const second = { agendaItemId: 'b', textHash: '2' };

  it('changes with every text, with the items and with their order', () => {
    const hashes = [
      blockHash([first, second]),
      blockHash([second, first]),
      blockHash([first]),
      blockHash([first, { ...second, textHash: '3' }]),
      blockHash([
        { agendaItemId: 'a', textHash: '2' },
        { agendaItemId: 'b', textHash: '1' },
      ]),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(blockHash([first, second])).toBe(hashes[0]);
  });
});
