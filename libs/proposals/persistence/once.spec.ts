import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { actorAs, LooseKeys } from '#testing';
import { Comments } from './comment.repository.js';

const givenAt = new Date('2026-11-10T09:00:00Z');
const comments = new Comments();
const actor = actorAs({ role: 'PARTY_COORDINATOR', party: 'HE', personId: newId() });

let stage: LooseKeys;

beforeAll(async () => {
  stage = await LooseKeys.open([]);
  // Of the round only its id is needed here.
  await stage.owner.query('ALTER TABLE comments DISABLE TRIGGER ALL');
});
afterAll(() => stage.close());

describe('Once means once, and by this key alone', () => {
  it('of two who answer for a Land at the same time one is heard: comments_version', async () => {
    const answer = (): Promise<readonly boolean[]> => {
      const said = { party: 'HE', kind: 'REMARKS', text: 'x', changeRequests: [], textHash: 'x', givenAt } as const;
      const toKeep = { ...said, roundId: newId(), audience: [0] };
      return stage.together((tx) => comments.add(tx, actor, toKeep));
    };
    expect(await answer()).toEqual([true, false]);
    await stage.loosen('comments', 'comments_version');
    expect(await answer()).toEqual([true, true]);
  });
});
