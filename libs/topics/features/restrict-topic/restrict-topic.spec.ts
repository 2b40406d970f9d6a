import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import type { PartyCode } from '#glossary';
import { newId } from '#platform/database';
import { parseConfig } from '#platform/config';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { anAdoptedResolution } from '#testing/agendas';
import type { NeedToKnowGroup } from '../../domain/need-to-know.js';
import type { Topic } from '../../domain/topic.js';
import { NeedToKnowHandler, type GroupAnswer, type GroupTransition } from '../../need-to-know.handler.js';
import { NeedToKnowGroups } from '../../persistence/need-to-know-groups.repository.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler, type TopicAnswer } from '../../topic-transition.handler.js';
import { CreateTopicHandler } from '../create-topic/create-topic.handler.js';
import { RestrictTopicHandler, type RestrictTopic } from './restrict-topic.handler.js';

let stage: ConferenceStage;
let restriction: RestrictTopicHandler;
let groups: NeedToKnowHandler;
const topics = new TopicRepository();

beforeAll(async () => {
  stage = await aConferenceStage();
  const kept = new NeedToKnowGroups();
  const transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  restriction = new RestrictTopicHandler(stage.database, kept, transition);
  groups = new NeedToKnowHandler(stage.database, kept, topics, transition, stage.clock);
});
afterAll(() => stage.close());

type Asked = Omit<RestrictTopic, 'topicId' | 'expectedRevision'>;
const restrict = (who: string, topic: Topic, asked: Asked): Promise<TopicAnswer> =>
  restriction.execute(stage.person(who), { topicId: topic.id, expectedRevision: topic.revision, ...asked });
const onGroup = (who: string, transition: GroupTransition): Promise<GroupAnswer> =>
  groups.execute(stage.person(who), transition);
const codesOf = (answer: TopicAnswer | GroupAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);
const sees = async (who: string, { id }: Topic): Promise<boolean> =>
  (await stage.database.read(stage.person(who), (tx) => topics.findTopic(tx, id))) !== null;

async function aGroup(name: string, parties: readonly PartyCode[]): Promise<NeedToKnowGroup> {
  const answer = await onGroup('geschaeftsstelle', { action: 'createNeedToKnowGroup', name, parties });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.group;
}

const restricted = () => stage.placeTopic({ classification: 'RESTRICTED' });

describe('a restricted topic', () => {
  it('is seen by the parties named, and no longer by those who are not named any more', async () => {
    const topic = await restricted();
    const named = await restrict('koordination.he', topic, { restrictedTo: ['BY'] });
    expect([await sees('koordination.by', topic), await sees('koordination.be', topic)]).toEqual([true, false]);
    if (!named.ok) throw new Error('It was not restricted');
    expect(codesOf(await restrict('geschaeftsstelle', named.topic, { restrictedTo: ['BE'] }))).toEqual([]);
    expect([await sees('koordination.by', topic), await sees('koordination.be', topic)]).toEqual([false, true]);
  });

  it('is opened by its registrant and the secretariat alone', async () => {
    const topic = await stage.placeTopic({ classification: 'RESTRICTED', coRegistrants: ['BE'] });
    for (const who of ['koordination.be', 'vorsitz.hh', 'vorsitz.ak5']) {
      expect(codesOf(await restrict(who, topic, { restrictedTo: ['BY'] }))).toEqual(['NOT_ENTITLED']);
    }
    expect(codesOf(await restrict('koordination.by', topic, { restrictedTo: ['BY'] }))).toEqual(['NOT_FOUND']);
  });

  it('names parties that exist, and no topic that all may see names any', async () => {
    const absurd = ['XX' as PartyCode];
    expect(codesOf(await restrict('koordination.he', await restricted(), { restrictedTo: absurd }))).toEqual([
      'PARTY_UNKNOWN',
    ]);
    const open = await stage.placeTopic();
    expect(codesOf(await restrict('koordination.he', open, { restrictedTo: ['BY'] }))).toEqual(['NOT_RESTRICTED']);
  });
});

describe('a group of those who need to know', () => {
  it('opens topics to its parties, and every change of the group reaches them at once, drafts too', async () => {
    const group = await aGroup('Lagezentrum', ['BY']);
    const topic = await restricted();
    const draft = await stage.placeTopic({
      state: 'DRAFT',
      classification: 'RESTRICTED',
      submittedAt: null,
      acceptedAt: null,
    });
    for (const each of [topic, draft]) {
      expect(codesOf(await restrict('koordination.he', each, { needToKnowGroupId: group.id }))).toEqual([]);
    }
    const change = { groupId: group.id, expectedRevision: 1, action: 'changeNeedToKnowGroup' } as const;
    expect(codesOf(await onGroup('geschaeftsstelle', { ...change, parties: ['BE'] }))).toEqual([]);
    expect([await sees('koordination.by', topic), await sees('koordination.be', topic)]).toEqual([false, true]);
    expect(
      await stage.database.read(stage.person('koordination.he'), (tx) => topics.findTopic(tx, draft.id)),
    ).toMatchObject({ restrictedTo: ['BE'], needToKnowGroupId: group.id });
  });

  it('reaches what was decided and everything that hangs on it when it changes later', async () => {
    const group = await aGroup('Nachsorge', ['BY']);
    const { topic } = await anAdoptedResolution(stage, {
      classification: 'RESTRICTED',
      restrictedTo: ['BY'],
      needToKnowGroupId: group.id,
    });
    const reads = async (who: string): Promise<boolean> => {
      const found = await stage.database.read(stage.person(who), (tx) =>
        tx.query('SELECT FROM resolutions WHERE topic_id = $1', [topic.id]),
      );
      return found.length > 0;
    };
    expect([await reads('koordination.by'), await reads('koordination.be')]).toEqual([true, false]);
    const change = { groupId: group.id, expectedRevision: 1, action: 'changeNeedToKnowGroup' } as const;
    expect(codesOf(await onGroup('geschaeftsstelle', { ...change, parties: ['BE'] }))).toEqual([]);
    expect([await reads('koordination.by'), await reads('koordination.be')]).toEqual([false, true]);
  });

  it('is followed by every table of what belongs to a topic, in the same transaction', async () => {
    const left = await stage.arrange<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('topic_id', 'audience')
       GROUP BY table_name HAVING count(*) = 2 AND NOT EXISTS (
         SELECT FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
         WHERE tgrelid = 'topics'::regclass AND prosrc ~ ('UPDATE ' || table_name || '\\M'))
       ORDER BY 1`,
    );
    // Only the two registrants agree on a merge, and only a party itself reads its votes on a release.
    expect(left.map(({ name }) => name)).toEqual(['topic_merges', 'written_release_votes']);
  });

  it('is managed by the secretariat, with a name of its own and at least one party', async () => {
    await aGroup('Krisenstab', ['HE']);
    const create = (who: string, name: string, parties: readonly PartyCode[]) =>
      onGroup(who, { action: 'createNeedToKnowGroup', name, parties });
    expect(codesOf(await create('koordination.he', 'Andere', ['HE']))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await create('geschaeftsstelle', ' ', []))).toEqual(['FIELD_REQUIRED', 'PARTIES_REQUIRED']);
    expect(codesOf(await create('geschaeftsstelle', 'krisenstab', ['XX' as PartyCode]))).toEqual([
      'NAME_TAKEN',
      'PARTY_UNKNOWN',
    ]);
    expect(codesOf(await create('geschaeftsstelle', 'x'.repeat(121), ['HE']))).toEqual(['FIELD_TOO_LONG']);
  });

  it('is offered no more once dissolved, while topics keep the parties they name', async () => {
    const group = await aGroup('Übungsstab', ['BY']);
    const topic = await restricted();
    const named = await restrict('koordination.he', topic, { needToKnowGroupId: group.id });
    if (!named.ok) throw new Error('It was not restricted');
    const dissolve = { groupId: group.id, expectedRevision: 1, action: 'dissolveNeedToKnowGroup' } as const;
    const answers = await Promise.all([onGroup('geschaeftsstelle', dissolve), onGroup('geschaeftsstelle', dissolve)]);
    expect(answers.map((answer) => codesOf(answer).join()).sort()).toEqual(['', 'CHANGED_MEANWHILE']);
    expect(await sees('koordination.by', topic)).toBe(true);
    for (const needToKnowGroupId of [group.id, newId(), 'nichts']) {
      expect(codesOf(await restrict('koordination.he', named.topic, { needToKnowGroupId }))).toEqual(['GROUP_UNKNOWN']);
    }
  });
});

describe('a paper marked VS-NfD', () => {
  const create = (vsNfdApproved: string): Promise<TopicAnswer> => {
    const config = parseConfig({ DATABASE_URL: stage.testDatabase.appUrl, VS_NFD_APPROVED: vsNfdApproved });
    const conferences = new Conferences();
    const transition = new TopicTransitionHandler(stage.database, topics, conferences, stage.clock, config);
    const handler = new CreateTopicHandler(stage.database, topics, conferences, transition, stage.clock);
    return handler.execute(stage.person('koordination.he'), {
      conferenceId: stage.conferenceId,
      registrantParty: 'HE',
      fields: { title: 'Lagebild', classification: 'VS_NFD' },
    });
  };

  it('is refused by default, with the way that is open', async () => {
    const answer = await create('');
    expect(answer.ok ? [] : answer.refusals).toMatchObject([
      { code: 'CLASSIFICATION_NOT_APPROVED', message: expect.stringContaining('liegt gesondert vor') },
    ]);
  });

  it('is taken by an installation approved for it, and then seen as narrowly as a restricted one', async () => {
    const answer = await create('true');
    expect(answer).toMatchObject({ ok: true, topic: { classification: 'VS_NFD' } });
  });
});
