import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import type { Caller } from './caller.js';

let stage: ApiStage;
let stranger: Caller;
let draftId: string;
let restrictedId: string;
let collectionId: string;
let ballotOfRestricted: string;
let itemId: string;

const draft = { state: 'DRAFT', submittedAt: null, acceptedAt: null, leadCommittee: null } as const;

beforeAll(async () => {
  stage = await anApiStage();
  stranger = await stage.as('koordination.by');
  const ground = await Ground.prepare(stage);
  draftId = (await stage.placeTopic(draft)).id;
  restrictedId = (await stage.placeTopic({ state: 'IN_COMMITTEE', classification: 'RESTRICTED' })).id;
  ({ agendaId: collectionId, itemId } = await ground.agenda('COLLECTING'));
  const { ballotId, topic } = await ground.ballot();
  ballotOfRestricted = ballotId;
  await stage.arrange('UPDATE ballots SET audience = (SELECT audience FROM topics WHERE id = $2) WHERE id = $1', [
    ballotId,
    restrictedId,
  ]);
  await stage.arrange('UPDATE topics SET audience = (SELECT audience FROM topics WHERE id = $2) WHERE id = $1', [
    topic.id,
    restrictedId,
  ]);
});

afterAll(async () => {
  await stage?.close();
});

/** The answer with ids, and numbers of requests, made alike. */
const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

const queries: readonly (readonly [string, string, () => string])[] = [
  ['a draft of another Land', 'topic(id: $id) { title }', () => draftId],
  ['a restricted topic', 'topic(id: $id) { title history { label } }', () => restrictedId],
  ['an agenda that is being collected', 'agenda(id: $id) { stateLabel items { title } }', () => collectionId],
  ['a ballot on a restricted topic', 'ballot(id: $id) { tally { yes } }', () => ballotOfRestricted],
];

describe('A coordinator who asks for', () => {
  it.each(queries)('%s gets the answer to an unknown id, to the letter', async (_what, field, id) => {
    const query = `query ($id: ID!) { ${field} }`;
    const hidden = await stranger.graphql(query, { id: id() });
    const unknown = await stranger.graphql(query, { id: newId() });
    expect(hidden.codes).toEqual(['NOT_FOUND']);
    expect(hidden.data).toBeNull();
    expect([hidden.status, withoutIds(hidden.text)]).toEqual([unknown.status, withoutIds(unknown.text)]);
  });

  it.each(queries)('what is no id at all, in the place of %s, too', async (_what, field) => {
    const query = `query ($id: ID!) { ${field} }`;
    const unknown = await stranger.graphql(query, { id: newId() });
    const nonsense = await stranger.graphql(query, { id: "x' OR 1=1" });
    expect(nonsense.text).toBe(unknown.text);
  });

  it('the page of an agenda that is being collected gets the answer to an unknown address', async () => {
    const hidden = await stranger.send(`/documents/agendas/${collectionId}.pdf`);
    const unknown = await stranger.send(`/documents/agendas/${newId()}.pdf`);
    expect([hidden.status, await hidden.text()]).toEqual([404, await unknown.text()]);
    expect(unknown.status).toBe(404);
    const nonsense = await stranger.send('/documents/agendas/nonsense.pdf');
    expect(nonsense.status).toBe(404);
    expect((await stranger.send('/documents/conferences/nonsense/collection.pdf')).status).toBe(404);
  });
});

const input = { expectedRevision: 1, reason: 'So ist es vereinbart.' };
const vote = { party: 'BY', choice: 'YES', textHash: 'a'.repeat(64) };

const mutations: readonly (readonly [string, () => string, (id: string) => Readonly<Record<string, unknown>>])[] = [
  ['editTopic', () => draftId, (topicId) => ({ topicId, expectedRevision: 1, fields: { title: 'Meins' } })],
  ['submitTopicRegistration', () => draftId, (topicId) => ({ topicId, expectedRevision: 1 })],
  ['withdrawTopic', () => draftId, (topicId) => ({ topicId, ...input })],
  ['withdrawTopic', () => restrictedId, (topicId) => ({ topicId, ...input })],
  [
    'reviseProposal',
    () => draftId,
    (topicId) => ({ topicId, expectedVersion: 1, clauses: [{ text: 'Die IMK beschließt.' }] }),
  ],
  [
    'recordTopicOutcome',
    () => restrictedId,
    (topicId) => ({ topicId, expectedRevision: 1, outcome: 'POSTPONED', reason: null }),
  ],
  ['circulateAgenda', () => collectionId, (agendaId) => ({ agendaId, expectedRevision: 1 })],
  ['removeAgendaItem', () => collectionId, (agendaId) => ({ agendaId, ...input, itemId: newId() })],
  ['openBallot', () => itemId, (agendaItemId) => ({ agendaItemId })],
  ['castVote', () => ballotOfRestricted, (ballotId) => ({ ballotId, ...vote })],
  ['closeBallot', () => ballotOfRestricted, (ballotId) => ({ ballotId, expectedRevision: 1 })],
  [
    'changeTextAtTable',
    () => ballotOfRestricted,
    (ballotId) => ({ ballotId, expectedRevision: 1, expectedVersion: 1, clauses: [{ text: 'Die IMK begrüßt es.' }] }),
  ],
  ['openBlockBallot', () => collectionId, (agendaId) => ({ agendaId, expectedRevision: 1 })],
  ['recordBlockOutcome', () => ballotOfRestricted, (ballotId) => ({ ballotId, expectedRevision: 1 })],
  ['dissolveBlock', () => ballotOfRestricted, (ballotId) => ({ ballotId, expectedRevision: 1, reason: 'x' })],
];

describe('What a coordinator does to what is not to be seen', () => {
  it.each(mutations)('is refused as for an unknown id, to the letter: %s', async (operation, id, inputFor) => {
    const hidden = await stranger.mutate(operation, inputFor(id()));
    const unknown = await stranger.mutate(operation, inputFor(newId()));
    expect(hidden.refused).toEqual(['NOT_FOUND']);
    expect([hidden.status, withoutIds(hidden.text)]).toEqual([unknown.status, withoutIds(unknown.text)]);
    const nonsense = await stranger.mutate(operation, inputFor('nonsense'));
    expect(nonsense.refused).toEqual(['NOT_FOUND']);
  });
});

describe('A guest of the committee in charge', () => {
  const parts = 'proposal { number } agendaItem { id } ballot { id } resolution { id }';
  let guest: Caller;
  let seen: { ballotId: string; agendaId: string; topicId: string; itemId: string };

  beforeAll(async () => {
    guest = await stage.as('gast.ak5');
    const { ballotId, topic } = await (await Ground.prepare(stage)).ballot();
    const [item] = await stage.arrange<{ id: string; agenda: string }>(
      'SELECT id, agenda_id AS agenda FROM agenda_items WHERE topic_id = $1',
      [topic.id],
    );
    seen = { ballotId, topicId: topic.id, itemId: item?.id ?? '', agendaId: item?.agenda ?? '' };
  });

  it('reads the topic and its text, and nothing of its vote and its place on the agenda', async () => {
    const { data } = await guest.graphql(`query ($id: ID!) { topic(id: $id) { title ${parts} } }`, {
      id: seen.topicId,
    });
    expect(data.topic).toMatchObject({ proposal: { number: 1 }, agendaItem: null, ballot: null, resolution: null });
    const { data: member } = await (
      await stage.as('mitglied.ak5')
    ).graphql(`query ($id: ID!) { topic(id: $id) { title ${parts} } }`, { id: seen.topicId });
    expect(member.topic).toMatchObject({ agendaItem: { id: seen.itemId }, ballot: { id: seen.ballotId } });
  });

  it.each([
    ['a circulated agenda', 'agenda(id: $id) { stateLabel }', () => seen.agendaId],
    ['an open ballot', 'ballot(id: $id) { tally { yes } }', () => seen.ballotId],
    ['a restricted topic', 'topic(id: $id) { title }', () => restrictedId],
  ])('who asks for %s gets the answer to an unknown id, to the letter', async (_what, field, id) => {
    const query = `query ($id: ID!) { ${field} }`;
    const hidden = await guest.graphql(query, { id: id() });
    const unknown = await guest.graphql(query, { id: newId() });
    expect(hidden.codes).toEqual(['NOT_FOUND']);
    expect([hidden.status, withoutIds(hidden.text)]).toEqual([unknown.status, withoutIds(unknown.text)]);
  });

  it('finds in lists the topics of the committee alone', async () => {
    const elsewhere = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK4' });
    const list = '{ topics(first: 100) { totalCount nodes { id agendaItem { id } ballot { id } } } }';
    const { data } = await guest.graphql(list);
    const text = JSON.stringify(data);
    expect(text).toContain(seen.topicId);
    for (const id of [elsewhere.id, restrictedId, draftId, seen.itemId, seen.ballotId]) expect(text).not.toContain(id);
    expect(data.topics.totalCount).toBe(data.topics.nodes.length);
  });
});

describe('Lists and links', () => {
  it('name nothing of what is not to be seen', async () => {
    const { data } = await stranger.graphql(`{
      topics(first: 100) { totalCount nodes { id agendaItem { id } ballot { id } } }
      desk { topic { id } }
      conferences { id agenda { id } }
    }`);
    const text = JSON.stringify(data);
    for (const id of [draftId, restrictedId, collectionId, itemId, ballotOfRestricted]) expect(text).not.toContain(id);
    expect(data.topics.totalCount).toBe(data.topics.nodes.length);
  });
});
