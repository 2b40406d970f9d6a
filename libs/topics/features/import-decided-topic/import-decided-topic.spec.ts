import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capacityNames, type Capacity } from '#glossary';
import { SYSTEM } from '#organisation';
import { listHistory, newId } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { aConferenceStage, aTopic, aTopicContext, type ConferenceStage } from '#testing';
import { decide, type AcceptedTopic } from '../../domain/topic-decision.js';
import { TopicRepository } from '../../persistence/topic.repository.js';
import { ImportDecidedTopicHandler, type ImportDecidedTopic } from './import-decided-topic.handler.js';

const decidedAt = new Date('2015-12-04T12:00:00+01:00');

describe('a topic of the archive', () => {
  let stage: ConferenceStage;
  let paper: ImportDecidedTopic;
  const topics = new TopicRepository();

  beforeAll(async () => {
    stage = await aConferenceStage();
    paper = {
      conferenceId: stage.conferenceId,
      registrant: { party: 'NW' },
      fields: { title: 'Aussteigerprogramme', facts: 'Es gibt Angebote.', rationale: 'Die Länder lernen voneinander.' },
      leadCommittee: 'AK2',
      involvedCommittees: ['AK4'],
      outcome: 'ADOPTED',
      decidedAt,
      proposal: { versionId: newId(), textHash: 'a'.repeat(64) },
    };
  });

  afterAll(() => stage.close());

  const take = (more: Partial<ImportDecidedTopic> = {}): Promise<AcceptedTopic | Refused> =>
    stage.database.write(SYSTEM, (tx) =>
      new ImportDecidedTopicHandler(topics, stage.clock).importIn(tx, { ...paper, ...more }),
    );

  const codesOf = (answer: AcceptedTopic | Refused): readonly string[] =>
    answer.ok ? [] : answer.refusals.map(({ code }) => code);

  it('is decided, with the text as adopted, and stands in the history on its day', async () => {
    const answer = await take();
    expect(answer).toMatchObject({
      ok: true,
      topic: { state: 'DECIDED', outcome: 'ADOPTED', frozenVersions: { AS_ADOPTED: paper.proposal?.versionId } },
    });
    const id = answer.ok ? answer.topic.id : '';
    const history = await stage.database.read(SYSTEM, (tx) => listHistory(tx, 'topic', [id]));
    expect(history.get(id)).toMatchObject([
      { event: 'topic.imported', capacity: 'SYSTEM', actorName: 'System', occurredAt: decidedAt },
    ]);
  });

  it('is seen by every Land and by the committees concerned', async () => {
    const answer = await take();
    const id = answer.ok ? answer.topic.id : '';
    for (const mail of ['koordination.by', 'koordination.bund', 'mitglied.ak4', 'geschaeftsstelle']) {
      expect(await stage.database.read(stage.person(mail), (tx) => topics.findTopic(tx, id))).not.toBeNull();
    }
    expect(await stage.database.read(stage.person('mitglied.ak6'), (tx) => topics.findTopic(tx, id))).toBeNull();
  });

  it('is over and complete', async () => {
    expect(codesOf(await take({ decidedAt: new Date(stage.clock.now().getTime() + 1) }))).toEqual(['NOT_YET_DECIDED']);
    expect(codesOf(await take({ proposal: null }))).toEqual(['FIELD_REQUIRED']);
  });

  it.each((Object.keys(capacityNames) as Capacity[]).filter((capacity) => capacity !== 'SYSTEM'))(
    'is not for %s to add',
    (capacity) => {
      const context = aTopicContext([capacity], { input: { outcome: 'ADOPTED', decidedAt } });
      const decision = decide({ ...aTopic(), state: 'NEW' }, 'importDecidedTopic', context);
      expect(decision).toMatchObject({ ok: false, refusals: [{ code: 'NOT_ENTITLED' }] });
    },
  );
});
