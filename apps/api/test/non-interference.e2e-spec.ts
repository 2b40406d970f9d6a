import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#platform/database';
import { anAdoptedResolution } from '#testing/agendas';
import { anArrangedPublicResolution, anArrangedRelease } from '#testing/publication';
import { anApiStage, type ApiStage } from './api-stage.js';
import { Ground } from './authorization/ground.js';
import type { Caller } from './caller.js';
import { follow, type Follower } from './follower.js';
import { jobsAtHand, type JobsAtHand } from './jobs-at-hand.js';

const SECRET = 'Zeugenschutzprogramm';
const MINUTE = 60_000;
const UNKNOWN = newId();

let stage: ApiStage;
let jobs: JobsAtHand;
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
  await anArrangedPublicResolution(stage);
  jobs = await jobsAtHand(stage);
  await jobs.deliver();
}, MINUTE);

afterAll(async () => {
  await jobs?.close();
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
];

/** For everybody alike: read as nobody. */
const publicAddresses: readonly string[] = [
  '/beschluesse',
  `/beschluesse?suche=${SECRET}`,
  '/beschluesse?suche=Konferenz',
  '/beschluesse/imk-herbst-2026',
  '/beschluesse/imk-herbst-2026/sammlung.pdf',
  '/beschluesse/feed.atom',
  '/beschluesse/sitemap.xml',
  '/beschluesse/daten/v1/konferenzen.json',
  '/beschluesse/daten/v1/konferenzen/imk-herbst-2026.json',
];

/** All answers, with their status: what a reader can learn by asking. */
async function worldAs(name: string, reader: Caller): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const question of [...questions, ...questionsOn(stage.conferenceId)]) {
    const { status, text } = await reader.graphql(question);
    expect(text).not.toContain('GRAPHQL_VALIDATION_FAILED');
    // The number of a request and of what was made up for the question are the asker's own.
    answers[question.slice(0, 90)] = `${status} ${text.replaceAll(/"requestId":"[^"]*"/g, '')}`;
  }
  // Whoever reads notifications elsewhere reads them in mails.
  const mails = await stage.arrange(
    'SELECT subject, text, html FROM captured_mails WHERE strpos(recipient, $1) > 0 ORDER BY id',
    [`<${name}@`],
  );
  answers['mails'] = JSON.stringify(mails);
  for (const address of reader === stage.nobody ? publicAddresses : addresses()) {
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

/** A record that is now there, and what whoever knows its id might try with it. */
type Brought = void | { readonly id: string; readonly operation: string; readonly input: (id: string) => object };

const withdrawing = ({ id }: { readonly id: string }): Brought => ({
  ...{ id, operation: 'withdrawTopic' },
  input: (topicId) => ({ topicId, expectedRevision: 1, reason: 'So ist es vereinbart.' }),
});

/** What is confidential, how it comes into the world, and who has no right to it. */
const secrets: readonly (readonly [what: string, readers: readonly string[], bring: () => Promise<Brought>])[] = [
  [
    'a draft of Bayern',
    ['koordination.he', 'koordination.bund', 'geschaeftsstelle', 'vorsitz.hh', 'vorsitz.ak5', 'gast.ak5', 'technik'],
    async () => {
      const never = { submittedAt: null, acceptedAt: null };
      return withdrawing(
        await stage.placeTopic({ title: SECRET, state: 'DRAFT', ...never, registrant: { party: 'BY' } }),
      );
    },
  ],
  [
    'a restricted topic in the committee',
    ['koordination.he', 'koordination.bund', 'vorsitz.ak2', 'gast.bka', 'leser.he', 'technik'],
    async () => {
      const given = { title: SECRET, classification: 'RESTRICTED', registrant: { party: 'BY' } } as const;
      return withdrawing(await stage.placeTopic({ ...given, state: 'IN_COMMITTEE', leadCommittee: 'AK5' }));
    },
  ],
  [
    'a restricted item that comes late to the agenda, is moved, explained and removed',
    ['koordination.he', 'koordination.bund', 'vorsitz.ak2', 'gast.bka', 'leser.he', 'technik'],
    async () => {
      const given = { title: SECRET, classification: 'RESTRICTED', registrant: { party: 'BY' } } as const;
      // Not at the very instant at which the agenda was circulated.
      stage.clock.moveTo(new Date(stage.clock.now().getTime() + MINUTE));
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
    async () => {
      const given = { title: SECRET, acceptedAt: null, registrant: { party: 'BY' } } as const;
      return withdrawing(await stage.placeTopic({ ...given, state: 'SUBMITTED' }));
    },
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
      const bayern = await stage.as('koordination.by');
      const { refused, payload } = await bayern.mutate('draftStatement', input, 'statement { id }');
      expect(refused).toEqual([]);
      const { id } = payload.statement;
      const announcing = (statementId: string) => ({ statementId, expectedRevision: 1 });
      return { id, operation: 'announceStatement', input: announcing };
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
      const [release] = await stage.arrange<{ id: string }>(`SELECT id FROM releases WHERE state <> 'PUBLISHED'`);
      const input = { releaseId: release?.id, party: 'BY' };
      const { refused } = await (await stage.as('koordination.by')).mutate('objectToRelease', input);
      expect(refused).toEqual([]);
      const [objection] = await stage.arrange<{ id: string }>(`SELECT id FROM release_objections WHERE party = 'BY'`);
      const withdrawn = (objectionId: string) => ({ objectionId });
      return { id: objection?.id ?? '', operation: 'withdrawReleaseObjection', input: withdrawn };
    },
  ],
  [
    'a report that is not released, beside a public resolution',
    [],
    async () => {
      const paper = { id: newId(), title: SECRET, asOf: null, originator: SECRET, classification: 'INTERNAL' };
      await stage.arrange(
        `WITH added AS (UPDATE topics SET attachments = attachments || $1::jsonb
           WHERE id = (SELECT topic_id FROM releases WHERE state = 'PUBLISHED'))
         INSERT INTO releases SELECT (jsonb_populate_record(published, jsonb_build_object('id', gen_random_uuid(),
           'object_kind', 'ATTACHMENT', 'object_id', $2::text, 'title', $3::text, 'state', 'RELEASED'))).*
         FROM releases AS published WHERE state = 'PUBLISHED'`,
        [JSON.stringify([{ ...paper, releaseWish: true }]), paper.id, SECRET],
      );
    },
  ],
];

/** What a reader was answered last; a secret of others does not change it. */
const known = new Map<string, Readonly<Record<string, string>>>();

async function answersTo(name: string): Promise<Readonly<Record<string, string>>> {
  return worldAs(name, name === NOBODY ? stage.nobody : await stage.as(name));
}

const NOBODY = 'nobody';

/** Everybody is told of this: who has heard of it has heard of everything before it. */
async function ring(): Promise<string> {
  const id = newId();
  await stage.arrange(
    `INSERT INTO history (id, record_kind, record_id, event, data, actor_name, capacity, occurred_at, audience)
     VALUES ($1, 'bell', $1, 'bell.rung', '{}', 'x', 'SYSTEM', now(), array(SELECT generate_series(0, 2000)))`,
    [id],
  );
  return `bell ${id}`;
}

/** With their pages open: from the first bell they heard on, they are told everything. */
async function following(readers: readonly string[]): Promise<readonly Follower[]> {
  return Promise.all(
    readers.map(async (reader) => {
      const follower = await follow(stage.address, (await stage.as(reader)).headers);
      while (follower.told.length === 0) {
        await ring();
        await pause(30);
      }
      return follower;
    }),
  );
}

/** Whether somebody knows the id of what is hidden or makes one up: the answer is the same, to the letter. */
async function expectSameError(reader: Caller, { id, operation, input }: Exclude<Brought, void>): Promise<void> {
  const [hidden, unknown] = [id, UNKNOWN].map((each) => reader.mutate(operation, { ...input(each) }));
  const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
  expect(withoutIds((await hidden)?.text ?? '')).toBe(withoutIds((await unknown)?.text ?? ''));
}

describe('Two worlds that differ in one thing alone,', () => {
  beforeAll(async () => {
    // Somebody has objected before: whether somebody has is not the secret, who and how many is.
    const [release] = await stage.arrange<{ id: string }>(`SELECT id FROM releases WHERE state <> 'PUBLISHED'`);
    await (await stage.as('koordination.nw')).mutate('objectToRelease', { releaseId: release?.id, party: 'NW' });
    await jobs.deliver();
  });

  it.each(secrets)(
    '%s, answer alike to everybody without a right to it',
    async (_what, readers, bring) => {
      const everyone = [...readers, NOBODY];
      for (const name of [...known.keys()]) if (!everyone.includes(name)) known.delete(name);
      for (const name of everyone) known.set(name, known.get(name) ?? (await answersTo(name)));
      const people = readers.filter((reader) => reader !== 'technik');
      const followers = await following(people);
      const heardBefore = await ring();
      await Promise.all(followers.map((follower) => follower.hear(heardBefore)));
      const brought = await bring();
      await jobs.deliver();
      const heardAfter = await ring();
      await Promise.all(followers.map((follower) => follower.hear(heardAfter)));
      for (const [index, { told, leave }] of followers.entries()) {
        const since = told.slice(told.indexOf(heardBefore) + 1, told.indexOf(heardAfter));
        expect({ reader: people[index], told: since.filter((change) => !change.startsWith('bell ')) }).toEqual({
          reader: people[index],
          told: [],
        });
        await leave();
      }
      for (const name of everyone) {
        expect({ reader: name, answers: await answersTo(name) }).toEqual({ reader: name, answers: known.get(name) });
        if (brought !== undefined)
          await expectSameError(name === NOBODY ? stage.nobody : await stage.as(name), brought);
      }
    },
    MINUTE,
  );

  it('and are two: who has the right sees the other', async () => {
    const bayern = await stage.as('koordination.by');
    const { data } = await bayern.graphql(`{ topics(first: 100, filter: { search: "${SECRET}" }) { totalCount } }`);
    expect(data.topics.totalCount).toBe(6);
    const { data: told } = await bayern.graphql('{ notifications { nodes { text } } }');
    expect(told.notifications.nodes).toContainEqual({ text: 'Zu einer Tagesordnung wurde ein Nachtrag versandt.' });
  });
});
