import { describe, expect, it } from '@jest/globals';
import { Client, CombinedError, type Exchange, gql } from 'urql';
import { map, pipe, subscribe } from 'wonka';
import { isBehind, keepWhatWasShown } from './keep-what-was-shown.js';

const lost = new CombinedError({ networkError: new Error('Nobody answers') });

/** A server that answers with how often it was asked, as long as it can be reached. */
function aPage() {
  let isReachable = true;
  let count = 0;
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      map((operation) => {
        const answer = { operation, stale: false, hasNext: false };
        if (!isReachable) return { ...answer, error: lost };
        count += 1;
        return { ...answer, data: { count } };
      }),
    );
  const client = new Client({ url: '/graphql', preferGetMethod: false, exchanges: [keepWhatWasShown, server] });
  const open = (name: string) => {
    const page: { data?: unknown; error?: CombinedError | undefined } = {};
    const request = client.query(gql(`query ${name} { count }`), {}, { requestPolicy: 'network-only' });
    pipe(
      request,
      subscribe(({ data, error }) => Object.assign(page, { data, error })),
    );
    return page;
  };
  return { open, reach: (reachable: boolean) => (isReachable = reachable) };
}

describe('What is on the screen', () => {
  it('stays there when reading it again finds nobody, and is made up for with the next answer', () => {
    const { open, reach } = aPage();
    const first = open('First');
    expect(first).toEqual({ data: { count: 1 }, error: undefined });
    reach(false);
    const again = open('First');
    expect(again).toEqual({ data: { count: 1 }, error: lost });
    expect(isBehind()).toBe(true);
    reach(true);
    open('Second');
    expect(again).toEqual({ data: { count: 3 }, error: undefined });
    expect(isBehind()).toBe(false);
  });

  it('is nothing where nothing was read before', () => {
    const { open, reach } = aPage();
    reach(false);
    expect(open('First')).toEqual({ data: undefined, error: lost });
    expect(isBehind()).toBe(false);
  });
});
