import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import { mutations, type Row } from './authorization/operations/index.js';
import { columns, people } from './authorization/people.js';
import { ask, linesOf, type Line } from './authorization/sweep.js';
import type { Caller } from './caller.js';

type Input = Readonly<Record<string, unknown>>;

let stage: ApiStage;
let ground: Ground;
let table: readonly Line[];
const callers = new Map<string, Caller>();

beforeAll(async () => {
  stage = await anApiStage();
  ground = await Ground.prepare(stage);
  table = linesOf(await readFile(new URL('authorization/authorization.md', import.meta.url), 'utf8'));
});

afterAll(async () => {
  await stage?.close();
});

const oddTexts = ['', ' ', 'nonsense', "x'); DROP TABLE topics; --", '\ud83d', 'ä'.repeat(60_000), '9999-99-99'];
const oddNumbers = [-1, 0, 2_147_483_647, 2_147_483_648, 0.5];

/** What nobody would enter in the place of what was right. */
function oddInsteadOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [null, 7, ...oddTexts];
  if (typeof value === 'number') return [null, 'x', ...oddNumbers];
  if (Array.isArray(value)) return [null, [], [null], Array(2_000).fill(value[0])];
  if (typeof value === 'object' && value !== null) return [null, {}, []];
  return [null];
}

/** The input with one field odd at a time, at every depth. */
function oddInputs(input: Input): readonly Input[] {
  return Object.entries(input).flatMap(([field, value]) => {
    const instead = oddInsteadOf(value).map((odd) => ({ ...input, [field]: odd }));
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    const within = isRecord ? oddInputs(value as Input).map((odd) => ({ ...input, [field]: odd })) : [];
    return [...instead, ...within];
  });
}

/** Somebody who may do this, so that it is not refused before anybody looks at the input. */
async function entitledTo({ operation, given }: Row): Promise<Caller> {
  const line = table.find(([name, start]) => name === operation && start === given) ?? [];
  const column = columns[line.indexOf('ja') - 2];
  if (column === undefined) throw new Error(`Nobody may ${operation}`);
  const known = callers.get(column) ?? (await stage.as(people[column]));
  callers.set(column, known);
  return known;
}

const everyField = {
  subtitle: 'x',
  facts: 'x',
  kind: 'REPORT',
  coRegistrants: ['BY'],
  rapporteurs: ['x'],
  contact: 'x',
};

function withEveryField(input: Input): Input {
  return 'fields' in input ? { ...input, fields: { ...(input['fields'] as Input), ...everyField } } : input;
}

/** Which field was odd, and how. */
function changeOf(input: Input, odd: Input): string {
  const changed = Object.entries(odd).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(input[field]),
  );
  return changed.map(([field, value]) => `${field}: ${JSON.stringify(value).slice(0, 200)}`).join(', ');
}

/** What is entered is looked at before the state of the record is: each operation once, with the first of its rows. */
const onceEach = mutations.filter(
  ({ operation }, index) => mutations.findIndex((other) => other.operation === operation) === index,
);

describe('Whatever is entered', () => {
  it.each(onceEach.map((row): [string, Row] => [`${row.operation}, ${row.given}`, row]))(
    'is no fault of ours: %s',
    async (_name, row) => {
      const caller = await entitledTo(row);
      let input = withEveryField((await row.prepare(ground)).input ?? {});
      const faults: unknown[] = [];
      // As many are left as there were: the list is made anew only for a new record, not for each of its own entries.
      let odds = oddInputs(input);
      for (let index = 0; index < odds.length; index += 1) {
        const odd = odds[index] ?? {};
        const { refused } = await ask(caller, row, { input: odd });
        if (refused.includes('INTERNAL_SERVER_ERROR')) faults.push(changeOf(input, odd));
        if (refused.length > 0) continue;
        input = withEveryField((await row.prepare(ground)).input ?? {});
        odds = oddInputs(input);
      }
      expect(faults).toEqual([]);
    },
  );

  it('is no fault of ours in the filter, order and cursor of a list either', async () => {
    const caller = await stage.as('geschaeftsstelle');
    const query = `query ($first: Int! = 50, $after: String, $filter: TopicFilter) {
      topics(first: $first, after: $after, filter: $filter) { nodes { id } pageInfo { endCursor } }
      notifications(first: $first, after: $after) { nodes { id } }
    }`;
    const filter = {
      conferenceId: 'x',
      registrant: 'x',
      committee: 'x',
      search: 'x',
      kind: 'REPORT',
      states: ['DRAFT'],
    };
    const cursor = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
    const given = { first: 1, after: cursor, filter };
    for (const variables of [given, ...oddInputs(given), ...oddInputs({ first: 10, filter })]) {
      const { codes } = await caller.graphql(query, variables);
      expect({ variables: JSON.stringify(variables).slice(0, 200), codes }).toEqual({
        variables: expect.any(String),
        codes: codes.filter((code) => code === 'BAD_USER_INPUT'),
      });
    }
  });
});
