import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicListQuery, type TopicListRequest, type TopicPage } from './topic-list.query.js';

let stage: ConferenceStage;
let list: TopicListQuery;

beforeAll(async () => {
  stage = await aConferenceStage();
  list = new TopicListQuery(stage.database);
  for (let index = 0; index < 23; index += 1) {
    const isWarning = index % 2 === 0;
    await stage.placeTopic({
      title: `${isWarning ? 'Warntag' : 'Lagebild'} ${String(index).padStart(2, '0')}`,
      registrant: { party: isWarning ? 'HE' : 'NW' },
      kind: isWarning ? 'RESOLUTION' : 'REPORT',
    });
  }
  await stage.placeTopic({
    title: 'Geheimer Entwurf',
    state: 'DRAFT',
    submittedAt: null,
    acceptedAt: null,
    registrant: { party: 'BY' },
  });
  await stage.placeTopic({ title: '100 % Förderung_' });
});
afterAll(() => stage.close());

const ask = (who: string, more: Partial<TopicListRequest> = {}): Promise<TopicPage> =>
  list.execute(stage.person(who), { first: 50, sort: 'TITLE_ASC', filter: {}, ...more });
const titlesOf = (page: TopicPage): readonly string[] => page.nodes.map(({ title }) => title);

describe('the list of topics', () => {
  it.each(['TITLE_ASC', 'UPDATED_DESC', 'SUBMITTED_DESC'] as const)(
    'sorted by %s shows each topic on exactly one page',
    async (sort) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: TopicPage = await ask('koordination.he', { first: 7, sort, after });
        seen.push(...titlesOf(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toHaveLength(24);
      expect(new Set(seen).size).toBe(24);
    },
  );

  it('counts no more than the reader may see', async () => {
    expect((await ask('koordination.he')).totalCount).toBe(24);
    expect((await ask('koordination.by')).totalCount).toBe(25);
    expect((await ask('technik')).totalCount).toBe(0);
    expect((await ask('koordination.he', { filter: { search: 'Geheimer' } })).totalCount).toBe(0);
  });

  it.each(['TITLE_ASC', 'UPDATED_DESC', 'SUBMITTED_DESC'] as const)(
    'sorted by %s is empty for who may see none',
    async (sort) => {
      expect(await ask('technik', { sort })).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: false, endCursor: null },
        totalCount: 0,
      });
    },
  );

  it('filters by words, registrant, kind and state together', async () => {
    const filter = { search: 'warn 0', registrant: 'HE', kind: 'RESOLUTION', states: ['IN_PRE_CONFERENCE'] } as const;
    expect(titlesOf(await ask('koordination.sh', { filter }))).toEqual([
      'Warntag 00',
      'Warntag 02',
      'Warntag 04',
      'Warntag 06',
      'Warntag 08',
      'Warntag 10',
      'Warntag 20',
    ]);
  });

  it('keeps long combinations of filters apart', async () => {
    const registrant = 'HE';
    const states = ['IN_PRE_CONFERENCE'] as const;
    const most = { search: 'Warntag', registrant, states, conferenceId: stage.conferenceId, committee: 'AK5' };
    const all = { ...most, kind: 'RESOLUTION', mine: true } as const;
    const asked: Partial<TopicListRequest>[] = [{ filter: all }, { filter: { ...all, mine: false } }, { filter: most }];
    for (const sort of ['SUBMITTED_DESC', 'UPDATED_DESC', 'TITLE_ASC'] as const) {
      for (const each of asked) {
        const { pageInfo } = await ask('koordination.he', { ...each, sort, first: 5 });
        const next = await ask('koordination.he', { ...each, sort, first: 50, after: pageInfo.endCursor });
        expect(next.nodes).toHaveLength(7);
      }
    }
  });

  it('takes the signs of a pattern literally', async () => {
    expect(titlesOf(await ask('koordination.sh', { filter: { search: '%' } }))).toEqual(['100 % Förderung_']);
    expect(titlesOf(await ask('koordination.sh', { filter: { search: 'g_' } }))).toEqual(['100 % Förderung_']);
  });

  it('shows only the own topics when asked to', async () => {
    const page = await ask('koordination.nw', { filter: { mine: true } });
    expect(page.totalCount).toBe(11);
  });

  it('answers nothing for a conference that cannot exist', async () => {
    expect((await ask('koordination.he', { filter: { conferenceId: 'nonsense' } })).totalCount).toBe(0);
  });

  it.each([0, 201, 1.5])('refuses a page of %d', async (first) => {
    await expect(ask('koordination.he', { first })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('refuses a cursor it did not write', async () => {
    await expect(ask('koordination.he', { after: 'Zm9v' })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('refuses a cursor of another order', async () => {
    const { pageInfo } = await ask('koordination.he', { first: 1, sort: 'TITLE_ASC' });
    await expect(ask('koordination.he', { sort: 'UPDATED_DESC', after: pageInfo.endCursor })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('counts all pages on each of them, also on one that is empty', async () => {
    const { pageInfo } = await ask('koordination.he');
    expect(await ask('koordination.he', { after: pageInfo.endCursor })).toMatchObject({ nodes: [], totalCount: 24 });
  });

  it('answers who is not named on a restricted topic as if there were none, whatever is asked', async () => {
    const filters: readonly TopicListRequest['filter'][] = [
      {},
      { search: 'Vertrauliches' },
      { states: ['IN_COMMITTEE'] },
      { conferenceId: stage.conferenceId },
      { registrant: 'NW' },
      { committee: 'AK2' },
      { kind: 'REPORT' },
    ];
    const orders = ['TITLE_ASC', 'UPDATED_DESC', 'SUBMITTED_DESC'] as const;
    const everything = (who: string): Promise<readonly TopicPage[]> =>
      Promise.all(filters.flatMap((filter) => orders.map((sort) => ask(who, { filter, sort }))));
    const before = await everything('koordination.he');
    const restricted = { classification: 'RESTRICTED', restrictedTo: ['BY'], registrant: { party: 'NW' } } as const;
    const about = {
      title: 'Vertrauliches Lagebild',
      kind: 'REPORT',
      state: 'IN_COMMITTEE',
      leadCommittee: 'AK2',
    } as const;
    await stage.placeTopic({ ...restricted, ...about, restrictedTo: ['BY'] });
    expect(await everything('koordination.he')).toEqual(before);
    const named = await everything('koordination.by');
    expect(named.every((page) => titlesOf(page).includes(about.title))).toBe(true);
  });
});
