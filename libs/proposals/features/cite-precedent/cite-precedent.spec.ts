import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { PrecedentsOfTopicResolver } from '../show-precedents/precedents-of-topic.resolver.js';
import { CitePrecedentHandler } from './cite-precedent.handler.js';

let stage: ConferenceStage;
let handler: CitePrecedentHandler;
let transition: TopicTransitionHandler;
let shown: PrecedentsOfTopicResolver;

beforeAll(async () => {
  stage = await aConferenceStage();
  const [topics, proposals] = [new TopicRepository(), new ProposalRepository()];
  transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  handler = new CitePrecedentHandler(stage.database, topics, proposals, transition);
  shown = new PrecedentsOfTopicResolver(stage.database, topics, proposals);
});
afterAll(() => stage.close());

type Answer = Awaited<ReturnType<CitePrecedentHandler['execute']>>;
const codesOf = (answer: Answer): readonly string[] => (answer.ok ? [] : answer.refusals.map(({ code }) => code));
const draft = () => stage.placeTopic({ state: 'DRAFT', submittedAt: null, acceptedAt: null, leadCommittee: null });
const cite = (topic: Topic, precedentTopicId: string, clauseNumber?: string, who = 'fachreferat.he') =>
  handler.execute(stage.person(who), {
    topicId: topic.id,
    expectedRevision: topic.revision,
    precedentTopicId,
    ...(clauseNumber === undefined ? {} : { clauseNumber }),
  });
const linksFor = (who: string, topic: Topic) => {
  const actor = stage.person(who);
  return shown.precedentLinks(topic, actor, { actor, requestId: 'r', loaders: new Map() });
};

function done(answer: Answer): Topic {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.topic;
}

describe('citing a precedent', () => {
  it('links an earlier topic, a resolution and a clause, each shown as what it is', async () => {
    const earlier = await stage.placeTopic({ title: 'Warntag 2024' });
    const decided = await stage.placeTopic({ state: 'DECIDED', outcome: 'ADOPTED', title: 'Warntag 2025' });
    let topic = done(await cite(await draft(), earlier.id));
    topic = done(await cite(topic, decided.id));
    topic = done(await cite(topic, decided.id, ' 1. '));
    const links = await linksFor('koordination.he', topic);
    expect(links.map(({ kind, topic: { title }, clause }) => [kind, title, clause?.text ?? null])).toEqual([
      ['TOPIC', 'Warntag 2024', null],
      ['RESOLUTION', 'Warntag 2025', null],
      ['CLAUSE', 'Warntag 2025', 'Die IMK nimmt den Bericht zur Kenntnis.'],
    ]);
  });

  it('is refused for what does not exist or cannot be seen, with the same words, for itself and twice', async () => {
    const topic = await draft();
    const hidden = await stage.placeTopic({ registrant: { party: 'BY' }, classification: 'RESTRICTED' });
    const answers = [await cite(topic, newId()), await cite(topic, hidden.id), await cite(topic, 'nichts')];
    expect(answers.map((answer) => codesOf(answer))).toEqual(Array(3).fill(['PRECEDENT_UNKNOWN']));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(codesOf(await cite(topic, topic.id))).toEqual(['PRECEDENT_IS_ITSELF']);
    const earlier = await stage.placeTopic();
    expect(codesOf(await cite(topic, earlier.id, '17.3'))).toEqual(['CLAUSE_UNKNOWN']);
    const linked = done(await cite(topic, earlier.id));
    expect(codesOf(await cite(linked, earlier.id))).toEqual(['PRECEDENT_KNOWN']);
  });

  it('is for the registrant while it drafts, and for the secretariat afterwards', async () => {
    const earlier = await stage.placeTopic();
    const accepted = await stage.placeTopic({ state: 'ACCEPTED', leadCommittee: null });
    expect(codesOf(await cite(accepted, earlier.id))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await cite(accepted, earlier.id, undefined, 'geschaeftsstelle'))).toEqual([]);
    expect(codesOf(await cite(await draft(), earlier.id, undefined, 'geschaeftsstelle'))).toEqual(['NOT_FOUND']);
  });

  it('shows a reader no link to what the reader cannot see', async () => {
    const hidden = await stage.placeTopic({ classification: 'RESTRICTED' });
    const accepted = await stage.placeTopic({ state: 'ACCEPTED', leadCommittee: null });
    const topic = done(await cite(accepted, hidden.id, undefined, 'geschaeftsstelle'));
    expect(await linksFor('koordination.he', topic)).toHaveLength(1);
    expect(await linksFor('koordination.by', topic)).toEqual([]);
  });

  it('can be taken back, and only a link that is there', async () => {
    const topic = done(await cite(await draft(), (await stage.placeTopic()).id));
    const remove = (precedentId: string) =>
      transition.execute(stage.person('koordination.he'), {
        topicId: topic.id,
        expectedRevision: topic.revision,
        action: 'removePrecedent',
        input: { precedentId },
      });
    expect(codesOf(await remove(newId()))).toEqual(['PRECEDENT_UNKNOWN']);
    expect(done(await remove(topic.precedentLinks[0]?.id ?? '')).precedentLinks).toEqual([]);
  });
});
