import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, type OperationDefinitionNode } from 'graphql';
import { anApiStage, type ApiStage } from './api-stage.js';
import type { Caller, GraphqlAnswer } from './caller.js';
import { operationsOfPages } from './pages.js';

let stage: ApiStage;
let coordinator: Caller;

beforeAll(async () => {
  stage = await anApiStage();
  coordinator = await stage.as('koordination.he');
});

afterAll(async () => {
  await stage?.close();
});

const refusedBy = ({ status, codes, messages, data }: GraphqlAnswer): unknown => ({
  status,
  codes: [...new Set(codes)],
  messages: [...new Set(messages)],
  data,
});

describe('A document is refused before it is executed', () => {
  it('when it is too deep', async () => {
    const deep = `${'agenda { conference { '.repeat(10)} id ${'} }'.repeat(10)}`;
    expect(refusedBy(await coordinator.graphql(`{ conferences { ${deep} } }`))).toMatchObject({
      status: 400,
      codes: ['GRAPHQL_VALIDATION_FAILED'],
      messages: [expect.stringMatching(/zu tief/)],
      data: null,
    });
  });

  it('when it asks the same too often under other names', async () => {
    const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: parties { code }`).join(' ');
    expect(refusedBy(await coordinator.graphql(`{ ${aliases} }`))).toMatchObject({
      status: 400,
      codes: ['GRAPHQL_VALIDATION_FAILED'],
      messages: [expect.stringMatching(/zu viele andere Namen/)],
      data: null,
    });
  });

  it('when it costs too much', async () => {
    const fields = 'id title subtitle facts rationale conference { title place year }';
    let costly = fields;
    for (let level = 0; level < 6; level += 1) costly = `${fields} agendaItem { id topic { ${costly} } }`;
    const answer = await coordinator.graphql(
      `{ topics(first: 100) { nodes { ${costly} } } desk { topic { ${costly} } } }`,
    );
    expect(refusedBy(answer)).toMatchObject({
      status: 400,
      codes: ['GRAPHQL_VALIDATION_FAILED'],
      messages: [expect.stringMatching(/zu umfangreich/)],
      data: null,
    });
  });

  it('when it is longer than any page could be', async () => {
    const answer = await coordinator.graphql(`{ viewer { ${'today '.repeat(5_000)} } }`);
    expect(refusedBy(answer)).toMatchObject({ status: 400, codes: ['GRAPHQL_PARSE_FAILED'], data: null });
  });

  it('when fragments lead in circles', async () => {
    const circle = `{ conferences { ...a } } fragment a on Conference { agenda { conference { ...a } } }`;
    expect(refusedBy(await coordinator.graphql(circle))).toMatchObject({
      status: 400,
      codes: ['GRAPHQL_VALIDATION_FAILED'],
      data: null,
    });
  });

  it('when a page is longer than a page may be', async () => {
    expect((await coordinator.graphql('{ topics(first: 201) { totalCount } }')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await coordinator.graphql('{ topics(first: 0) { totalCount } }')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await coordinator.graphql('{ notifications(first: 1000) { unread } }')).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('A request is refused', () => {
  it('when it is a batch of several', async () => {
    const one = { query: '{ viewer { today } }' };
    const answer = await coordinator.post([one, one]);
    expect(answer).toMatchObject({ status: 400, data: null, messages: [expect.stringMatching(/batch/i)] });
  });

  it('when it changes something by GET', async () => {
    const query = encodeURIComponent('mutation { markNotificationsRead(input: { ids: [] }) { unread } }');
    const response = await coordinator.send(`/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.status).toBe(405);
    expect(await response.text()).toMatch(/GET requests only support query operations/);
  });

  it('when a form of another website may have sent it', async () => {
    const response = await coordinator.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: 'mutation { markNotificationsRead(input: { ids: [] }) { unread } }' }),
    });
    expect(response.status).toBe(403);
    const fromElsewhere = await coordinator.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://anderswo.example' },
      body: JSON.stringify({ query: '{ viewer { today } }' }),
    });
    expect(fromElsewhere.status).toBe(403);
  });

  it('when it is larger than ten texts of the greatest length', async () => {
    const query = `mutation { createTopic(input: { conferenceId: "x", fields: { facts: "${'x'.repeat(10_000_000)}" } }) { topic { id } } }`;
    const answer = await coordinator.post({ query });
    expect(answer.status).toBe(413);
    const message = 'Die Anfrage ist zu groß: angenommen werden höchstens 4 MB.';
    expect(JSON.parse(answer.text)).toEqual({ statusCode: 413, message });
  });

  it('when it is not even JSON', async () => {
    const answer = await coordinator.post('{ "query": ');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({
      statusCode: 400,
      message: 'Die Anfrage ist unvollständig oder fehlerhaft.',
    });
  });
});

describe('Nobody', () => {
  it('is answered 401 by GraphQL too, with the words on which the pages show the sign-in', async () => {
    const asking = '{ viewer { today } }';
    const acting = 'mutation { markNotificationsRead(input: { ids: [] }) { unread } }';
    const live = [asking, acting, asking, asking, asking].map((query) => stage.nobody.graphql(query));
    for (const answer of await Promise.all(live)) {
      expect(refusedBy(answer)).toEqual({
        status: 401,
        codes: ['UNAUTHENTICATED'],
        messages: ['Bitte melden Sie sich an.'],
        data: null,
      });
    }
    expect((await coordinator.graphql(asking)).status).toBe(200);
  });
});

describe('An address that leads nowhere', () => {
  it('is said in a German page to whoever looks with a browser', async () => {
    const response = await stage.nobody.send('/nirgends?x=<script>', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('vary')).toBe('accept');
    const text = await response.text();
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('<h1>Seite nicht gefunden</h1>');
    expect(text).not.toMatch(/Cannot|nirgends|script/);
  });

  it.each(['GET', 'POST', 'DELETE'])('is said to programs in German JSON, when asked by %s', async (method) => {
    const response = await coordinator.send('/nirgends', { method, headers: { origin: stage.address } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ statusCode: 404, message: 'Unter dieser Adresse gibt es nichts.' });
  });
});

describe('Beginning to sign in', () => {
  let behindProxy: ApiStage;

  beforeAll(async () => {
    behindProxy = await anApiStage({ nodeEnv: 'production' });
  });
  afterAll(() => behindProxy?.close());

  const beginFrom = (forwardedFor: string, accept = 'text/html'): Promise<Response> =>
    behindProxy.nobody.send('/auth/login', { headers: { 'x-forwarded-for': forwardedFor, accept } });

  it('is limited for each address that the proxy names, whatever the client says before it', async () => {
    const statuses = new Set<number>();
    for (let turn = 0; turn < 120; turn += 1) statuses.add((await beginFrom(`198.51.100.${turn}, 203.0.113.1`)).status);
    expect(statuses).not.toContain(429);
    const refused = await beginFrom('198.51.100.200, 203.0.113.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('<h1>Zu viele Anmeldeversuche</h1>');
    const toPrograms = await beginFrom('203.0.113.1', 'application/json');
    expect(await toPrograms.json()).toEqual({ statusCode: 429, message: expect.stringContaining('zu oft begonnen') });
    expect((await beginFrom('203.0.113.2')).status).not.toBe(429);
    expect((await behindProxy.nobody.send('/healthz')).status).toBe(200);
  });
});

/** Something for every variable: the document is what is measured, not the answer. */
function variablesOf(text: string): Record<string, unknown> {
  const [operation] = parse(text).definitions.filter((each): each is OperationDefinitionNode => 'operation' in each);
  const names = (operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return Object.fromEntries(names.map((name) => [name, name === 'first' ? 100 : name === 'id' ? 'unknown' : null]));
}

describe('Every operation of the pages', () => {
  it('is understood and stays within the limits', async () => {
    const operations = await operationsOfPages();
    expect(operations.length).toBeGreaterThan(30);
    const refused: string[] = [];
    for (const { name, text } of operations) {
      const { codes, messages } = await coordinator.graphql(text, variablesOf(text));
      const isInvalid = codes.some((code) => code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED');
      if (isInvalid) refused.push(`${name}: ${messages.join(' ')}`);
    }
    expect(refused).toEqual([]);
  });
});
