import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { listHistory } from '#platform/database';
import type { OutboxMessage } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { PartyCode } from '#glossary';
import type { TopicAction } from '../../domain/topic-lifecycle.js';
import type { Topic } from '../../domain/topic.js';
import { RegistrantOffices } from '../../persistence/registrant-offices.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler, type TopicAnswer } from '../../topic-transition.handler.js';
import { NotifyRegistrantsOfCourseJob } from '../notify-registrants/notify-registrants-of-course.job.js';

let stage: ConferenceStage;
let transition: TopicTransitionHandler;
const topics = new TopicRepository();

beforeAll(async () => {
  stage = await aConferenceStage();
  transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
});
afterAll(() => stage.close());

type Joint = Extract<TopicAction, 'joinTopic' | 'leaveTopic' | 'takeOverTopic' | 'withdrawTopic'>;
const act = (who: string, action: Joint, topic: Topic, party?: PartyCode): Promise<TopicAnswer> =>
  transition.execute(stage.person(who), {
    topicId: topic.id,
    expectedRevision: topic.revision,
    action,
    input: { party, reason: 'Das Anliegen hat sich erledigt.' },
  });
const codesOf = (answer: TopicAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

function changed(answer: TopicAnswer): Topic {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.topic;
}

async function told(topic: Topic, event: string): Promise<readonly { readonly kind: string; readonly mail: string }[]> {
  const job = new NotifyRegistrantsOfCourseJob(
    new RegistrantOffices(topics, new Offices(stage.clock)),
    new Notifications(stage.clock),
  );
  const [message] = await stage.arrange<Pick<OutboxMessage, 'id' | 'data'>>(
    'SELECT id, data FROM outbox WHERE record_id = $1 AND event = $2',
    [topic.id, event],
  );
  if (message === undefined) throw new Error(`Nothing was sent of ${event}`);
  const outbox = { ...message, event, recordKind: 'topic', recordId: topic.id };
  const at = { occurredAt: stage.clock.now(), actorPersonId: null, requestId: null };
  for (let times = 0; times < 2; times += 1) {
    await stage.database.write(SYSTEM, (tx) => job.run(tx, { ...outbox, ...at }));
  }
  return stage.arrange(
    `SELECT kind, split_part(mail::text, '@', 1) AS mail FROM notifications JOIN people ON people.id = recipient_id
     WHERE record_id = $1 AND message_id = $2 ORDER BY mail`,
    [topic.id, message.id],
  );
}

describe('joining a registration', () => {
  it('adds the party in its own name and tells the registrant once', async () => {
    const topic = await stage.placeTopic();
    const joined = changed(await act('koordination.by', 'joinTopic', topic, 'BY'));
    expect(joined).toMatchObject({ coRegistrants: ['BY'], state: topic.state, revision: topic.revision + 1 });
    expect(await told(topic, 'topic.joined')).toEqual([{ kind: 'topic-joined', mail: 'koordination.he' }]);
    const history = await stage.database.read(SYSTEM, (tx) => listHistory(tx, 'topic', [topic.id]));
    expect(history.get(topic.id)?.at(-1)).toMatchObject({ event: 'topic.joined', data: { party: 'BY' } });
  });

  it('is refused in another name, for who registers already, and to everybody who coordinates no party', async () => {
    const topic = await stage.placeTopic({ coRegistrants: ['BE'] });
    expect(codesOf(await act('koordination.by', 'joinTopic', topic, 'SN'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await act('koordination.by', 'joinTopic', topic))).toEqual(['PARTY_REQUIRED']);
    expect(codesOf(await act('koordination.he', 'joinTopic', topic, 'HE'))).toEqual(['ALREADY_REGISTRANT']);
    expect(codesOf(await act('koordination.be', 'joinTopic', topic, 'BE'))).toEqual(['ALREADY_REGISTRANT']);
    for (const who of ['fachreferat.he', 'geschaeftsstelle', 'vorsitz.ak5']) {
      expect(codesOf(await act(who, 'joinTopic', topic, 'BY'))).toEqual(['NOT_ENTITLED']);
    }
  });

  it('is possible until the topic is decided, and not before it is accepted', async () => {
    const decided = await stage.placeTopic({ state: 'DECIDED', outcome: 'NOTED' });
    expect(codesOf(await act('koordination.by', 'joinTopic', decided, 'BY'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
    const submitted = await stage.placeTopic({ state: 'SUBMITTED', acceptedAt: null });
    expect(codesOf(await act('koordination.by', 'joinTopic', submitted, 'BY'))).toEqual(['NOT_FOUND']);
  });

  it('needs the right to register topics', async () => {
    const topic = await stage.placeTopic();
    await stage.arrange(
      `UPDATE memberships SET may_register = false WHERE party_code = 'SN' AND body_code = 'MAIN_CONFERENCE'`,
    );
    const sn = { ...stage.person('koordination.by'), assignments: [] };
    const assignment = {
      role: 'PARTY_COORDINATOR',
      party: 'SN',
      body: null,
      validFrom: '2020-01-01',
      validTo: null,
    } as const;
    const answer = await transition.execute(
      { ...sn, assignments: [assignment] },
      { topicId: topic.id, expectedRevision: topic.revision, action: 'joinTopic', input: { party: 'SN' } },
    );
    expect(codesOf(answer)).toEqual(['REGISTRANT_MAY_NOT_REGISTER']);
  });

  it('happens once when asked for twice at once', async () => {
    const topic = await stage.placeTopic();
    const answers = await Promise.all([1, 2].map(() => act('koordination.by', 'joinTopic', topic, 'BY')));
    expect(answers.map((answer) => codesOf(answer).join()).sort()).toEqual(['', 'CHANGED_MEANWHILE']);
  });
});

describe('leaving a registration', () => {
  it('takes the own party away, and no other', async () => {
    const topic = await stage.placeTopic({ coRegistrants: ['BE', 'BY'] });
    expect(codesOf(await act('koordination.by', 'leaveTopic', topic, 'BE'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await act('koordination.he', 'leaveTopic', topic, 'HE'))).toEqual(['NOT_ENTITLED']);
    expect(changed(await act('koordination.by', 'leaveTopic', topic, 'BY')).coRegistrants).toEqual(['BE']);
    expect(await told(topic, 'topic.left')).toEqual([{ kind: 'topic-left', mail: 'koordination.he' }]);
  });
});

describe('a withdrawn topic', () => {
  it('is told to the co-registrants, and one of them may carry it on', async () => {
    const topic = await stage.placeTopic({ coRegistrants: ['BE', 'BY'] });
    const withdrawn = changed(await act('koordination.he', 'withdrawTopic', topic));
    expect(await told(topic, 'topic.withdrawn')).toEqual([
      { kind: 'topic-withdrawn', mail: 'koordination.be' },
      { kind: 'topic-withdrawn', mail: 'koordination.by' },
    ]);
    expect(codesOf(await act('koordination.he', 'takeOverTopic', withdrawn, 'HE'))).toEqual(['NOT_ENTITLED']);
    expect(changed(await act('koordination.be', 'takeOverTopic', withdrawn, 'BE'))).toMatchObject({
      state: 'ACCEPTED',
      registrant: { party: 'BE' },
      coRegistrants: ['BY'],
    });
    expect(await told(topic, 'topic.takenOver')).toEqual([
      { kind: 'topic-taken-over', mail: 'koordination.by' },
      { kind: 'topic-taken-over', mail: 'koordination.he' },
    ]);
  });

  it('that was never accepted is registered anew instead', async () => {
    const never = { state: 'WITHDRAWN', acceptedAt: null, coRegistrants: ['BE'] } as const;
    const topic = await stage.placeTopic(never);
    expect(codesOf(await act('koordination.be', 'takeOverTopic', topic, 'BE'))).toEqual(['NEVER_ACCEPTED']);
  });
});
