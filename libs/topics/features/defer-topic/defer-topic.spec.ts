import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { SYSTEM } from '#organisation';
import { listHistory, newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { TopicAction } from '../../domain/topic-lifecycle.js';
import type { Topic, TopicActionInput } from '../../domain/topic.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { TopicListQuery } from '../list-topics/topic-list.query.js';

let stage: ConferenceStage;
let transition: TopicTransitionHandler;
let spring: string;
let past: string;
const topics = new TopicRepository();

beforeAll(async () => {
  stage = await aConferenceStage();
  transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  spring = await aConference('2027-06-09');
  past = await aConference('2026-06-10');
});
afterAll(() => stage.close());

async function aConference(startsOn: string): Promise<string> {
  const id = newId();
  await stage.arrange(
    `INSERT INTO conferences
     SELECT (jsonb_populate_record(planned, jsonb_build_object('id', $1::text, 'number', NULL, 'season', 'SPRING',
       'year', extract(year FROM $2::date), 'starts_on', $2::date, 'ends_on', $2::date + 2))).*
     FROM conferences AS planned WHERE id = $3`,
    [id, startsOn, stage.conferenceId],
  );
  return id;
}

type Asked = { readonly codes: readonly string[]; readonly topic: Topic | null };

async function act(who: string, action: TopicAction, topic: Topic, input: TopicActionInput = {}): Promise<Asked> {
  const actor = who === 'system' ? SYSTEM : stage.person(who);
  const answer = await transition.execute(actor, {
    topicId: topic.id,
    expectedRevision: topic.revision,
    action,
    input,
  });
  return answer.ok
    ? { codes: [], topic: answer.topic }
    : { codes: answer.refusals.map(({ code }) => code), topic: null };
}

const reason = 'Der Bericht liegt noch nicht vor.';
const defer = (topic: Topic, input: TopicActionInput, who = 'vorsitz.hh') => act(who, 'deferTopic', topic, input);
const listed = async (conferenceId: string, topicId: string): Promise<boolean> => {
  const { nodes } = await new TopicListQuery(stage.database).execute(stage.person('geschaeftsstelle'), {
    first: 100,
    sort: 'UPDATED_DESC',
    filter: { conferenceId },
  });
  return nodes.some(({ id }) => id === topicId);
};

describe('deferring a topic', () => {
  it('moves it to the later conference with its identity, history and texts, and both conferences list it', async () => {
    const topic = await stage.placeTopic({
      state: 'IN_MAIN_CONFERENCE',
      recommendation: 'AGREED',
      frozenVersions: { COMMITTEE_ADOPTED: 'v1', PRE_CONFERENCE: 'v2', FINAL: 'v2' },
    });
    const { topic: deferred } = await defer(topic, { targetConferenceId: spring, reason });
    expect(deferred).toMatchObject({
      id: topic.id,
      state: 'IN_PRE_CONFERENCE',
      conferenceId: spring,
      previousConferenceIds: [stage.conferenceId],
      proposalVersionId: topic.proposalVersionId,
      recommendation: null,
    });
    expect(deferred?.frozenVersions).toEqual({ COMMITTEE_ADOPTED: 'v1' });
    expect([await listed(spring, topic.id), await listed(stage.conferenceId, topic.id)]).toEqual([true, true]);
    const history = await stage.database.read(SYSTEM, (tx) => listHistory(tx, 'topic', [topic.id]));
    expect(history.get(topic.id)?.find(({ event }) => event === 'topic.deferred')).toMatchObject({
      capacity: 'CHAIR',
      reason,
      data: { conferenceId: spring, previousConferenceId: stage.conferenceId },
    });
  });

  it('is refused to an earlier, a past, the same and an unknown conference, and without a reason', async () => {
    const topic = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE' });
    for (const targetConferenceId of [past, stage.conferenceId]) {
      expect((await defer(topic, { targetConferenceId, reason })).codes).toEqual(['CONFERENCE_NOT_LATER']);
    }
    for (const targetConferenceId of [newId(), 'keine']) {
      expect((await defer(topic, { targetConferenceId, reason })).codes).toEqual(['CONFERENCE_UNKNOWN']);
    }
    expect((await defer(topic, { targetConferenceId: spring, reason: ' ' })).codes).toEqual(['REASON_REQUIRED']);
    expect((await defer(topic, {})).codes).toEqual(['REASON_REQUIRED', 'CONFERENCE_UNKNOWN']);
  });

  it('is for the chair alone, and not while a ballot is open', async () => {
    const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE' });
    const input = { targetConferenceId: spring, reason };
    for (const who of ['geschaeftsstelle', 'koordination.he', 'vorsitz.ak5']) {
      expect((await defer(topic, input, who)).codes).toEqual(['NOT_ENTITLED']);
    }
    const voting = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE', openBallotId: newId() });
    expect((await defer(voting, input)).codes).toEqual(['BALLOT_OPEN']);
  });

  it('happens once when asked for twice at once', async () => {
    const topic = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE' });
    const input = { targetConferenceId: spring, reason };
    const answers = await Promise.all([defer(topic, input), defer(topic, input)]);
    expect(answers.map(({ codes }) => codes.join()).sort()).toEqual(['', 'CHANGED_MEANWHILE']);
  });
});

describe('a topic in a written procedure', () => {
  const moved = async (): Promise<Topic> => {
    const topic = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE' });
    const { topic: next } = await act('vorsitz.hh', 'moveTopicToWrittenProcedure', topic);
    if (next === null) throw new Error('The topic was not moved');
    return next;
  };

  it('goes there by the chair with its text frozen, which nobody revises while it is voted on', async () => {
    const topic = await moved();
    expect(topic).toMatchObject({
      state: 'IN_WRITTEN_PROCEDURE',
      frozenVersions: { FINAL: topic.proposalVersionId },
    });
    await stage.arrange('UPDATE topics SET open_ballot_id = $2 WHERE id = $1', [topic.id, newId()]);
    const proposal = { versionId: newId(), textHash: 'b'.repeat(64) };
    for (const who of ['vorsitz.hh', 'geschaeftsstelle']) {
      expect((await act(who, 'reviseProposal', topic, { proposal })).codes).toEqual(['BALLOT_OPEN']);
    }
    for (const who of ['koordination.he', 'system']) {
      expect((await act(who, 'reviseProposal', topic, { proposal })).codes).toEqual(['NOT_ENTITLED']);
    }
  });

  it('needs a text, and is nothing for a fireside talk', async () => {
    const bare = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE', kind: 'DISCUSSION', proposalVersionId: null });
    expect((await act('vorsitz.hh', 'moveTopicToWrittenProcedure', bare)).codes).toEqual(['PROPOSAL_MISSING']);
    const talk = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE', kind: 'FIRESIDE' });
    expect((await act('vorsitz.hh', 'moveTopicToWrittenProcedure', talk)).codes).toEqual(['FIRESIDE_HAS_NO_TEXT']);
  });

  it('is decided there by the system as by the chair, with the adopted text frozen', async () => {
    for (const who of ['system', 'vorsitz.hh']) {
      const topic = await moved();
      const { topic: decided } = await act(who, 'recordTopicOutcome', topic, { outcome: 'ADOPTED' });
      expect(decided).toMatchObject({
        state: 'DECIDED',
        outcome: 'ADOPTED',
        frozenVersions: { AS_ADOPTED: topic.proposalVersionId },
      });
    }
    expect((await act('geschaeftsstelle', 'recordTopicOutcome', await moved(), { outcome: 'NOTED' })).codes).toEqual([
      'NOT_ENTITLED',
    ]);
  });

  it('comes back to its conference, or to another one ahead, and to none that is over', async () => {
    expect((await act('system', 'returnFromWrittenProcedure', await moved())).topic).toMatchObject({
      state: 'IN_MAIN_CONFERENCE',
      conferenceId: stage.conferenceId,
      previousConferenceIds: [],
    });
    const target = { targetConferenceId: spring };
    expect((await act('vorsitz.hh', 'returnFromWrittenProcedure', await moved(), target)).topic).toMatchObject({
      conferenceId: spring,
      previousConferenceIds: [stage.conferenceId],
      recommendation: null,
    });
    const over = { targetConferenceId: past };
    expect((await act('vorsitz.hh', 'returnFromWrittenProcedure', await moved(), over)).codes).toEqual([
      'CONFERENCE_OVER',
    ]);
  });
});

describe('concluding a topic in its committee', () => {
  it('ends it there by the committee chair, with what was concluded', async () => {
    const topic = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
    expect((await act('vorsitz.ak5', 'concludeTopicInCommittee', topic)).codes).toEqual(['REASON_REQUIRED']);
    for (const who of ['geschaeftsfuehrung.ak5', 'geschaeftsstelle', 'vorsitz.hh']) {
      expect((await act(who, 'concludeTopicInCommittee', topic, { reason })).codes).toEqual(['NOT_ENTITLED']);
    }
    const { topic: concluded } = await act('vorsitz.ak5', 'concludeTopicInCommittee', topic, { reason });
    expect(concluded).toMatchObject({ state: 'CONCLUDED', outcome: null });
    if (concluded === null) throw new Error('The topic was not concluded');
    for (const action of ['forwardTopicToPreConference', 'withdrawTopic', 'reviseProposal'] as const) {
      expect((await act('vorsitz.ak5', action, concluded, { reason })).codes).toEqual(['NOT_POSSIBLE_IN_STATE']);
    }
  });
});
