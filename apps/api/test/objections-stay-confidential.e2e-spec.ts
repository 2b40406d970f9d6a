import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PartyCode } from '#glossary';
import { anArrangedRelease } from '#testing/publication';
import { anApiStage, type ApiStage } from './api-stage.js';
import type { Caller } from './caller.js';

/** Two worlds that differ in nothing but who objected, and in the second how many did. */
const worlds: readonly (readonly PartyCode[])[] = [['BY'], ['BE', 'SN', 'BUND']];

const readers = [
  'geschaeftsstelle',
  'vorsitz.hh',
  'koordination.hh',
  'koordination.nw',
  'koordination.he',
  'fachreferat.nw',
  'vorsitz.ak5',
  'gast.ak5',
  'leser.he',
  'technik',
] as const;

const actions = 'availableActions { action available refusals { code message details } }';
const release = `id state stateLabel revision title objectionsUntil releasedAt publishedAt withdrawnAt staysBackBecause
  ownObjections { id } ${actions} history { sequence event label actorName capacity capacityLabel reason occurredAt }`;

interface World {
  readonly stage: ApiStage;
  readonly releaseId: string;
  readonly topicId: string;
}

async function worldWith(objectors: readonly PartyCode[]): Promise<World> {
  const stage = await anApiStage();
  const { releaseId, topic } = await anArrangedRelease(stage);
  for (const party of objectors) {
    const coordinator = await stage.as(`koordination.${party.toLowerCase()}`);
    const reason = `Das ist die Sache von ${party}.`;
    const { refused } = await coordinator.mutate('objectToRelease', { releaseId, party, reason });
    expect(refused).toEqual([]);
  }
  return { stage, releaseId, topicId: topic.id };
}

/** What somebody is answered to everything that could tell of an objection, ids made alike in the order of appearance. */
async function answersTo(caller: Caller, { stage, releaseId, topicId }: World): Promise<string> {
  const { conferenceId } = stage;
  const asked = [
    await caller.graphql(`query ($id: ID!) { topic(id: $id) { revision releases { ${release} } history { event } } }`, {
      id: topicId,
    }),
    await caller.graphql(
      `query ($id: ID!) { releases(conferenceId: $id) { nodes { ${release} } pageInfo { hasNextPage endCursor } } }`,
      { id: conferenceId },
    ),
    await caller.graphql('{ topics(first: 50) { totalCount nodes { id revision stateLabel } } }'),
    await caller.graphql('{ notifications(first: 50) { nodes { id subject } } viewer { unreadNotifications } }'),
    await caller.mutate('objectToRelease', { releaseId, party: 'TH' }, `release { ${release} }`),
    await caller.mutate('grantRelease', { releaseId, expectedRevision: 2 }, `release { ${release} }`),
    await caller.mutate('agreeToRelease', { releaseId, expectedRevision: 2 }, `release { ${release} }`),
    await caller.mutate('withdrawReleaseObjection', { objectionId: releaseId }),
  ].map(({ status, text }) => `${status} ${text}`);
  const document = await caller.send(`/documents/conferences/${conferenceId}/collection.pdf`);
  return alike([...asked, String(document.status)].join('\n'));
}

function alike(text: string): string {
  const seen: string[] = [];
  const named = (id: string): string => {
    if (!seen.includes(id)) seen.push(id);
    return `ID${seen.indexOf(id)}`;
  };
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, named)
    .replaceAll(/"endCursor":"[^"]+"/g, '"endCursor":"…"');
}

describe('Who objected to a release', () => {
  let stood: readonly World[];

  beforeAll(async () => {
    stood = [await worldWith(worlds[0] ?? []), await worldWith(worlds[1] ?? [])];
  });
  afterAll(async () => {
    for (const { stage } of stood) await stage.close();
  });

  it.each(readers)('is not to be found out by %s', async (mail) => {
    const [one, other] = await Promise.all(stood.map(async (world) => answersTo(await world.stage.as(mail), world)));
    expect(one).toBe(other);
    expect(one).not.toMatch(/Das ist die Sache von|koordination\.(by|be|sn|bund)/);
  });

  it('is not to be found out by nobody at all', async () => {
    const [one, other] = await Promise.all(stood.map((world) => answersTo(world.stage.nobody, world)));
    expect(one).toBe(other);
  });

  it('is not told to anybody by a message, and not written into the log with the release', async () => {
    for (const { stage } of stood) {
      expect(await stage.arrange('SELECT kind FROM notifications')).toEqual([]);
      expect(stage.log.join('')).not.toMatch(/Das ist die Sache von/);
    }
  });

  it('is known to the party itself', async () => {
    const [{ stage, topicId } = stoodNowhere()] = stood;
    const question = `query ($id: ID!) { topic(id: $id) { releases {
      stateLabel ownObjections { party { code } reason stateLabel availableActions { action available } } } } }`;
    const { data } = await (await stage.as('koordination.by')).graphql(question, { id: topicId });
    expect(data.topic.releases).toEqual([
      {
        stateLabel: 'Blockiert',
        ownObjections: [
          {
            party: { code: 'BY' },
            reason: 'Das ist die Sache von BY.',
            stateLabel: 'Besteht',
            availableActions: [{ action: 'withdrawReleaseObjection', available: true }],
          },
        ],
      },
    ]);
  });
});

function stoodNowhere(): never {
  throw new Error('No world was made');
}
