import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SilenceRule } from '#conferences';
import { BUND, landCodes, outcomeNames, partyCodes, type LandCode, type Outcome, type PartyCode } from '#glossary';
import { decide } from './ballot-decision.js';
import type { Ballot } from './ballot.js';
import type { BallotActionInput } from './ballot-context.js';
import type { Vote } from './vote.js';
import { resolutionOf, type Resolution } from './resolution.js';
import { tallyOf } from './unanimity.js';

const now = new Date('2026-12-03T10:00:00Z');
const silenceRules: readonly SilenceRule[] = ['ALL_MUST_VOTE', 'SILENCE_IS_ABSTENTION', 'SILENCE_IS_CONSENT'];

type Step =
  | { readonly action: 'castVote' | 'recordVoteOnBehalf'; readonly input: BallotActionInput }
  | { readonly action: 'closeBallot'; readonly input: BallotActionInput }
  | { readonly action: 'recordTopicOutcome'; readonly input: { readonly outcome: Outcome } };

const aVote = fc.record({
  action: fc.constantFrom('castVote' as const, 'recordVoteOnBehalf' as const),
  input: fc.record({
    party: fc.constantFrom(...partyCodes),
    // Mostly Yes: otherwise nearly no play would end with a resolution, and nothing would be proved.
    choice: fc.constantFrom(...(['YES', 'YES', 'YES', 'YES', 'YES', 'ABSTAIN', 'NO'] as const)),
    textHash: fc.constantFrom('current', 'current', 'current', 'old'),
    reason: fc.constant('Telefonisch'),
  }),
});
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: aVote },
  { weight: 1, arbitrary: fc.constant({ action: 'closeBallot' as const, input: {} }) },
  {
    weight: 2,
    arbitrary: fc.record({
      action: fc.constant('recordTopicOutcome' as const),
      input: fc.record({ outcome: fc.constantFrom(...(Object.keys(outcomeNames) as Outcome[])) }),
    }),
  },
);
/** Ends as ballots end: closed, and then every outcome is tried. */
const endings: readonly Step[] = [
  { action: 'closeBallot', input: {} },
  { action: 'recordTopicOutcome', input: { outcome: 'ADOPTED' } },
  { action: 'recordTopicOutcome', input: { outcome: 'ADOPTED_AMENDED' } },
  { action: 'recordTopicOutcome', input: { outcome: 'NOT_ADOPTED' } },
];

interface World {
  readonly ballot: Ballot;
  readonly votes: readonly Vote[];
  readonly positions: readonly PartyCode[];
  readonly resolution: Resolution | null;
}

const text = {
  id: 'r',
  adoptedOn: '2026-12-03',
  itemNumber: '1',
  proposalVersionId: 'v',
  textHash: 'current',
  clauses: [],
};

function play(steps: readonly Step[], rule: Ballot['rule']): World {
  const ballot: Ballot = {
    id: 'ballot',
    kind: 'ITEM',
    topicId: 'topic',
    agendaId: null,
    agendaItemId: 'item',
    writtenProcedureId: null,
    sessionId: 'session',
    supersedesId: null,
    proposalVersionId: 'v',
    textHash: 'current',
    rule,
    state: 'OPEN',
    outcome: null,
    openedAt: now,
    closesAt: null,
    closedAt: null,
    determinedAt: null,
    revision: 1,
  };
  return steps.reduce(next, { ballot, votes: [], positions: [], resolution: null });
}

/** Everybody is entitled to everything here: what holds, holds because of the votes alone. */
function next(world: World, { action, input }: Step): World {
  const capacities = new Set(['PARTY_COORDINATOR', 'SECRETARIAT', 'CHAIR'] as const);
  const result = decide(world.ballot, action, {
    now,
    capacities,
    ownParties: partyCodes,
    partyMayVote: true,
    votes: world.votes,
    topic: null,
    input,
  });
  if (!result.ok) return world;
  const { ballot, vote } = result;
  if (vote === null) return { ...world, ballot, resolution: resolutionOf(result, text) };
  if (vote.party === BUND) return { ...world, positions: [...world.positions, BUND] };
  const party: LandCode = vote.party;
  const version = world.votes.filter((earlier) => earlier.party === party).length + 1;
  return { ...world, votes: [...world.votes, { party, choice: vote.choice, textHash: vote.textHash, version }] };
}

const aUnanimity = fc.record({
  adoptionRule: fc.constant('UNANIMITY' as const),
  silenceRule: fc.constantFrom(...silenceRules),
  minYes: fc.integer({ min: 1, max: 3 }),
});
const aMajority = fc.record({
  adoptionRule: fc.constant('MAJORITY' as const),
  silenceRule: fc.constantFrom(...silenceRules),
  // As low as this only so that random plays often end with a resolution.
  minYes: fc.integer({ min: 1, max: 13 }),
});
const aRule = fc.oneof(aUnanimity, aMajority);
const aPlay = fc.array(aStep, { maxLength: 60 }).map((steps) => [...steps, ...endings]);

describe('Whatever happens in a ballot', () => {
  it('no resolution exists with a No of a Land where unanimity is agreed on', () => {
    fc.assert(
      fc.property(aPlay, aUnanimity, (steps, rule) => {
        const { resolution, votes } = play(steps, rule);
        const last = new Map(votes.map((vote) => [vote.party, vote.choice]));
        if (resolution !== null) expect([...last.values()]).not.toContain('NO');
      }),
      { numRuns: 500 },
    );
  });

  it('a resolution has at least as many Yes as its rule asks for, or silence counts as consent', () => {
    fc.assert(
      fc.property(aPlay, aRule, (steps, rule) => {
        const { resolution, votes } = play(steps, rule);
        if (resolution === null) return;
        const { yes, notCast } = tallyOf(votes, 'current');
        expect(rule.silenceRule === 'SILENCE_IS_CONSENT' ? yes + notCast : yes).toBeGreaterThanOrEqual(rule.minYes);
      }),
    );
  });

  it('a majority adopts exactly when enough say Yes and nobody is missing whose vote is asked for', () => {
    fc.assert(
      fc.property(aPlay, aMajority, (steps, rule) => {
        const { resolution, votes } = play(steps, rule);
        const { yes, notCast } = tallyOf(votes, 'current');
        const consenting = rule.silenceRule === 'SILENCE_IS_CONSENT' ? yes + notCast : yes;
        const isComplete = rule.silenceRule !== 'ALL_MUST_VOTE' || notCast === 0;
        // An outcome tried earlier in the play may have left the text without a resolution; adoption never comes without.
        if (resolution !== null) expect(isComplete && consenting >= rule.minYes).toBe(true);
        const closed = play([...steps.filter(({ action }) => action !== 'recordTopicOutcome'), ...endings], rule);
        const tally = tallyOf(closed.votes, 'current');
        const agree = rule.silenceRule === 'SILENCE_IS_CONSENT' ? tally.yes + tally.notCast : tally.yes;
        const all = rule.silenceRule !== 'ALL_MUST_VOTE' || tally.notCast === 0;
        expect(closed.ballot.outcome === 'ADOPTED').toBe(all && agree >= rule.minYes);
      }),
      { numRuns: 500 },
    );
  });

  it('the Bund never counts: without its positions everything ends the same', () => {
    fc.assert(
      fc.property(aPlay, aRule, (steps, rule) => {
        const withBund = play(steps, rule);
        const withoutBund = play(
          steps.filter(({ input }) => !('party' in input) || input.party !== BUND),
          rule,
        );
        expect({ ...withBund, positions: [] }).toEqual(withoutBund);
        expect(withBund.votes.every(({ party }) => landCodes.includes(party))).toBe(true);
      }),
    );
  });

  it('the tally is always of 16', () => {
    fc.assert(
      fc.property(aPlay, aRule, (steps, rule) => {
        const { yes, no, abstain, notCast } = tallyOf(play(steps, rule).votes, 'current');
        expect(yes + no + abstain + notCast).toBe(16);
        expect(Math.min(yes, no, abstain, notCast)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('every vote that was accepted is kept, and none after closing', () => {
    fc.assert(
      fc.property(aPlay, aRule, (steps, rule) => {
        const closedAt = steps.findIndex(({ action }) => action === 'closeBallot');
        const accepted = steps.filter(
          ({ action, input }, index) =>
            index < closedAt && action !== 'recordTopicOutcome' && 'textHash' in input && input.textHash === 'current',
        );
        const { votes, positions } = play(steps, rule);
        expect(votes.length + positions.length).toBe(accepted.length);
      }),
    );
  });
});
