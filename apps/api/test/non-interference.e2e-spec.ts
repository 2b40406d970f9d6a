import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { anAdoptedResolution } from '#testing/agendas';
import { anArrangedRelease } from '#testing/publication';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import type { Caller } from './caller.js';

const SECRET = 'Zeugenschutzprogramm';
const MINUTE = 60_000;
const UNKNOWN = newId();

let stage: ApiStage;
let agendaId: string;
let openTopicId: string;

beforeAll(async () => {
  stage = await anApiStage();
  const ground = await Ground.prepare(stage);
  const open = await stage.placeTopic({ title: 'Bundesweiter Warntag', state: 'IN_MAIN_CONFERENCE' });
  openTopicId = open.id;
  await anAdoptedResolution(stage, { title: 'Sirenenförderung' });
  await anArrangedRelease(stage, { title: 'Katastrophenhilfe' });
  const { agenda } = (
    await (
      await stage.as('geschaeftsstelle')
    ).mutate('compileAgenda', { conferenceId: stage.conferenceId }, 'agenda { id revision }')
  ).payload;
  agendaId = agenda.id;
  const circulated = { agendaId, expectedRevision: agenda.revision };
  await (await stage.as('geschaeftsstelle')).mutate('circulateAgenda', circulated);
  await ground.ballot();
}, MINUTE);

afterAll(async () => {
  await stage?.close();
});

const topicFields = `id title stateLabel visibleBecause history { id label } availableActions { action available }
  proposalVersions { id } statements { id } releases { id stateLabel } merges { id } writtenProcedures { id }`;

/** Everything that answers more than one known record: lists, counts, searches, desks, and what is said of nothing. */
const questions: readonly string[] = [
  `{ topics(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ${topicFields} } } }`,
  '{ topics(first: 100, sort: TITLE_ASC) { totalCount nodes { title } } }',
  `{ topics(first: 100, filter: { search: "${SECRET}" }) { totalCount nodes { title } } }`,
  '{ topics(first: 100, filter: { registrant: "BY" }) { totalCount nodes { title } } }',
  '{ topics(first: 100, filter: { committee: "AK5" }) { totalCount nodes { title } } }',
  '{ topics(first: 1) { totalCount pageInfo { hasNextPage } nodes { title } } }',
  '{ desk { label topic { id title } } }',
  '{ mergesAwaitingMe { id } }',
  '{ ballotsAwaitingVote { id topic { title } } }',
  '{ viewer { unreadNotifications capacities { label } } }',
  '{ notifications { nodes { id text } pageInfo { hasNextPage } } }',
  '{ followUps(first: 100) { totalCount nodes { id task repeatedBy { id } } } }',
  `{ followUps(first: 100, filter: { search: "${SECRET}" }) { totalCount nodes { id } } }`,
  '{ writtenProcedures(first: 100) { nodes { id stateLabel } pageInfo { hasNextPage } } }',
  '{ conferences { id title revision sessions { id } availableActions { action available } } }',
  '{ bodies { code name } }',
  '{ parties { code name } }',
];

/** The same for one conference and one agenda. */
const questionsOn = (conferenceId: string): readonly string[] => [
  `{ conference(id: "${conferenceId}") { revision agendas { id revision } agenda { id revision stateLabel
     supplements { number circulatedAt } consentListClosedAt changesSinceSeen { seenAt changes { label itemId at } }
     items { id number supplement title position group reason topic { id } availableActions { action available } }
     missingTopics { title explanation formerly { explanation } } availableActions { action refusals { message } }
     history { id sequence label occurredAt reason } } } }`,
  `{ releases(conferenceId: "${conferenceId}", first: 100) { nodes { id stateLabel revision } } }`,
  `{ writtenProceduresToReport(conferenceId: "${conferenceId}") { id } }`,
  `{ topic(id: "${UNKNOWN}") { title } }`,
];

const addresses = (): readonly string[] => [
  `/documents/agendas/${agendaId}.pdf`,
  `/documents/conferences/${stage.conferenceId}/collection.pdf`,
  '/beschluesse',
];

/** All answers, with their status: what a reader can learn by asking. */
async function worldAs(reader: Caller): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const question of [...questions, ...questionsOn(stage.conferenceId)]) {
    const { status, text } = await reader.graphql(question);
    expect(text).not.toContain('GRAPHQL_VALIDATION_FAILED');
    // The number of a request and of what was made up for the question are the asker's own.
    answers[question.slice(0, 90)] = `${status} ${text.replaceAll(/"requestId":"[^"]*"/g, '')}`;
  }
  for (const address of addresses()) {
    const response = await reader.send(address);
    answers[address] = `${response.status} ${Buffer.from(await response.arrayBuffer()).toString('latin1')}`;
  }
  return answers;
}

/** An act of the secretariat on the agenda as it is then. */
async function preparing(action: string, input: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const [agenda] = await stage.arrange<{ revision: number }>('SELECT revision FROM agendas WHERE id = $1', [agendaId]);
  const named = { agendaId, expectedRevision: agenda?.revision, ...input };
  const given = action === 'compileAgenda' ? { conferenceId: stage.conferenceId } : named;
  const { refused } = await (await stage.as('geschaeftsstelle')).mutate(action, given);
  expect(refused).toEqual([]);
}

/** What is confidential, how it comes into the world, and who has no right to it. */
const secrets: readonly (readonly [what: string, readers: readonly string[], bring: () => Promise<unknown>])[] = [
  [
    'a draft of Bayern',
    ['koordination.he', 'koordination.bund', 'geschaeftsstelle', 'vorsitz.hh', 'vorsitz.ak5', 'gast.ak5', 'technik'],
    () =>
      stage.placeTopic({
        title: SECRET,
        state: 'DRAFT',
        submittedAt: null,
        acceptedAt: null,
        registrant: { party: 'BY' },
      }),
  ],
  [
    'a restricted topic in the committee',
    ['koordination.he', 'koordination.bund', 'vorsitz.ak2', 'gast.bka', 'leser.he', 'technik'],
    () =>
      stage.placeTopic({
        title: SECRET,
        state: 'IN_COMMITTEE',
        classification: 'RESTRICTED',
        registrant: { party: 'BY' },
        leadCommittee: 'AK5',
      }),
  ],
  [
    'a restricted item that comes late to the agenda, is moved, explained and removed',
    ['koordination.he', 'koordination.bund', 'vorsitz.ak2', 'gast.bka', 'leser.he', 'technik'],
    async () => {
      const given = { title: SECRET, classification: 'RESTRICTED', registrant: { party: 'BY' } } as const;
      const missing = await stage.placeTopic({ ...given, state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
      const topic = await stage.placeTopic({ ...given, state: 'IN_MAIN_CONFERENCE', leadCommittee: 'AK5' });
      const said = { topicId: missing.id, explanation: SECRET };
      await preparing('explainMissingTopic', said);
      await preparing('explainMissingTopic', { ...said, explanation: `${SECRET}: noch offen` });
      await preparing('compileAgenda');
      await preparing('circulateSupplement');
      const [item] = await stage.arrange<{ id: string; number: string }>(
        'SELECT id, number FROM agenda_items WHERE topic_id = $1',
        [topic.id],
      );
      expect(item?.number).toMatch(/^V [0-9]{4}$/);
      await preparing('moveAgendaItem', { itemId: item?.id, position: 1, reason: SECRET });
      await preparing('removeAgendaItem', { itemId: item?.id, reason: SECRET });
    },
  ],
  [
    'a registration that is being checked',
    ['koordination.he', 'koordination.bund', 'vorsitz.ak5', 'gast.ak5', 'technik'],
    () => stage.placeTopic({ title: SECRET, state: 'SUBMITTED', acceptedAt: null, registrant: { party: 'BY' } }),
  ],
  [
    'a draft of a statement',
    ['koordination.he', 'koordination.bund', 'geschaeftsstelle', 'vorsitz.hh', 'gast.ak5', 'technik'],
    async () => {
      const { data } = await (
        await stage.as('koordination.by')
      ).graphql(`{ topic(id: "${openTopicId}") { agendaItem { id } } }`);
      const agendaItemId = data.topic.agendaItem.id;
      const input = { agendaItemId, party: 'BY', text: SECRET };
      const { refused } = await (await stage.as('koordination.by')).mutate('draftStatement', input);
      expect(refused).toEqual([]);
    },
  ],
  [
    'a restricted resolution and what it asks for',
    ['koordination.he', 'koordination.bund', 'vorsitz.ak2', 'gast.bka', 'technik'],
    async () => {
      const given = { title: SECRET, classification: 'RESTRICTED', registrant: { party: 'BY' } } as const;
      const { resolutionId, clauseIds } = await anAdoptedResolution(stage, given);
      const wish = { kind: 'REPORT', task: SECRET, addressee: 'AK5', due: { season: 'AUTUMN', year: 2027 } };
      const input = { resolutionId, clauseId: clauseIds[0], ...wish };
      const { refused } = await (await stage.as('geschaeftsstelle')).mutate('createFollowUp', input);
      expect(refused).toEqual([]);
    },
  ],
  [
    'an objection to a release that is blocked already',
    ['koordination.he', 'geschaeftsstelle', 'vorsitz.hh', 'koordination.bund', 'gast.ak5', 'technik'],
    async () => {
      const [release] = await stage.arrange<{ id: string }>('SELECT id FROM releases LIMIT 1');
      const input = { releaseId: release?.id, party: 'BY' };
      const { refused } = await (await stage.as('koordination.by')).mutate('objectToRelease', input);
      expect(refused).toEqual([]);
    },
  ],
];

describe('Two worlds that differ in one thing alone,', () => {
  beforeAll(async () => {
    // Somebody has objected before: whether somebody has is not the secret, who and how many is.
    const [release] = await stage.arrange<{ id: string }>('SELECT id FROM releases LIMIT 1');
    await (await stage.as('koordination.nw')).mutate('objectToRelease', { releaseId: release?.id, party: 'NW' });
  });

  it.each(secrets)(
    '%s, answer alike to everybody without a right to it',
    async (_what, readers, bring) => {
      const callers = [...(await Promise.all(readers.map((reader) => stage.as(reader)))), stage.nobody];
      const before = [];
      for (const caller of callers) before.push(await worldAs(caller));
      await bring();
      for (const [index, caller] of callers.entries()) {
        expect({ reader: readers[index] ?? 'nobody', answers: await worldAs(caller) }).toEqual({
          reader: readers[index] ?? 'nobody',
          answers: before[index],
        });
      }
    },
    MINUTE,
  );

  it('and are two: who has the right sees the other', async () => {
    const bayern = await stage.as('koordination.by');
    const { data } = await bayern.graphql(`{ topics(first: 100, filter: { search: "${SECRET}" }) { totalCount } }`);
    expect(data.topics.totalCount).toBe(6);
  });
});
