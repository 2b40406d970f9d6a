import { describe, expect, it } from '@jest/globals';
import { actorAs, actorWith } from '#testing/organisation';
import { aTopic } from '#testing/topics';
import { contextFor } from './comment-round-context.js';

describe('Whoever holds offices in the committee and in the conference', () => {
  const actor = actorWith(actorAs({ role: 'COMMITTEE_CHAIR', body: 'AK5' }), actorAs({ role: 'SECRETARIAT' }));
  const topic = aTopic({ leadCommittee: 'AK5' });
  const now = new Date('2026-11-10T09:00:00Z');

  it.each([
    ['AK5', 'COMMITTEE_CHAIR'],
    ['PRE_CONFERENCE', 'SECRETARIAT'],
  ] as const)('acts for %s as %s alone', (body, capacity) => {
    expect([...contextFor(actor, { body }, { topic, now, input: null }).capacities]).toEqual([capacity]);
  });
});
