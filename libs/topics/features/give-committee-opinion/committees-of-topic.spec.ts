import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { TopicAction } from '../../domain/topic-lifecycle.js';
import type { Topic, TopicActionInput } from '../../domain/topic.js';
import { recommendationsByTopics } from '../../persistence/recommendation.loader.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler, type TopicAnswer } from '../../topic-transition.handler.js';
import { NotifyCommitteeOfAssignmentJob } from '../assign-topic-to-committee/notify-committee-of-assignment.job.js';
import { CreateTopicHandler } from '../create-topic/create-topic.handler.js';

let stage: ConferenceStage;
let transition: TopicTransitionHandler;
const topics = new TopicRepository();

beforeAll(async () => {
  stage = await aConferenceStage();
  transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
});
afterAll(() => stage.close());

const act = (who: string, action: TopicAction, topic: Topic, input: TopicActionInput = {}): Promise<TopicAnswer> =>
  transition.execute(stage.person(who), { topicId: topic.id, expectedRevision: topic.revision, action, input });
const codesOf = (answer: TopicAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

async function done(answer: Promise<TopicAnswer>): Promise<Topic> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given.refusals));
  return given.topic;
}

const kept = async (who: string, { id }: Topic) =>
  (await stage.database.read(stage.person(who), (tx) => recommendationsByTopics(tx, [id]))).get(id) ?? [];
const inCommittee = () =>
  stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5', involvedCommittees: ['AK2'] });
const opinion = { body: 'AK2', recommendation: 'OPEN', note: ' Die Kosten sind offen. ' } as const;

describe('a topic that several committees deal with', () => {
  it('gets the opinion of the involved one while the lead one goes on', async () => {
    const topic = await done(act('vorsitz.ak2', 'giveCommitteeOpinion', await inCommittee(), opinion));
    expect(topic).toMatchObject({ state: 'IN_COMMITTEE', recommendation: null });
    const forwarded = act('vorsitz.ak5', 'forwardTopicToPreConference', topic, { recommendation: 'AGREED' });
    expect((await done(forwarded)).recommendation).toBe('AGREED');
    expect(await kept('koordination.by', topic)).toMatchObject([
      { stage: 'INVOLVED_COMMITTEE', body: 'AK2', recommendation: 'OPEN', note: 'Die Kosten sind offen.' },
      { stage: 'COMMITTEE', body: 'AK5', recommendation: 'AGREED', note: null },
    ]);
  });

  it('hears the involved committee through its own chair alone', async () => {
    const topic = await inCommittee();
    for (const who of ['vorsitz.ak5', 'geschaeftsfuehrung.ak5', 'geschaeftsstelle', 'vorsitz.hh']) {
      expect(codesOf(await act(who, 'giveCommitteeOpinion', topic, opinion))).toEqual(['NOT_ENTITLED']);
    }
    const inOtherName = { ...opinion, body: 'AK5' } as const;
    expect(codesOf(await act('vorsitz.ak2', 'giveCommitteeOpinion', topic, inOtherName))).toEqual(['NOT_INVOLVED']);
    expect(codesOf(await act('vorsitz.ak2', 'giveCommitteeOpinion', topic, { body: 'AK2' }))).toEqual([
      'RECOMMENDATION_REQUIRED',
    ]);
    const two = { ...topic, involvedCommittees: ['AK2', 'AK6'] } as const;
    await stage.arrange(`UPDATE topics SET involved_committees = '{AK2,AK6}' WHERE id = $1`, [topic.id]);
    expect(codesOf(await act('vorsitz.ak2', 'giveCommitteeOpinion', two, { ...opinion, body: 'AK6' }))).toEqual([
      'NOT_YOUR_BODY',
    ]);
  });

  it('is too late once the lead committee has forwarded it', async () => {
    const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', involvedCommittees: ['AK2'] });
    expect(codesOf(await act('vorsitz.ak2', 'giveCommitteeOpinion', topic, opinion))).toEqual([
      'NOT_POSSIBLE_IN_STATE',
    ]);
  });
});

describe('an assignment', () => {
  it('is told to the heads of the lead and of the involved committee, once each', async () => {
    const topic = await inCommittee();
    const offices = new Offices(stage.clock);
    const job = new NotifyCommitteeOfAssignmentJob(topics, offices, new Notifications(stage.clock));
    const message = { event: 'topic.assigned', recordKind: 'topic', recordId: topic.id, data: {} };
    const at = { id: newId(), occurredAt: stage.clock.now(), actorPersonId: null, requestId: null };
    for (let times = 0; times < 2; times += 1) {
      await stage.database.write(SYSTEM, (tx) => job.run(tx, { ...message, ...at }));
    }
    const told = await stage.arrange<{ mail: string; because: string }>(
      `SELECT split_part(mail::text, '@', 1) AS mail, because FROM notifications JOIN people ON people.id = recipient_id
       WHERE record_id = $1 ORDER BY mail`,
      [topic.id],
    );
    expect(told.filter(({ mail }) => mail.startsWith('vorsitz'))).toEqual([
      { mail: 'vorsitz.ak2', because: 'AK II an dem Thema beteiligt ist' },
      { mail: 'vorsitz.ak5', because: 'das Thema dem AK V zugewiesen wurde' },
    ]);
  });
});

describe('recommendations', () => {
  it('are kept per stage with the text they were given for, and nobody changes them', async () => {
    const topic = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    const first = await done(act('vorsitz.ak5', 'forwardTopicToPreConference', topic, { recommendation: 'OPEN' }));
    await stage.arrange('UPDATE topics SET proposal_version_id = gen_random_uuid() WHERE id = $1', [topic.id]);
    const second = await done(act('vorsitz.hh', 'forwardTopicToMainConference', first, { recommendation: 'AGREED' }));
    const [committee, preConference] = await kept('koordination.he', topic);
    expect(committee).toMatchObject({ stage: 'COMMITTEE', proposalVersionId: topic.proposalVersionId });
    expect(preConference).toMatchObject({ stage: 'PRE_CONFERENCE', body: 'PRE_CONFERENCE', recommendation: 'AGREED' });
    expect(preConference?.proposalVersionId).toBe(second.proposalVersionId);
    const change = stage.database.write(stage.person('vorsitz.hh'), (tx) =>
      tx.execute(`UPDATE topic_recommendations SET recommendation = 'OPEN' WHERE topic_id = $1`, [topic.id]),
    );
    await expect(change).rejects.toThrow('permission denied');
  });

  it('are seen by whoever sees the topic, and by nobody else', async () => {
    const restricted = { state: 'IN_COMMITTEE', leadCommittee: 'AK5', classification: 'RESTRICTED' } as const;
    const topic = await stage.placeTopic(restricted);
    await done(act('vorsitz.ak5', 'forwardTopicToPreConference', topic, { recommendation: 'OPEN' }));
    expect([(await kept('koordination.he', topic)).length, (await kept('koordination.by', topic)).length]).toEqual([
      1, 0,
    ]);
  });

  it('say so when the secretariat passes a topic on without a committee', async () => {
    const topic = await stage.placeTopic({ state: 'ACCEPTED', leadCommittee: null });
    await done(act('geschaeftsstelle', 'forwardTopicToPreConference', topic, { recommendation: 'OPEN' }));
    expect(await kept('koordination.he', topic)).toMatchObject([{ stage: 'DIRECT', body: null }]);
  });
});

describe('a topic of a committee itself', () => {
  it('goes from the draft of its office to the pre-conference, led by the committee, and can be sent back there', async () => {
    stage.clock.moveTo(new Date('2026-10-01T09:00:00Z'));
    const creation = new CreateTopicHandler(stage.database, topics, new Conferences(), transition, stage.clock);
    const fields = {
      title: 'Mindeststandards Gebäudefunk',
      kind: 'REPORT',
      facts: 'Die Anforderungen unterscheiden sich.',
    };
    const input = { conferenceId: stage.conferenceId, registrantBody: 'AK5', fields: fields as object };
    expect(codesOf(await creation.execute(stage.person('vorsitz.ak2'), input))).toEqual(['NOT_ENTITLED']);
    let topic = await done(creation.execute(stage.person('geschaeftsfuehrung.ak5'), input));
    expect(codesOf(await act('geschaeftsfuehrung.ak5', 'submitTopicRegistration', topic))).toEqual(['NOT_ENTITLED']);
    topic = await done(act('vorsitz.ak5', 'submitTopicRegistration', topic));
    expect(
      codesOf(await act('vorsitz.ak5', 'forwardTopicToPreConference', topic, { recommendation: 'AGREED' })),
    ).toEqual(['NOT_POSSIBLE_IN_STATE']);
    topic = await done(act('geschaeftsstelle', 'acceptTopicRegistration', topic));
    topic = await done(act('vorsitz.ak5', 'forwardTopicToPreConference', topic, { recommendation: 'AGREED' }));
    expect(topic).toMatchObject({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK5', registrant: { body: 'AK5' } });
    expect(await kept('koordination.by', topic)).toMatchObject([{ stage: 'COMMITTEE', body: 'AK5' }]);
    topic = await done(act('vorsitz.hh', 'returnTopicToCommittee', topic, { reason: 'Die Kosten fehlen.' }));
    expect(topic.recommendation).toBeNull();
    topic = await done(act('vorsitz.ak5', 'forwardTopicToPreConference', topic, { recommendation: 'OPEN' }));
    topic = await done(act('vorsitz.hh', 'forwardTopicToMainConference', topic, { recommendation: 'AGREED' }));
    expect((await kept('koordination.by', topic)).map(({ stage: at, recommendation }) => [at, recommendation])).toEqual(
      [
        ['COMMITTEE', 'AGREED'],
        ['COMMITTEE', 'OPEN'],
        ['PRE_CONFERENCE', 'AGREED'],
      ],
    );
  });
});
