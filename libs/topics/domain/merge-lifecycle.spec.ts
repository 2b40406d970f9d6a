import { describe, expect, it } from '@jest/globals';
import { capacityNames, topicMergeStateNames, type Capacity, type TopicMergeState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { aTopic } from '#testing';
import { decideMerge, topicMergeLifecycle, type MergeAction } from './merge-lifecycle.js';
import type { MergeContext, TopicMerge } from './merge.js';

const now = new Date('2026-10-01T08:00:00Z');
const topic = aTopic({ id: '01990000-0000-7000-8000-00000000000a', state: 'ACCEPTED' });
const survivor = aTopic({
  id: '01990000-0000-7000-8000-00000000000b',
  state: 'IN_COMMITTEE',
  registrant: { party: 'BY' },
});

const aMerge = (given: Partial<TopicMerge> = {}): TopicMerge => ({
  id: '01990000-0000-7000-8000-00000000000c',
  state: 'PROPOSED',
  topicId: topic.id,
  survivorId: survivor.id,
  reason: 'Beide behandeln den Warntag.',
  topicConsentedAt: null,
  survivorConsentedAt: null,
  proposedAt: now,
  updatedAt: now,
  revision: 1,
  ...given,
});

const as = (capacity: Capacity, given: Partial<MergeContext> = {}): MergeContext => ({
  now,
  capacities: new Set([capacity]),
  topic,
  survivor,
  isReadableByBoth: true,
  hasOpenMerge: false,
  sides: [],
  input: { reason: 'Beide behandeln den Warntag.' },
  ...given,
});

function codesOf(
  action: MergeAction,
  context: MergeContext,
  given: Partial<TopicMerge> | 'NEW' = {},
): readonly string[] {
  const entry = given === 'NEW' ? { ...aMerge(), state: 'NEW' as const, revision: 0 } : aMerge(given);
  const decision = decideMerge(entry, action, context);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
}

describe('the lifecycle of a merge', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(topicMergeLifecycle)).toEqual([]);
  });

  it('offers each capacity in each state exactly the actions of the golden matrix', () => {
    const consents = { topicConsentedAt: now, survivorConsentedAt: null };
    const matrix = (Object.keys(topicMergeStateNames) as TopicMergeState[]).flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const context = as(capacity, { input: null, sides: ['SURVIVOR'] });
        const offered = availableActions(topicMergeLifecycle, aMerge({ ...consents, state }), context)
          .filter(({ available }) => available)
          .map(({ action }) => action);
        return offered.length === 0 ? [] : [`${state} | ${capacity} | ${offered.join(', ')}`];
      }),
    );
    expect(matrix).toEqual([
      'PROPOSED | REGISTRANT_COORDINATOR | consentToMerge, declineMerge',
      'PROPOSED | REGISTRANT_COMMITTEE_CHAIR | consentToMerge, declineMerge',
      'PROPOSED | SECRETARIAT | cancelMerge',
    ]);
  });
});

describe('proposing a merge', () => {
  it('names everything that stands against it at once', () => {
    const context = as('SECRETARIAT', {
      survivor: { ...survivor, conferenceId: '01990000-0000-7000-8000-00000000000d', state: 'IN_MAIN_CONFERENCE' },
      isReadableByBoth: false,
      hasOpenMerge: true,
      input: { reason: ' ' },
    });
    expect(codesOf('proposeMerge', context, 'NEW')).toEqual([
      'REASON_REQUIRED',
      'OTHER_CONFERENCE',
      'NOT_MERGEABLE',
      'NOT_READABLE_BY_BOTH',
      'MERGE_ALREADY_PROPOSED',
    ]);
  });

  it('is refused for a topic with itself, and while a ballot is open', () => {
    expect(codesOf('proposeMerge', as('SECRETARIAT', { survivor: topic }), 'NEW')).toEqual(['SAME_TOPIC']);
    const voting = as('SECRETARIAT', { topic: { ...topic, openBallotId: 'b' } });
    expect(codesOf('proposeMerge', voting, 'NEW')).toEqual(['NOT_MERGEABLE']);
  });
});

describe('consenting to a merge', () => {
  it('counts for the side that consents, once, and for both when one house registered both', () => {
    const one = decideMerge(aMerge(), 'consentToMerge', as('REGISTRANT_COORDINATOR', { sides: ['TOPIC'] }));
    expect(one).toMatchObject({ ok: true, merge: { topicConsentedAt: now, survivorConsentedAt: null, revision: 2 } });
    const again = as('REGISTRANT_COORDINATOR', { sides: ['TOPIC'] });
    expect(codesOf('consentToMerge', again, { topicConsentedAt: now })).toEqual(['ALREADY_CONSENTED']);
    const both = as('REGISTRANT_COORDINATOR', { sides: ['TOPIC', 'SURVIVOR'] });
    expect(decideMerge(aMerge(), 'consentToMerge', both)).toMatchObject({
      merge: { topicConsentedAt: now, survivorConsentedAt: now },
    });
  });

  it('leaves the merge to the secretariat once both have consented, and not before', () => {
    expect(codesOf('mergeTopic', as('SECRETARIAT'), { topicConsentedAt: now })).toEqual(['CONSENT_MISSING']);
    expect(codesOf('mergeTopic', as('SECRETARIAT'), { survivorConsentedAt: now })).toEqual(['CONSENT_MISSING']);
    const consented = { topicConsentedAt: now, survivorConsentedAt: now };
    expect(codesOf('mergeTopic', as('SECRETARIAT'), consented)).toEqual([]);
    const gone = as('SECRETARIAT', { topic: { ...topic, state: 'WITHDRAWN' } });
    expect(codesOf('mergeTopic', gone, consented)).toEqual(['NOT_MERGEABLE']);
  });
});
