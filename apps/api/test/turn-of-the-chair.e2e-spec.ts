import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';

let stage: ApiStage;

beforeAll(async () => {
  stage = await anApiStage();
});

afterAll(async () => {
  await stage?.close();
});

/** The last second of the year in Berlin, the first instant of the next, and a second after it. */
const instants = {
  before: new Date('2026-12-31T22:59:59Z'),
  after: new Date('2026-12-31T23:00:00Z'),
  later: new Date('2026-12-31T23:00:01Z'),
};

/** What becomes of an act of the chair when the chair of this Land tries it at this instant, as a signed-in person. */
async function returnTopicAs(mail: string, instant: Date): Promise<readonly string[]> {
  stage.clock.moveTo(instant);
  const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK5' });
  const input = { topicId: topic.id, expectedRevision: topic.revision, reason: 'Der Text ist noch offen.' };
  return (await (await stage.as(mail)).mutate('returnTopicToCommittee', input)).refused;
}

async function hatsOf(mail: string, instant: Date): Promise<readonly string[]> {
  stage.clock.moveTo(instant);
  const { data } = await (await stage.as(mail)).graphql('{ viewer { capacities { label } } }');
  return data.viewer.capacities.map(({ label }: { label: string }) => label);
}

describe('On 1 January at 00:00 in Berlin', () => {
  it('the old chair has acted for the last time a second before', async () => {
    expect(await returnTopicAs('vorsitz.hh', instants.before)).toEqual([]);
    expect(await returnTopicAs('vorsitz.hh', instants.after)).toEqual(['NOT_FOUND']);
  });

  it('the new chair acts for the first time, and not a second earlier', async () => {
    expect(await returnTopicAs('vorsitz.he', instants.before)).toEqual(['NOT_FOUND']);
    expect(await returnTopicAs('vorsitz.he', instants.after)).toEqual([]);
  });

  it('the hat is on the other head, and a coordinator keeps the own', async () => {
    expect(await hatsOf('vorsitz.hh', instants.before)).toEqual(['Vorsitz Hamburg']);
    expect(await hatsOf('vorsitz.hh', instants.after)).toEqual([]);
    expect(await hatsOf('vorsitz.he', instants.after)).toEqual(['Vorsitz Hessen']);
    expect(await hatsOf('koordination.hh', instants.after)).toEqual(['Koordination Hamburg']);
  });

  it('the hat under which an act would be recorded is told before', async () => {
    stage.clock.moveTo(instants.after);
    const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK5' });
    const query = 'query ($id: ID!) { topic(id: $id) { availableActions { action available capacity } } }';
    const { data } = await (await stage.as('vorsitz.he')).graphql(query, { id: topic.id });
    expect(data.topic.availableActions).toContainEqual({
      action: 'returnTopicToCommittee',
      available: true,
      capacity: 'Vorsitz',
    });
  });

  it('who signed in before keeps the session, and the rights go all the same', async () => {
    stage.clock.moveTo(instants.before);
    const [hamburg, hessen] = [await stage.as('vorsitz.hh'), await stage.as('vorsitz.he')];
    const returned = async (caller: typeof hamburg, instant: Date): Promise<readonly string[]> => {
      stage.clock.moveTo(instant);
      const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', leadCommittee: 'AK5' });
      const input = { topicId: topic.id, expectedRevision: topic.revision, reason: 'Der Text ist noch offen.' };
      return (await caller.mutate('returnTopicToCommittee', input)).refused;
    };
    const answers: unknown[] = [];
    for (const instant of [instants.before, instants.after, instants.later]) {
      answers.push([await returned(hamburg, instant), await returned(hessen, instant)]);
    }
    expect(answers).toEqual([
      [[], ['NOT_FOUND']],
      [['NOT_FOUND'], []],
      [['NOT_FOUND'], []],
    ]);
  });

  it('who stands in for the chair has the hat exactly while the Land holds it', async () => {
    stage.clock.moveTo(new Date('2026-12-01T09:00:00Z'));
    const secretariat = await stage.as('geschaeftsstelle');
    for (const land of ['hh', 'he']) {
      const id = stage.person(`vorsitz.${land}`).personId;
      const query = 'query ($id: ID!) { person(id: $id) { assignments { id revision } } }';
      const { data } = await secretariat.graphql(query, { id });
      const [{ id: assignmentId, revision: expectedRevision }] = data.person.assignments;
      const personId = stage.person(`fachreferat.${land}`).personId;
      const input = { assignmentId, expectedRevision, personId, on: '2026-12-01', until: '2027-06-30' };
      expect((await secretariat.mutate('appointDeputy', input)).refused).toEqual([]);
    }
    const hats = [];
    for (const instant of [instants.before, instants.after, instants.later]) {
      hats.push([await hatsOf('fachreferat.hh', instant), await hatsOf('fachreferat.he', instant)]);
    }
    const [hamburg, hessen] = ['Fachreferat Hamburg', 'Fachreferat Hessen'];
    expect(hats).toEqual([
      [['Vorsitz Hamburg', hamburg], [hessen]],
      [[hamburg], ['Vorsitz Hessen', hessen]],
      [[hamburg], ['Vorsitz Hessen', hessen]],
    ]);
  });

  it('what was begun a second before is read to its end as it was begun, and nothing after it', async () => {
    stage.clock.moveTo(instants.before);
    const topic = await stage.placeTopic({ state: 'IN_PRE_CONFERENCE', classification: 'RESTRICTED' });
    await stage.arrange('UPDATE topics SET audience = $2 WHERE id = $1', [topic.id, [0, 202]]);
    const seenBy = async (mail: string): Promise<number> => {
      const { data } = await (await stage.as(mail)).graphql('{ topics(first: 200) { nodes { id } } }');
      return data.topics.nodes.filter(({ id }: { id: string }) => id === topic.id).length;
    };
    const chair = stage.person('vorsitz.hh');
    await stage.database.read(chair, async (tx) => {
      expect(await tx.query('SELECT FROM topics WHERE id = $1', [topic.id])).toHaveLength(1);
      stage.clock.moveTo(instants.after);
      expect([await seenBy('vorsitz.hh'), await seenBy('vorsitz.he')]).toEqual([0, 1]);
      expect(await tx.query('SELECT FROM topics WHERE id = $1', [topic.id])).toHaveLength(1);
    });
  });
});
