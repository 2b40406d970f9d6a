import { describe, expect, it } from '@jest/globals';
import type { SilenceRule } from '#conferences';
import { landCodes, outcomeNames, topicKindNames, type Outcome, type TopicKind, type VoteChoice } from '#glossary';
import type { Vote } from './vote.js';
import {
  allowedOutcomes,
  consequenceOf,
  outcomesWithoutBallot,
  proposedOutcome,
  refusalWithoutBallot,
} from './outcomes.js';
import { countingVotes, obstaclesTo, tallyOf, type Tally } from './unanimity.js';

const tally = (yes: number, no: number, abstain: number): Tally => ({
  yes,
  no,
  abstain,
  notCast: 16 - yes - no - abstain,
});

/** yes, no, abstain (the rest has not voted) → what stands in the way under each rule for silence. */
const truthTable: readonly (readonly [number, number, number, string, string, string])[] = [
  // yes no abstain | ALL_MUST_VOTE                | SILENCE_IS_ABSTENTION    | SILENCE_IS_CONSENT
  [16, 0, 0, '', '', ''],
  [15, 0, 1, '', '', ''],
  [1, 0, 15, '', '', ''],
  [0, 0, 16, 'TOO_FEW_YES', 'TOO_FEW_YES', 'TOO_FEW_YES'],
  [15, 1, 0, 'VOTED_AGAINST', 'VOTED_AGAINST', 'VOTED_AGAINST'],
  [0, 1, 15, 'VOTED_AGAINST TOO_FEW_YES', 'VOTED_AGAINST TOO_FEW_YES', 'VOTED_AGAINST TOO_FEW_YES'],
  [0, 16, 0, 'VOTED_AGAINST TOO_FEW_YES', 'VOTED_AGAINST TOO_FEW_YES', 'VOTED_AGAINST TOO_FEW_YES'],
  [15, 0, 0, 'VOTES_MISSING', '', ''],
  [1, 0, 0, 'VOTES_MISSING', '', ''],
  [0, 0, 0, 'VOTES_MISSING TOO_FEW_YES', 'TOO_FEW_YES', ''],
  [0, 0, 15, 'VOTES_MISSING TOO_FEW_YES', 'TOO_FEW_YES', ''],
  [1, 1, 0, 'VOTED_AGAINST VOTES_MISSING', 'VOTED_AGAINST', 'VOTED_AGAINST'],
  [0, 1, 0, 'VOTED_AGAINST VOTES_MISSING TOO_FEW_YES', 'VOTED_AGAINST TOO_FEW_YES', 'VOTED_AGAINST'],
];

const rules: readonly SilenceRule[] = ['ALL_MUST_VOTE', 'SILENCE_IS_ABSTENTION', 'SILENCE_IS_CONSENT'];

describe('The unanimity rule', () => {
  it.each(truthTable)('with %i yes, %i no, %i abstentions', (yes, no, abstain, ...expected) => {
    const found = rules.map((silenceRule) =>
      obstaclesTo(tally(yes, no, abstain), { adoptionRule: 'UNANIMITY', silenceRule, minYes: 1 }).join(' '),
    );
    expect(found).toEqual(expected);
  });

  it('asks for as many Yes as the ballot says', () => {
    const rule = { adoptionRule: 'UNANIMITY', silenceRule: 'SILENCE_IS_ABSTENTION', minYes: 9 } as const;
    expect(obstaclesTo(tally(8, 0, 8), rule)).toEqual(['TOO_FEW_YES']);
    expect(obstaclesTo(tally(9, 0, 7), rule)).toEqual([]);
  });
});

/** The same for a majority of 13 of 16, where a No counts as little as an abstention. */
const majorityTable: readonly (readonly [number, number, number, string, string, string])[] = [
  // yes no abstain | ALL_MUST_VOTE             | SILENCE_IS_ABSTENTION | SILENCE_IS_CONSENT
  [16, 0, 0, '', '', ''],
  [13, 3, 0, '', '', ''],
  [13, 0, 3, '', '', ''],
  [12, 4, 0, 'TOO_FEW_YES', 'TOO_FEW_YES', 'TOO_FEW_YES'],
  [12, 0, 4, 'TOO_FEW_YES', 'TOO_FEW_YES', 'TOO_FEW_YES'],
  [13, 2, 0, 'VOTES_MISSING', '', ''],
  [12, 3, 0, 'VOTES_MISSING TOO_FEW_YES', 'TOO_FEW_YES', ''],
  [11, 4, 0, 'VOTES_MISSING TOO_FEW_YES', 'TOO_FEW_YES', 'TOO_FEW_YES'],
  [0, 3, 0, 'VOTES_MISSING TOO_FEW_YES', 'TOO_FEW_YES', ''],
  [0, 16, 0, 'TOO_FEW_YES', 'TOO_FEW_YES', 'TOO_FEW_YES'],
];

describe('The majority rule of 13 of 16', () => {
  it.each(majorityTable)('with %i yes, %i no, %i abstentions', (yes, no, abstain, ...expected) => {
    const found = rules.map((silenceRule) =>
      obstaclesTo(tally(yes, no, abstain), { adoptionRule: 'MAJORITY', silenceRule, minYes: 13 }).join(' '),
    );
    expect(found).toEqual(expected);
  });
});

const vote = (party: Vote['party'], choice: VoteChoice, version = 1, textHash = 'current'): Vote => ({
  party,
  choice,
  version,
  textHash,
});

describe('The tally', () => {
  it('counts the last vote of each Land, in whatever order they are read', () => {
    const votes = [vote('HE', 'YES', 2), vote('HE', 'NO', 1), vote('BY', 'ABSTAIN')];
    expect(tallyOf(votes, 'current')).toEqual({ yes: 1, no: 0, abstain: 1, notCast: 14 });
    expect(tallyOf([...votes].reverse(), 'current')).toEqual({ yes: 1, no: 0, abstain: 1, notCast: 14 });
  });

  it('does not count a vote that was given for another text', () => {
    const votes = [vote('HE', 'YES', 1, 'old'), vote('BY', 'YES')];
    expect(tallyOf(votes, 'current')).toEqual({ yes: 1, no: 0, abstain: 0, notCast: 15 });
    expect([...countingVotes(votes, 'current').keys()]).toEqual(['BY']);
  });

  it('is of 16 Länder before anybody has voted', () => {
    expect(tallyOf([], 'current')).toEqual({ yes: 0, no: 0, abstain: 0, notCast: landCodes.length });
  });
});

describe('The outcomes a ballot allows', () => {
  const rule = { adoptionRule: 'UNANIMITY', silenceRule: 'SILENCE_IS_ABSTENTION', minYes: 1 } as const;
  const ballot = { kind: 'ITEM', state: 'CLOSED', textHash: 'current', rule } as const;
  const others = ['NOTED', 'NO_RESOLUTION', 'POSTPONED', 'REFERRED_BACK', 'REMOVED', 'TO_WRITTEN_PROCEDURE'];

  it('are adoption and ends without a resolution when no Land said No', () => {
    expect(allowedOutcomes(ballot, [vote('HE', 'YES')])).toEqual(['ADOPTED', ...others]);
    expect(proposedOutcome(ballot, [vote('HE', 'YES')])).toBe('ADOPTED');
  });

  it.each([
    ['ADOPTED', 'current'],
    ['ADOPTED', null],
    ['ADOPTED_AMENDED', 'final papers'],
  ] as const)('are %s alone when the text of the final papers is %s', (outcome, finalTextHash) => {
    expect(allowedOutcomes(ballot, [vote('HE', 'YES')], finalTextHash)).toEqual([outcome, ...others]);
  });

  it('are in writing adoption of the frozen text or none', () => {
    const inWriting = { ...ballot, kind: 'WRITTEN_PROCEDURE' } as const;
    expect(allowedOutcomes(inWriting, [vote('HE', 'YES')], 'final papers')).toEqual(['ADOPTED']);
    expect(allowedOutcomes(inWriting, [vote('HE', 'NO')])).toEqual(['NOT_ADOPTED']);
  });

  it('are never adoption while a No stands', () => {
    const votes = [...landCodes.slice(1).map((land) => vote(land, 'YES')), vote('BW', 'NO')];
    expect(allowedOutcomes(ballot, votes)).toEqual(['NOT_ADOPTED', ...others]);
    expect(proposedOutcome(ballot, votes)).toBe('NOT_ADOPTED');
  });

  it('are adoption again when the No is withdrawn', () => {
    const votes = [vote('BW', 'NO', 1), vote('BW', 'ABSTAIN', 2), vote('HE', 'YES')];
    expect(allowedOutcomes(ballot, votes)).toContain('ADOPTED');
  });

  it.each(['OPEN', 'DETERMINED'] as const)('are none in state %s', (state) => {
    expect(allowedOutcomes({ ...ballot, state }, [vote('HE', 'YES')])).toEqual([]);
  });

  it('without a ballot never decide on a text', () => {
    expect(outcomesWithoutBallot('RESOLUTION')).toEqual(others);
    expect(outcomesWithoutBallot('FIRESIDE')).toEqual(['NOTED', 'NO_RESOLUTION', 'POSTPONED', 'REMOVED']);
  });
});

describe('The consequence of an outcome for its topic', () => {
  it('is its end, unless it is sent on', () => {
    const sentOn = Object.fromEntries(
      (Object.keys(outcomeNames) as Outcome[])
        .map((outcome) => [outcome, consequenceOf(outcome)])
        .filter(([, action]) => action !== 'recordTopicOutcome'),
    );
    expect(sentOn).toEqual({
      POSTPONED: 'deferTopic',
      REFERRED_BACK: 'returnTopicToCommittee',
      TO_WRITTEN_PROCEDURE: 'moveTopicToWrittenProcedure',
    });
  });

  it('needs a vote where the text is decided on, and is never a withdrawal', () => {
    const codeOf = (kind: TopicKind, outcome: Outcome) => refusalWithoutBallot(kind, outcome)?.refusals[0].code;
    for (const kind of Object.keys(topicKindNames) as TopicKind[]) {
      expect(codeOf(kind, 'ADOPTED')).toBe('NO_BALLOT');
      expect(codeOf(kind, 'NOT_ADOPTED')).toBe('NO_BALLOT');
      expect(codeOf(kind, 'WITHDRAWN')).toBe('OUTCOME_NOT_ALLOWED');
      expect(codeOf(kind, 'NOTED')).toBeUndefined();
    }
    expect(codeOf('FIRESIDE', 'TO_WRITTEN_PROCEDURE')).toBe('OUTCOME_NOT_ALLOWED');
    expect(codeOf('FIRESIDE', 'REFERRED_BACK')).toBe('OUTCOME_NOT_ALLOWED');
  });
});
