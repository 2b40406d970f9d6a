import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import type { Caller } from './caller.js';
import { operationsOfPages } from './pages.js';
import { SqlWatch } from './sql-watch.js';

/** What a page may cost: statements, those that begin and end its two transactions and find the session among them. */
const pages: readonly (readonly [page: string, atMost: number, variables: (given: Given) => object])[] = [
  ['Session', 8, () => ({})],
  ['Topics', 8, () => ({ first: 50 })],
  ['Desk', 14, () => ({})],
  ['TopicPage', 18, ({ topicId }) => ({ id: topicId })],
  ['AgendaPage', 17, ({ agendaId }) => ({ id: agendaId })],
  ['BallotPage', 13, ({ ballotId }) => ({ id: ballotId })],
  ['Notifications', 8, () => ({ first: 50 })],
  ['Conferences', 13, () => ({})],
  ['MyDeadlines', 8, () => ({})],
  ['Timeline', 13, ({ conferenceId }) => ({ conferenceId, first: 50 })],
];

interface Given {
  readonly topicId: string;
  readonly agendaId: string;
  readonly ballotId: string;
  readonly conferenceId: string;
}

const AGENDA = 'agenda { id revision items { id topic { id proposal { textHash } } } }';

let stage: ApiStage;
let watch: SqlWatch;
let secretariat: Caller;
let chair: Caller;
let documents: ReadonlyMap<string, string>;
let ground: Ground;

beforeAll(async () => {
  watch = SqlWatch.begin();
  stage = await anApiStage();
  ground = await Ground.prepare(stage);
  secretariat = await stage.as('geschaeftsstelle');
  chair = await stage.as('vorsitz.hh');
  documents = new Map((await operationsOfPages()).map(({ name, text }) => [name, text]));
});

afterAll(async () => {
  watch?.end();
  await stage?.close();
});

/** As much of everything: topics, items with ballots, texts, votes, entries of history, conferences, notifications. */
async function arrange(many: number): Promise<Given> {
  for (let index = 0; index < many; index += 1) {
    await stage.placeTopic({ state: 'SUBMITTED', acceptedAt: null });
    await ground.notificationOf('geschaeftsstelle');
  }
  for (let index = 0; index < many / 10; index += 1) await ground.conference();
  const conferenceId = await ground.conference();
  await stage.holdMainSession(conferenceId);
  for (let index = 0; index < many; index += 1) await stage.placeTopic({ conferenceId, state: 'IN_MAIN_CONFERENCE' });
  const compiled = await secretariat.mutate('compileAgenda', { conferenceId }, AGENDA);
  const { id: agendaId, revision: expectedRevision } = compiled.payload.agenda;
  const { payload } = await secretariat.mutate('circulateAgenda', { agendaId, expectedRevision }, AGENDA);
  const [first, ...others] = payload.agenda.items;
  const ballotId = await openBallot(first.id);
  for (const { id } of others.slice(0, many / 5)) await openBallot(id);
  await vote(ballotId, first.topic.proposal.textHash, many);
  return { topicId: first.topic.id, agendaId, ballotId, conferenceId };
}

async function openBallot(agendaItemId: string): Promise<string> {
  return (await chair.mutate('openBallot', { agendaItemId }, 'ballot { id }')).payload.ballot.id;
}

async function vote(ballotId: string, textHash: string, many: number): Promise<void> {
  const parties = ['HE', 'BY', 'NW', 'BUND', 'SN', 'TH', 'SH', 'BE'].slice(0, many / 5);
  for (const party of parties) {
    const input = { ballotId, textHash, party, choice: 'YES', reason: 'Telefonisch durchgegeben.' };
    expect((await secretariat.mutate('recordVoteOnBehalf', input)).refused).toEqual([]);
  }
}

async function statementsOf(page: string, variables: object): Promise<readonly string[]> {
  return watch.during(async () => {
    const { codes } = await secretariat.graphql(documents.get(page) ?? '', { ...variables });
    expect({ page, codes }).toEqual({ page, codes: [] });
  });
}

describe('A page asks the database', () => {
  it('as often for forty of everything as for ten, and in two transactions: who asks, and the answer', async () => {
    const counts = async (given: Given): Promise<Record<string, { statements: number; transactions: number }>> => {
      const counted: Record<string, { statements: number; transactions: number }> = {};
      for (const [page, , variables] of pages) {
        const statements = await statementsOf(page, variables(given));
        const transactions = statements.filter((statement) => statement.startsWith('BEGIN')).length;
        counted[page] = { statements: statements.length, transactions };
      }
      return counted;
    };
    const withTen = await counts(await arrange(10));
    const withForty = await counts(await arrange(40));
    expect(withForty).toEqual(withTen);
    for (const [page, atMost] of pages) {
      expect({ page, transactions: withForty[page]?.transactions }).toEqual({ page, transactions: 2 });
      const { statements = Infinity } = withForty[page] ?? {};
      expect({ page, tooMany: Math.max(statements - atMost, 0) }).toEqual({ page, tooMany: 0 });
    }
  });
});
