import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { SYSTEM } from '#organisation';
import { listHistory, newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { Topic } from '../../domain/topic.js';
import type { TopicMerge } from '../../domain/merge.js';
import { MergeTransitionHandler, type MergeAnswer, type MergeTransition } from '../../merge-transition.handler.js';
import { MergeRepository } from '../../persistence/merge.repository.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';

let stage: ConferenceStage;
let handler: MergeTransitionHandler;
const topics = new TopicRepository();
const merges = new MergeRepository();
const reason = 'Beide behandeln den Warntag.';

beforeAll(async () => {
  stage = await aConferenceStage();
  const transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  handler = new MergeTransitionHandler(stage.database, topics, merges, transition, stage.clock);
});
afterAll(() => stage.close());

interface Pair {
  readonly topic: Topic;
  readonly survivor: Topic;
}

async function twoTopics(given: Partial<Topic> = {}): Promise<Pair> {
  const topic = await stage.placeTopic({ coRegistrants: ['BE'], involvedCommittees: ['AK2'], ...given });
  const survivor = await stage.placeTopic({ registrant: { party: 'BY' }, leadCommittee: 'AK1' });
  return { topic, survivor };
}

const propose = ({ topic, survivor }: Pair, who = 'geschaeftsstelle') =>
  handler.propose(stage.person(who), { topicId: topic.id, survivorId: survivor.id, reason });
const act = (who: string, { id, revision }: TopicMerge, action: MergeTransition['action']) =>
  handler.execute(stage.person(who), { mergeId: id, expectedRevision: revision, action, reason });
const codesOf = (answer: MergeAnswer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));

function merged(answer: MergeAnswer): TopicMerge {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.merge;
}

async function consented(pair: Pair): Promise<TopicMerge> {
  const first = merged(await act('koordination.he', merged(await propose(pair)), 'consentToMerge'));
  return merged(await act('koordination.by', first, 'consentToMerge'));
}

const topicNow = ({ id }: Topic) => stage.database.read(SYSTEM, (tx) => topics.findTopic(tx, id));

describe('merging two topics', () => {
  it('ends one in the other once both registrants have consented; its registrants go on with the survivor', async () => {
    const pair = await twoTopics();
    const done = merged(await act('geschaeftsstelle', await consented(pair), 'mergeTopic'));
    expect(done.state).toBe('MERGED');
    expect(await topicNow(pair.topic)).toMatchObject({ state: 'MERGED', mergedIntoId: pair.survivor.id });
    expect(await topicNow(pair.survivor)).toMatchObject({
      state: pair.survivor.state,
      coRegistrants: ['HE', 'BE'],
      leadCommittee: 'AK1',
      involvedCommittees: ['AK5', 'AK2'],
    });
    const history = await stage.database.read(SYSTEM, (tx) =>
      listHistory(tx, 'topic', [pair.topic.id, pair.survivor.id]),
    );
    const eventsOf = ({ id }: Topic) => history.get(id)?.map(({ event }) => event);
    expect(eventsOf(pair.topic)).toEqual(['topic.created', 'topic.mergeProposed', 'topic.merged']);
    expect(eventsOf(pair.survivor)).toEqual(['topic.created', 'topic.absorbed']);
  });

  it('is refused while a consent is missing, and changes nothing', async () => {
    const pair = await twoTopics();
    const first = merged(await act('koordination.he', merged(await propose(pair)), 'consentToMerge'));
    expect(codesOf(await act('geschaeftsstelle', first, 'mergeTopic'))).toEqual(['CONSENT_MISSING']);
    expect((await topicNow(pair.topic))?.state).toBe('IN_PRE_CONFERENCE');
  });

  it('is undone as a whole when a topic can no longer be merged', async () => {
    const pair = await twoTopics();
    const merge = await consented(pair);
    await stage.arrange('UPDATE topics SET open_ballot_id = $2 WHERE id = $1', [pair.survivor.id, newId()]);
    expect(codesOf(await act('geschaeftsstelle', merge, 'mergeTopic'))).toEqual(['NOT_MERGEABLE']);
    expect((await topicNow(pair.topic))?.state).toBe('IN_PRE_CONFERENCE');
  });

  it('ends with the refusal of either registrant', async () => {
    const merge = merged(await propose(await twoTopics()));
    const declined = merged(await act('koordination.by', merge, 'declineMerge'));
    expect(declined.state).toBe('DECLINED');
    expect(codesOf(await act('geschaeftsstelle', declined, 'mergeTopic'))).toEqual(['NOT_POSSIBLE_IN_STATE']);
  });

  it('lets nobody else propose, consent or merge, and hides the agreement from third parties', async () => {
    const pair = await twoTopics();
    for (const who of ['koordination.he', 'vorsitz.hh']) {
      expect(codesOf(await propose(pair, who))).toEqual(['NOT_ENTITLED']);
    }
    expect(codesOf(await propose(pair, 'vorsitz.ak5'))).toEqual(['NOT_FOUND']);
    const merge = merged(await propose(pair));
    expect(codesOf(await act('koordination.sn', merge, 'consentToMerge'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await act('geschaeftsstelle', merge, 'consentToMerge'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await act('fachreferat.he', merge, 'consentToMerge'))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await act('koordination.he', { ...merge, id: newId() }, 'consentToMerge'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await act('koordination.he', { ...merge, id: 'nichts' }, 'consentToMerge'))).toEqual(['NOT_FOUND']);
  });

  it('is proposed only where both registrants can read both topics', async () => {
    const pair = await twoTopics({ classification: 'RESTRICTED' });
    expect(codesOf(await propose(pair))).toEqual(['NOT_READABLE_BY_BOTH']);
  });

  it('is proposed once of two who propose at the same time', async () => {
    const pair = await twoTopics();
    const crosswise = { topic: pair.survivor, survivor: pair.topic };
    const answers = await Promise.all([propose(pair), propose(crosswise)]);
    expect(answers.map((answer) => codesOf(answer).join()).sort()).toEqual(['', 'MERGE_ALREADY_PROPOSED']);
  });

  it('is consented to once when clicked twice at once', async () => {
    const merge = merged(await propose(await twoTopics()));
    const answers = await Promise.all([1, 2].map(() => act('koordination.he', merge, 'consentToMerge')));
    expect(answers.map((answer) => codesOf(answer).join()).sort()).toEqual(['', 'CHANGED_MEANWHILE']);
  });
});
