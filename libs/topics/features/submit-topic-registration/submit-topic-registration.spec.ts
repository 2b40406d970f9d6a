import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { listHistory } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler, type TopicAnswer } from '../../topic-transition.handler.js';
import { CreateTopicHandler } from '../create-topic/create-topic.handler.js';
import { EditTopicHandler } from '../edit-topic/edit-topic.handler.js';
import { NotifySecretariatOfRegistrationJob } from './notify-secretariat-of-registration.job.js';

let stage: ConferenceStage;
let transition: TopicTransitionHandler;
let creation: CreateTopicHandler;
let edits: EditTopicHandler;
const topics = new TopicRepository();

const beforeDeadline = new Date('2026-10-01T09:00:00Z');
/** The stage's conference closes its direct registration at this instant. */
const deadline = new Date('2026-10-21T00:00:00Z');

beforeAll(async () => {
  stage = await aConferenceStage();
  transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  creation = new CreateTopicHandler(stage.database, topics, new Conferences(), transition, stage.clock);
  edits = new EditTopicHandler(stage.database, topics, transition);
  const [conference] = await stage.arrange<{ deadline: Date }>(
    'SELECT direct_registration_deadline AS deadline FROM conferences',
  );
  deadline.setTime(conference?.deadline.getTime() ?? 0);
});
afterAll(() => stage.close());

const fields = {
  title: 'Bundesweiter Warntag',
  kind: 'INFORMATION',
  facts: 'Der Warntag steht bevor.',
  coRegistrants: ['BE'],
} as const;

async function aDraft(more: object = {}): Promise<string> {
  stage.clock.moveTo(beforeDeadline);
  const answer = await creation.execute(stage.person('fachreferat.he'), {
    conferenceId: stage.conferenceId,
    registrantParty: 'HE',
    fields: { ...fields, coRegistrants: ['BE'], ...more },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.topic.id;
}

const submit = (topicId: string, who = 'koordination.he', expectedRevision = 1): Promise<TopicAnswer> =>
  transition.execute(stage.person(who), { topicId, expectedRevision, action: 'submitTopicRegistration' });
const codesOf = (answer: TopicAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));
const sees = async (who: string, topicId: string): Promise<boolean> =>
  (await stage.database.read(stage.person(who), (tx) => topics.findTopic(tx, topicId))) !== null;

describe('a registration', () => {
  it('is a draft that only the house of its registrant sees', async () => {
    const topicId = await aDraft();
    expect(await sees('koordination.he', topicId)).toBe(true);
    for (const other of ['koordination.be', 'geschaeftsstelle', 'vorsitz.hh', 'koordination.bund', 'technik']) {
      expect([other, await sees(other, topicId)]).toEqual([other, false]);
    }
  });

  it('is answered with "not found" to those who may not see it', async () => {
    const topicId = await aDraft();
    expect(codesOf(await submit(topicId, 'koordination.by'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await submit('not-a-uuid'))).toEqual(['NOT_FOUND']);
  });

  it('is submitted by the coordination, seen by secretariat, chair and co-registrants, and recorded once', async () => {
    const topicId = await aDraft();
    expect(codesOf(await submit(topicId, 'fachreferat.he'))).toEqual(['NOT_ENTITLED']);
    expect(await submit(topicId)).toMatchObject({
      ok: true,
      topic: { state: 'SUBMITTED', revision: 2, isLate: false },
    });
    for (const reader of ['geschaeftsstelle', 'vorsitz.hh', 'koordination.be'])
      expect(await sees(reader, topicId)).toBe(true);
    for (const other of ['koordination.by', 'vorsitz.be', 'mitglied.ak5'])
      expect(await sees(other, topicId)).toBe(false);
    const history = await stage.database.read(stage.person('geschaeftsstelle'), (tx) =>
      listHistory(tx, 'topic', [topicId]),
    );
    expect(history.get(topicId)?.map(({ event, capacity, actorName }) => [event, capacity, actorName])).toEqual([
      ['topic.created', 'REGISTRANT_EXPERT', stage.person('fachreferat.he').name],
      ['topic.submitted', 'REGISTRANT_COORDINATOR', stage.person('koordination.he').name],
    ]);
  });

  it('is refused at the deadline whatever its draft looked like before', async () => {
    const topicId = await aDraft();
    stage.clock.moveTo(new Date(deadline.getTime() - 1));
    const inTime = await aDraftAt(deadline.getTime() - 1);
    expect(codesOf(await submit(inTime))).toEqual([]);
    stage.clock.moveTo(deadline);
    expect(codesOf(await submit(topicId))).toEqual(['DEADLINE_PASSED']);
  });

  async function aDraftAt(instant: number): Promise<string> {
    const topicId = await aDraft();
    stage.clock.moveTo(new Date(instant));
    return topicId;
  }

  it('is accepted from one of two who submit at once, and refused to the other', async () => {
    const topicId = await aDraft();
    const answers = await Promise.all([submit(topicId), submit(topicId), submit(topicId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['CHANGED_MEANWHILE', 'CHANGED_MEANWHILE']);
  });

  it('keeps its attachments as they were entered until others are given', async () => {
    const topicId = await aDraft({ attachments: [{ title: ' Lagebild ', asOf: '2026-08-31', originator: 'BKA' }] });
    const kept = {
      title: 'Lagebild',
      asOf: '2026-08-31',
      originator: 'BKA',
      classification: 'INTERNAL',
      releaseWish: true,
    };
    const edit = (more: object, expectedRevision: number) =>
      edits.execute(stage.person('fachreferat.he'), { topicId, expectedRevision, fields: more });
    expect(await edit({ title: 'Neuer Titel' }, 1)).toMatchObject({ ok: true, topic: { attachments: [kept] } });
    expect(await edit({ attachments: [] }, 2)).toMatchObject({ ok: true, topic: { attachments: [] } });
  });

  it('loses nothing when somebody edits an older revision', async () => {
    const topicId = await aDraft();
    const edit = (title: string) =>
      edits.execute(stage.person('fachreferat.he'), { topicId, expectedRevision: 1, fields: { title } });
    expect(await edit('Erster Titel')).toMatchObject({ ok: true, topic: { title: 'Erster Titel', revision: 2 } });
    expect(codesOf(await edit('Zweiter Titel'))).toEqual(['CHANGED_MEANWHILE']);
  });

  it.each([
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'FIELD_TOO_LONG'],
    ['a blank title', { title: '  ' }, 'FIELD_REQUIRED'],
    ['itself as co-registrant', { coRegistrants: ['HE'] }, 'CO_REGISTRANT_INVALID'],
    ['an unknown co-registrant', { coRegistrants: ['XX'] }, 'CO_REGISTRANT_INVALID'],
    [
      'a classification the installation is not approved for',
      { classification: 'VS_NFD' },
      'CLASSIFICATION_NOT_APPROVED',
    ],
  ])('is not created with %s', async (_what, more, code) => {
    await expect(aDraft(more)).rejects.toThrow(code);
  });

  it('tells each member of the secretariat once, however often the job runs', async () => {
    const topicId = await aDraft();
    await submit(topicId);
    const [offices, notifications] = [new Offices(stage.clock), new Notifications(stage.clock)];
    const job = new NotifySecretariatOfRegistrationJob(topics, offices, notifications);
    const [message] = await stage.arrange<{ id: string }>(
      `SELECT id FROM outbox WHERE record_id = $1 AND event = 'topic.submitted'`,
      [topicId],
    );
    const outboxMessage = {
      id: message?.id ?? '',
      event: 'topic.submitted',
      recordKind: 'topic',
      recordId: topicId,
      data: {},
      occurredAt: beforeDeadline,
      actorPersonId: null,
      requestId: null,
    };
    for (let times = 0; times < 3; times += 1) await stage.database.write(SYSTEM, (tx) => job.run(tx, outboxMessage));
    const told = await stage.arrange('SELECT kind FROM notifications WHERE record_id = $1', [topicId]);
    expect(told).toEqual([{ kind: 'topic-registered' }]);
  });
});
