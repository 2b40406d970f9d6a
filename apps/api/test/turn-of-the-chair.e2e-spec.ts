import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApiStage, type ApiStage } from './api-stage.js';

let stage: ApiStage;

beforeAll(async () => {
  stage = await anApiStage();
});

afterAll(async () => {
  await stage?.close();
});

/** The last second of the year in Berlin, and the first of the next. */
const instants = { before: new Date('2026-12-31T22:59:59Z'), after: new Date('2026-12-31T23:00:00Z') };

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
});
