import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaEntities } from '#agendas';
import { Conferences } from '#conferences';
import { decisionEntities } from '#decisions';
import { SYSTEM } from '#organisation';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { anAdoptedResolution, type AdoptedResolution } from '#testing/agendas';
import {
  OpenFollowUpTopicHandler,
  PrecedentRepository,
  TopicRepository,
  TopicTransitionHandler,
  type Topic,
} from '#topics';
import { FollowUpTransitionHandler } from '../../follow-up-transition.handler.js';
import { followUpEntities } from '../../index.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';
import { Origins } from '../../persistence/origins.js';
import { CompleteFollowUpOfDecidedTopicJob } from '../complete-follow-up/complete-follow-up-of-decided-topic.job.js';
import { CreateFollowUpHandler } from '../create-follow-up/create-follow-up.handler.js';
import { FollowUpTopics } from './follow-up-topics.js';
import { ReturnFollowUpsAsTopicsJob } from './return-follow-ups-as-topics.job.js';

let stage: ConferenceStage;
let adopted: AdoptedResolution;
let creating: CreateFollowUpHandler;
let transition: FollowUpTransitionHandler;
const followUps = new FollowUps();
const topics = new TopicRepository();

const aJob = (): ReturnFollowUpsAsTopicsJob => {
  const { database, clock } = stage;
  const conferences = new Conferences();
  const opening = new OpenFollowUpTopicHandler(
    topics,
    new PrecedentRepository(),
    new TopicTransitionHandler(database, topics, conferences, clock),
    clock,
  );
  const making = new FollowUpTopics(followUps, new Origins(), conferences, topics, opening);
  return new ReturnFollowUpsAsTopicsJob(database, making, transition);
};

beforeAll(async () => {
  stage = await aConferenceStage([...agendaEntities, ...decisionEntities, ...followUpEntities]);
  const { database, clock } = stage;
  transition = new FollowUpTransitionHandler(database, followUps, new Origins(), clock);
  creating = new CreateFollowUpHandler(database, followUps, new Origins(), transition, clock);
  adopted = await anAdoptedResolution(stage);
});

afterAll(() => stage?.close());

async function asks(addressee: string, year: number): Promise<string> {
  const answer = await creating.execute(stage.person('geschaeftsstelle'), {
    resolutionId: adopted.resolutionId,
    clauseId: adopted.clauseIds[1],
    kind: addressee === 'ALL_LAENDER' ? 'IMPLEMENTATION' : 'REPORT',
    task: 'Bericht über die Warnmittel',
    addressee,
    due: { kind: 'CONFERENCE', season: 'SPRING', year },
    repeatsId: null,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.followUp.id;
}

/** The same conference of ministers meets again. */
async function planSpring(year: number, chair: string): Promise<string> {
  const id = newId();
  await stage.arrange(
    `INSERT INTO conferences
     SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text, 'number', NULL, 'season', 'SPRING',
       'year', $3::int, 'starts_on', $3::text || '-06-09', 'ends_on', $3::text || '-06-11', 'chair_code', $4::text))).*
     FROM conferences WHERE id = $1`,
    [stage.conferenceId, id, year, chair],
  );
  return id;
}

async function topicsOf(conferenceId: string): Promise<readonly Topic[]> {
  const rows = await stage.arrange<{ id: string }>('SELECT id FROM topics WHERE conference_id = $1 ORDER BY id', [
    conferenceId,
  ]);
  const ids = rows.map(({ id }) => id);
  return [...(await stage.database.read(SYSTEM, (tx) => topics.listTopicsByIds(tx, ids))).values()];
}

describe('A follow-up due at a conference', () => {
  it('waits while the conference is not planned, and then comes back once, whoever looks how often', async () => {
    await asks('AK5', 2027);
    await aJob().run();
    const conferenceId = await planSpring(2027, 'HE');
    await Promise.all([aJob().run(), aJob().run()]);
    await aJob().run();
    const found = await topicsOf(conferenceId);
    expect(found).toMatchObject([
      {
        state: 'ACCEPTED',
        kind: 'REPORT',
        title: `Bericht: ${adopted.topic.title}`,
        registrant: { body: 'AK5' },
        classification: adopted.topic.classification,
      },
    ]);
    expect(found[0]?.facts).toContain('TOP 12, Ziffer 2: „Sie bittet den AK V, erneut zu berichten.“');
    const history = await stage.arrange<{ event: string }>(
      `SELECT event FROM history WHERE record_kind = 'topic' AND record_id = $1`,
      [found[0]?.id],
    );
    expect(history).toEqual([{ event: 'topic.openedByFollowUp' }]);
    const cited = await stage.arrange('SELECT kind, resolution_of FROM topic_precedents WHERE topic_id = $1', [
      found[0]?.id,
    ]);
    expect(cited).toEqual([{ kind: 'RESOLUTION', resolution_of: adopted.topic.id }]);
  });

  it('is registered by the Land that holds the chair then, when the chair or all Länder were asked', async () => {
    await asks('CHAIR', 2028);
    await asks('ALL_LAENDER', 2028);
    await asks('BUND', 2028);
    const conferenceId = await planSpring(2028, 'MV');
    await aJob().run();
    const registrants = (await topicsOf(conferenceId)).map(({ registrant }) => registrant.party);
    expect(registrants.sort()).toEqual(['BUND', 'MV', 'MV']);
  });

  it('is done when its topic is decided and the report was there, and stays open without one', async () => {
    const reported = await asks('AK5', 2029);
    const silent = await asks('AK2', 2029);
    const conferenceId = await planSpring(2029, 'NI');
    await aJob().run();
    const report = { followUpId: reported, expectedRevision: 2, action: 'submitFollowUpReport' } as const;
    await transition.execute(stage.person('vorsitz.ak5'), { ...report, input: { report: 'Der Bericht.' } });
    const complete = new CompleteFollowUpOfDecidedTopicJob(followUps, transition);
    for (const { id } of await topicsOf(conferenceId)) {
      const about = { event: 'topic.decided', recordKind: 'topic', recordId: id, data: {} };
      const message = { id: newId(), ...about, actorPersonId: null, requestId: null };
      await stage.database.write(SYSTEM, (tx) => complete.run(tx, { ...message, occurredAt: stage.clock.now() }));
    }
    const states = await stage.database.read(SYSTEM, (tx) => followUps.followUpsByIds(tx, [reported, silent]));
    expect([states.get(reported)?.state, states.get(silent)?.state]).toEqual(['DONE', 'OPEN']);
  });

  it('is not held up by one that is broken', async () => {
    const broken = await asks('AK5', 2031);
    const another = await anAdoptedResolution(stage);
    await stage.arrange(
      `SET LOCAL session_replication_role = replica;
       UPDATE follow_ups SET resolution_id = '${another.resolutionId}' WHERE id = '${broken}';
       UPDATE resolutions SET clauses = '{}' WHERE id = '${another.resolutionId}'`,
    );
    await asks('AK2', 2031);
    const conferenceId = await planSpring(2031, 'NI');
    await expect(aJob().run()).rejects.toThrow(`1 of 2 records could not be done: ${broken}`);
    expect((await topicsOf(conferenceId)).map(({ registrant }) => registrant.body)).toEqual(['AK2']);
  });

  it('comes back at the conference that takes the place of a cancelled one', async () => {
    await asks('AK5', 2032);
    const cancelled = await planSpring(2032, 'NI');
    await stage.arrange(`UPDATE conferences SET state = 'CANCELLED' WHERE id = $1`, [cancelled]);
    const planned = await planSpring(2032, 'NI');
    await aJob()
      .run()
      .catch(() => undefined);
    expect([(await topicsOf(cancelled)).length, (await topicsOf(planned)).length]).toEqual([0, 1]);
  });
});
