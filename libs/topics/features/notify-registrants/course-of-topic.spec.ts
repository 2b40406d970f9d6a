import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Notifications } from '#notifications';
import { Offices, SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import type { EventJobHandler, OutboxMessage } from '#platform/jobs';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { Topic } from '../../domain/topic.js';
import { RegistrantOffices } from '../../persistence/registrant-offices.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { NotifyCommitteeOfAssignmentJob } from '../assign-topic-to-committee/notify-committee-of-assignment.job.js';
import { NotifyRegistrantsOfMergeProposalJob } from '../propose-merge/notify-registrants-of-merge-proposal.job.js';
import { NotifySecretariatOfRegistrationJob } from '../submit-topic-registration/notify-secretariat-of-registration.job.js';
import { NotifyRegistrantsOfCourseJob } from './notify-registrants-of-course.job.js';

let stage: ConferenceStage;
let course: NotifyRegistrantsOfCourseJob;
let merge: NotifyRegistrantsOfMergeProposalJob;
let committee: NotifyCommitteeOfAssignmentJob;
let registration: NotifySecretariatOfRegistrationJob;

beforeAll(async () => {
  stage = await aConferenceStage();
  const topics = new TopicRepository();
  const offices = new Offices(stage.clock);
  const registrants = new RegistrantOffices(topics, offices);
  const notifications = new Notifications(stage.clock);
  course = new NotifyRegistrantsOfCourseJob(registrants, notifications);
  merge = new NotifyRegistrantsOfMergeProposalJob(registrants, notifications);
  committee = new NotifyCommitteeOfAssignmentJob(topics, offices, notifications);
  registration = new NotifySecretariatOfRegistrationJob(topics, offices, notifications);
});

afterAll(() => stage?.close());

/** Runs the job twice for one event; answers who is told of what. */
async function told(job: EventJobHandler, event: string, topic: Topic, data: object = {}): Promise<readonly string[]> {
  const id = newId();
  const at = { occurredAt: stage.clock.now(), actorPersonId: null, requestId: null };
  const message: OutboxMessage = { id, event, recordKind: 'topic', recordId: topic.id, data: { ...data }, ...at };
  for (const _turn of [1, 2]) await stage.database.write(SYSTEM, (tx) => job.run(tx, message));
  const rows = await stage.arrange<{ line: string }>(
    `SELECT kind || ' ' || split_part(mail::text, '@', 1) AS line
     FROM notifications JOIN people ON people.id = recipient_id WHERE message_id = $1 ORDER BY 1`,
    [id],
  );
  return rows.map(({ line }) => line);
}

describe('Whoever registered a topic', () => {
  const registered = { coRegistrants: ['BUND', 'BY'], state: 'IN_COMMITTEE', leadCommittee: 'AK2' } as const;
  const all = (kind: string): readonly string[] => ['bund', 'by', 'he'].map((party) => `${kind} koordination.${party}`);

  it.each([
    ['topic.returnedToCommittee', { from: 'IN_MAIN_CONFERENCE' }, 'topic-referred-back'],
    ['topic.absorbed', {}, 'topic-merged'],
    ['topic.decided', { from: 'IN_MAIN_CONFERENCE', outcome: 'NOT_ADOPTED' }, 'topic-decided'],
    ['topic.decided', { from: 'IN_MAIN_CONFERENCE', outcome: 'NO_RESOLUTION' }, 'topic-decided'],
    ['topic.decided', { from: 'IN_MAIN_CONFERENCE', outcome: 'REMOVED' }, 'topic-decided'],
  ])('hears of %s with %j', async (event, data, kind) => {
    expect(await told(course, event, await stage.placeTopic(registered), data)).toEqual(all(kind));
  });

  it.each([
    { from: 'IN_MAIN_CONFERENCE', outcome: 'ADOPTED' },
    { from: 'IN_MAIN_CONFERENCE', outcome: 'ADOPTED_AMENDED' },
    { from: 'IN_WRITTEN_PROCEDURE', outcome: 'NOT_ADOPTED' },
  ])('hears of an end that all are told of once: %j', async (data) => {
    expect(await told(course, 'topic.decided', await stage.placeTopic(registered), data)).toEqual([]);
  });

  it.each([
    ['topicMerge.proposed', 'merge-proposed'],
    ['topicMerge.declined', 'merge-ended'],
    ['topicMerge.cancelled', 'merge-ended'],
  ])('is asked to merge it, and hears when there is nothing to answer any more: %s', async (event, kind) => {
    const [one, other] = [await stage.placeTopic(), await stage.placeTopic({ registrant: { body: 'AK5' } })];
    const lines = await told(merge, event, one, { topicId: one.id, survivorId: other.id });
    expect(lines).toEqual(['geschaeftsfuehrung.ak5', 'koordination.he', 'vorsitz.ak5'].map((who) => `${kind} ${who}`));
  });
});

describe('The committee that leads', () => {
  it('hears what an involved one thinks', async () => {
    const topic = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5', involvedCommittees: ['AK2'] });
    const lines = ['geschaeftsfuehrung.ak5', 'vorsitz.ak5'].map((who) => `committee-opinion-given ${who}`);
    expect(await told(committee, 'topic.opinionGiven', topic)).toEqual(lines);
  });
});

describe('What came late', () => {
  const late = { state: 'SUBMITTED', acceptedAt: null, isLate: true } as const;
  const registered = 'topic-registered geschaeftsstelle';

  it('is laid before whoever chairs, and goes on when they have consented', async () => {
    const topic = await stage.placeTopic(late);
    const lines = ['late-topic-registered vorsitz.hh', registered];
    expect(await told(registration, 'topic.submitted', topic)).toEqual(lines);
    const consented = 'late-topic-consented geschaeftsstelle';
    expect(await told(registration, 'topic.lateConsented', topic)).toEqual([consented]);
  });

  it('is not laid before them twice, and nothing else is', async () => {
    const again = await stage.placeTopic({ ...late, chairConsentedAt: stage.clock.now() });
    expect(await told(registration, 'topic.submitted', again)).toEqual([registered]);
    expect(await told(registration, 'topic.submitted', await stage.placeTopic({ ...late, isLate: false }))).toEqual([
      registered,
    ]);
  });
});
