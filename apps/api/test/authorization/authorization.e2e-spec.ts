import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { anApiStage, type ApiStage } from '../api-stage.js';
import { Ground } from './ground.js';
import { mutations, queries, type Row } from './operations/index.js';
import { columns } from './people.js';
import { elsewhere, routes, statusOf } from './routes.js';
import { ask, documentOf, linesOf, sweep, sweepRoutes, type Line } from './sweep.js';

const SWEEP = 180_000;

let stage: ApiStage;
let document: string;
let expected: readonly Line[];

beforeAll(async () => {
  stage = await anApiStage();
  document = await readFile(new URL('authorization.md', import.meta.url), 'utf8');
  expected = linesOf(document);
});

afterAll(async () => {
  await stage?.close();
});

/** The lines of the document on these operations, as it has them. */
const expectedOf = (rows: readonly { readonly name: string }[]): string => {
  const names = new Set(rows.map(({ name }) => name));
  return documentOf(expected.filter(([name = '']) => names.has(name)));
};
const named = (rows: readonly Row[]): { name: string }[] => rows.map(({ operation }) => ({ name: operation }));

async function operationsOfSchema(): Promise<string[]> {
  const { data } = await (await stage.as('geschaeftsstelle')).graphql(getIntrospectionQuery());
  const { types, queryType, mutationType } = (data as IntrospectionQuery).__schema;
  const roots = [queryType.name, mutationType?.name];
  return types.flatMap((type) =>
    type.kind === 'OBJECT' && roots.includes(type.name) ? type.fields.map(({ name }) => name) : [],
  );
}

describe('The table of who may do what', () => {
  it('names every query, every mutation and every address, and nothing else', async () => {
    const reading = stage.routes.filter((route) => route.startsWith('GET ') || route.startsWith('POST '));
    const addresses = reading.filter((route) => !elsewhere.some((path) => route.endsWith(` ${path}`)));
    const inDocument = new Set(expected.map(([name]) => name));
    expect([...inDocument].sort()).toEqual([...(await operationsOfSchema()), ...addresses].sort());
  });

  it('has a column for everybody who is asked', () => {
    const heads = document.split('\n').filter((line) => line.includes('| gegeben ist'));
    const cells = heads.map((line) => line.split('|').slice(3, -1));
    expect(cells.map((each) => each.map((cell) => cell.trim()))).toEqual([columns, columns, columns]);
  });

  it(
    'is what the queries answer',
    async () => expect(documentOf(await sweep(stage, queries))).toBe(expectedOf(named(queries))),
    SWEEP,
  );

  it(
    'is what the mutations answer',
    async () => expect(documentOf(await sweep(stage, mutations))).toBe(expectedOf(named(mutations))),
    SWEEP,
  );

  it(
    'is what the other addresses answer',
    async () => {
      const names = routes.map(({ route }) => ({ name: route }));
      expect(documentOf(await sweepRoutes(stage))).toBe(expectedOf(names));
    },
    SWEEP,
  );
});

/** No content either: hashes, the last number given, what was installed, and how the reader wants to be told. */
const ofTheInstallation = [
  'calendar_feeds',
  'digest_times',
  'history_heads',
  'migrations',
  'notification_preferences',
  'written_procedure_series',
];
/** What nobody has to be told who signs in: who belongs to which body, who chairs, how the conference works. */
const ofTheHouse = [
  'assignments',
  'bodies',
  'body_names',
  'chair_terms',
  'conference_profiles',
  'memberships',
  'office_heads',
  'parties',
  'people',
  'reminder_rules',
];
/** How the installation works, and who had something run again that was given up. */
const ofTheTechnicians = ['dead_letters', 'history', 'scheduled_runs', 'worker_presence'];
/** Beside that the guests of a body see that it meets and what it deals with, and no vote, resolution or statement. */
const ofTheirBody = [
  ...ofTheHouse,
  'agenda_items',
  'agendas',
  'conferences',
  'history',
  'proposal_versions',
  'session_bodies',
  'session_invitations',
  'session_participants',
  'session_representations',
  'sessions',
  'topic_recommendations',
  'topics',
];

describe('Of all that has been stored by now', () => {
  /** The tables of which the person reads at least one row, whatever the interface would show of them. */
  async function tablesReadBy(mail: string): Promise<readonly string[]> {
    return stage.database.read(stage.person(mail), async (tx) => {
      const tables = await tx.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
           AND has_any_column_privilege(oid, 'SELECT') ORDER BY 1`,
      );
      const read: string[] = [];
      for (const { name } of tables) {
        if ((await tx.query(`SELECT FROM "${name}" LIMIT 1`)).length > 0) read.push(name);
      }
      return read;
    });
  }

  it('the technical administration reads who is who, and no content', async () => {
    const read = await tablesReadBy('technik');
    expect(read).toEqual(expect.arrayContaining(ofTheHouse));
    const known = [...ofTheHouse, ...ofTheInstallation, ...ofTheTechnicians];
    expect(read.filter((table) => !known.includes(table))).toEqual([]);
    const histories = await stage.database.read(stage.person('technik'), (tx) =>
      tx.query('SELECT DISTINCT record_kind AS kind FROM history'),
    );
    expect(histories).toEqual([{ kind: 'deadLetter' }]);
  });

  it('guests read what their body deals with, and no vote, resolution or statement', async () => {
    await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    const read = await tablesReadBy('gast.ak5');
    expect(read).toEqual(expect.arrayContaining([...ofTheHouse, 'topics', 'proposal_versions']));
    expect(read.filter((table) => ![...ofTheirBody, ...ofTheInstallation].includes(table))).toEqual([]);
  });
});

describe('Without a session', () => {
  it('no operation answers anything but that one has to sign in', async () => {
    const ground = await Ground.prepare(stage);
    const answers: Record<string, unknown> = {};
    for (const row of [...queries, ...mutations]) {
      const { codes, data } = await ask(stage.nobody, row, await row.prepare(ground));
      answers[row.operation] = { codes, data };
    }
    const asked = await operationsOfSchema();
    expect(answers).toEqual(
      Object.fromEntries(asked.map((operation) => [operation, { codes: ['UNAUTHENTICATED'], data: null }])),
    );
  });

  it('only the addresses that are meant for everybody answer', async () => {
    const ground = await Ground.prepare(stage);
    for (const { route, path, isPublic } of routes) {
      const status = await statusOf(stage.nobody, await path(ground));
      expect({ route, isRefused: status === 401 }).toEqual({ route, isRefused: !isPublic });
    }
  });

  it('a session that has ended opens nothing', async () => {
    const coordinator = await stage.as('koordination.he');
    const question = '{ viewer { person { name } } }';
    expect((await coordinator.graphql(question)).codes).toEqual([]);
    const response = await coordinator.send('/auth/logout', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(201);
    expect((await coordinator.graphql(question)).codes).toEqual(['UNAUTHENTICATED']);
  });
});
