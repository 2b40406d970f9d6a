import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences, PapersOfConferences } from '#conferences';
import type { TopicState } from '#glossary';
import { SYSTEM } from '#organisation';
import { appendHistory, listHistory, newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import type { Topic } from '../../domain/topic.js';
import { OpenTopicsOfConference } from '../../persistence/open-topics-of-conference.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { TopicTransitionHandler } from '../../topic-transition.handler.js';
import { MoveTopicsOfCancelledConferenceJob } from './move-topics-of-cancelled-conference.job.js';

describe('the topics of a cancelled conference', () => {
  let stage: ConferenceStage;
  let job: MoveTopicsOfCancelledConferenceJob;
  let spring: string;
  const topics = new TopicRepository();
  const papers = new PapersOfConferences();

  beforeAll(async () => {
    stage = await aConferenceStage();
    const conferences = new Conferences();
    const transition = new TopicTransitionHandler(stage.database, topics, conferences, stage.clock);
    job = new MoveTopicsOfCancelledConferenceJob(conferences, new OpenTopicsOfConference(papers), transition);
    spring = newId();
    await stage.arrange(
      `INSERT INTO conferences
       SELECT (jsonb_populate_record(planned, jsonb_build_object('id', $1::text, 'number', NULL, 'season', 'SPRING',
         'year', 2027, 'starts_on', '2027-06-09', 'ends_on', '2027-06-11'))).*
       FROM conferences AS planned WHERE id = $2`,
      [spring, stage.conferenceId],
    );
  });
  afterAll(() => stage.close());

  const now = async ({ id }: Topic): Promise<Topic | null> =>
    stage.database.read(SYSTEM, (tx) => topics.findTopic(tx, id));

  it.each<[TopicState, TopicState]>([
    ['DRAFT', 'DRAFT'],
    ['SUBMITTED', 'SUBMITTED'],
    ['ACCEPTED', 'ACCEPTED'],
    ['IN_COMMITTEE', 'IN_COMMITTEE'],
    ['IN_PRE_CONFERENCE', 'IN_PRE_CONFERENCE'],
    ['IN_MAIN_CONFERENCE', 'IN_PRE_CONFERENCE'],
  ])('go on at a later one: from %s as %s', async (from, to) => {
    const topic = await stage.placeTopic({ state: from });
    await cancelled();
    expect(await now(topic)).toMatchObject({
      ...{ state: to, conferenceId: spring, previousConferenceIds: [stage.conferenceId] },
    });
    const history = await stage.database.read(SYSTEM, (tx) => listHistory(tx, 'topic', [topic.id]));
    expect(history.get(topic.id)?.at(-1)).toMatchObject({
      ...{ event: 'topic.followedConference', capacity: 'SYSTEM', reason: 'Die Konferenz ist abgesagt: Hochwasser' },
    });
  });

  it.each<TopicState>(['DECIDED', 'WITHDRAWN', 'CONCLUDED', 'IN_WRITTEN_PROCEDURE'])('stay when %s', async (state) => {
    const topic = await stage.placeTopic({ state, ...(state === 'DECIDED' && { outcome: 'NOTED' }) });
    await cancelled();
    expect(await now(topic)).toMatchObject({ state, conferenceId: stage.conferenceId });
  });

  it('are named to who cancels, as far as they can be seen, and those that are voted on stand against it', async () => {
    const draft = await stage.placeTopic({ state: 'DRAFT' });
    const voted = await stage.placeTopic({ state: 'IN_MAIN_CONFERENCE', openBallotId: newId() });
    const found = await stage.database.read(SYSTEM, (tx) => papers.of(tx, stage.conferenceId));
    expect(found.map(({ id, movesOn }) => [id, movesOn])).toEqual([
      [draft.id, true],
      [voted.id, false],
    ]);
    const seen = await stage.database.read(stage.person('technik'), (tx) => papers.of(tx, stage.conferenceId));
    expect(seen).toEqual([]);
    await cancelled();
    expect(await now(voted)).toMatchObject({ conferenceId: stage.conferenceId });
  });

  async function cancelled(): Promise<void> {
    await stage.arrange(`UPDATE conferences SET state = 'CANCELLED', successor_id = $2 WHERE id = $1`, [
      stage.conferenceId,
      spring,
    ]);
    const occurredAt = stage.clock.now();
    const record = { recordKind: 'conference', recordId: stage.conferenceId, data: {}, occurredAt };
    const entry = {
      ...record,
      type: 'conference.cancelled',
      actorName: 'Kim',
      capacity: 'CHAIR',
      reason: 'Hochwasser',
    };
    await stage.database.write(SYSTEM, (tx) => appendHistory(tx, [0], [entry]));
    const [message] = await stage.arrange<{ id: string }>(
      `SELECT id FROM outbox WHERE event = 'conference.cancelled' ORDER BY id DESC LIMIT 1`,
    );
    const told = { ...record, id: message?.id ?? '', event: 'conference.cancelled' };
    await stage.database.write(SYSTEM, (tx) => job.run(tx, { ...told, actorPersonId: null, requestId: null }));
  }
});
