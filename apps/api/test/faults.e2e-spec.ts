import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import type { Caller } from './caller.js';

/** Stands in every text of a paper below; nobody would write it into a log by accident. */
const MARKER = 'ZZGEHEIMZZ';

let stage: ApiStage;
let ground: Ground;
let coordinator: Caller;

beforeAll(async () => {
  stage = await anApiStage();
  ground = await Ground.prepare(stage);
  coordinator = await stage.as('koordination.he');
});

afterAll(async () => {
  await stage?.close();
});

const INNARDS =
  /permission|denied|relation|select |proposal_versions|agendas|constraint|stack|node_modules|\.ts\b|\.js\b/i;

/** Takes the right to a table away from the process while `work` runs: a fault nobody planned for. */
async function without<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  await stage.arrange(`REVOKE SELECT ON ${table} FROM km_app`);
  try {
    return await work();
  } finally {
    await stage.arrange(`GRANT SELECT ON ${table} TO km_app`);
  }
}

/** The lines of the log that name this request. */
const linesAbout = (requestId: string): Record<string, unknown>[] =>
  stage.log
    .filter((line) => line.includes(requestId))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ level }) => Number(level) >= 50);

describe('A fault of ours', () => {
  it('is told in German with a number under which the log tells the rest', async () => {
    const { topicId } = await ground.topic({ title: MARKER });
    const query = 'query ($id: ID!) { topic(id: $id) { title proposal { id } } }';
    const answer = await without('proposal_versions', () => coordinator.graphql(query, { id: topicId }));
    expect(answer.codes).toEqual(['INTERNAL_SERVER_ERROR']);
    const [, requestId = ''] =
      /^Es ist ein Fehler aufgetreten\. .* ([0-9a-f-]{36})\.$/.exec(answer.messages[0] ?? '') ?? [];
    expect(JSON.parse(answer.text).errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId });
    expect(answer.text).not.toMatch(INNARDS);
    expect(linesAbout(requestId)).toEqual([
      expect.objectContaining({
        level: 50,
        requestId,
        fault: expect.objectContaining({ message: 'permission denied for table proposal_versions' }),
      }),
    ]);
    expect(stage.log.filter((line) => line.includes(requestId) && line.includes('"status"'))).toHaveLength(1);
    expect((await coordinator.graphql(query, { id: topicId })).codes).toEqual([]);
  });

  it('leaves the rest of the page as it is', async () => {
    const { topicId } = await ground.topic({});
    const query = 'query ($id: ID!) { viewer { person { name } } topic(id: $id) { title proposal { id } } }';
    const answer = await without('proposal_versions', () => coordinator.graphql(query, { id: topicId }));
    expect(answer.data).toMatchObject({ topic: { title: expect.any(String), proposal: null } });
  });

  it('while acting changes nothing', async () => {
    const input = await ground.topic({ state: 'SUBMITTED', acceptedAt: null });
    const secretariat = await stage.as('geschaeftsstelle');
    await stage.arrange('REVOKE INSERT ON outbox FROM km_app');
    const answer = await secretariat.mutate('acceptTopicRegistration', input);
    await stage.arrange('GRANT INSERT ON outbox TO km_app');
    expect(answer.refused).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toMatch(INNARDS);
    expect((await secretariat.mutate('acceptTopicRegistration', input)).refused).toEqual([]);
  });

  it('while printing is told and logged alike', async () => {
    const { agendaId } = await ground.agenda('CIRCULATED');
    const before = stage.log.length;
    const response = await without('agendas', () => coordinator.send(`/documents/agendas/${agendaId}.pdf`));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(INNARDS);
    const { message, requestId } = JSON.parse(text) as { message: string; requestId: string };
    expect(message).toBe(`Es ist ein Fehler aufgetreten. Bitte nennen Sie bei Rückfragen die Nummer ${requestId}.`);
    expect(stage.log.slice(before).join('')).toContain('permission denied for table agendas');
    expect(linesAbout(requestId)).toHaveLength(1);
  });
});

describe('What no database can keep', () => {
  it.each([
    ['a NUL in the title', 'title', 'Warntag\u0000 und mehr'],
    ['a NUL in the facts', 'facts', 'Warntag\u0000 und mehr'],
    ['half a character', 'facts', 'Warntag \ud83d und mehr'],
  ])('is refused as the fault of who sends it: %s', async (_what, field, text) => {
    const { topicId, expectedRevision } = await ground.topic({ state: 'DRAFT', submittedAt: null, acceptedAt: null });
    const answer = await coordinator.mutate('editTopic', { topicId, expectedRevision, fields: { [field]: text } });
    expect(answer.refused).toEqual(['BAD_USER_INPUT']);
  });

  it('is no fault of ours in a filter either', async () => {
    const inVariables = await coordinator.graphql(
      'query ($filter: TopicFilter) { topics(filter: $filter) { totalCount } }',
      { filter: { search: 'a\u0000b' } },
    );
    const inDocument = await coordinator.graphql('{ topics(filter: { search: "a\\u0000b" }) { totalCount } }');
    expect([inVariables.codes, inDocument.codes]).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
    const nonsense = { conferenceId: 'x', registrant: "'", committee: '%', search: '%_\\' };
    const answer = await coordinator.graphql(
      'query ($filter: TopicFilter) { topics(filter: $filter, after: "nonsense") { totalCount } }',
      { filter: nonsense },
    );
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('The log', () => {
  it('never says what a paper says, through a whole registration and its faults', async () => {
    const secretariat = await stage.as('geschaeftsstelle');
    const fields = { title: MARKER, subtitle: MARKER, facts: MARKER, rationale: MARKER, urgencyReason: MARKER };
    const created = await coordinator.mutate(
      'createTopic',
      { conferenceId: stage.conferenceId, registrantParty: 'HE', fields: { ...fields, contact: `${MARKER}'"; --` } },
      'topic { id revision }',
    );
    const { id: topicId } = created.payload.topic as { id: string };
    const revised = await coordinator.mutate(
      'reviseProposal',
      { topicId, expectedVersion: 0, clauses: [{ text: MARKER }] },
      'topic { revision }',
    );
    const step = { topicId, expectedRevision: revised.payload.topic.revision };
    await stage.arrange('REVOKE INSERT ON outbox FROM km_app');
    expect((await coordinator.mutate('submitTopicRegistration', step)).refused).toEqual(['INTERNAL_SERVER_ERROR']);
    await coordinator.mutate('editTopic', { ...step, fields });
    await stage.arrange('GRANT INSERT ON outbox TO km_app');
    expect((await coordinator.mutate('submitTopicRegistration', step)).refused).toEqual([]);
    const returned = { topicId, expectedRevision: step.expectedRevision + 1, reason: MARKER };
    expect((await secretariat.mutate('returnTopicRegistration', returned)).refused).toEqual([]);
    await coordinator.graphql(`{ topics(filter: { search: "${MARKER}" }) { nodes { title } } }`);
    await coordinator.graphql(`{ ${MARKER} }`);
    await coordinator.graphql('query ($id: ID!) { topic(id: $id) { title } }', { id: MARKER, [MARKER]: MARKER });
    await coordinator.mutate('editTopic', { ...step, fields: { kind: MARKER, title: 7 } });
    await coordinator.post(`{ "query": "${MARKER}`);
    await coordinator.send(`/auth/login?login_hint=${MARKER}&returnTo=/${MARKER}`);
    await coordinator.send(`/graphql?query=${MARKER}`);
    expect(stage.log.length).toBeGreaterThan(10);
    expect(stage.log.filter((line) => line.includes(MARKER))).toEqual([]);
  });
});
