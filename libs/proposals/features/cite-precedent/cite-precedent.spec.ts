import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { anAdoptedResolution } from '#testing/agendas';
import { PrecedentRepository, TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { RemovePrecedentHandler } from '../remove-precedent/remove-precedent.handler.js';
import { PrecedentsOfTopicResolver } from '../show-precedents/precedents-of-topic.resolver.js';
import { CitePrecedentHandler } from './cite-precedent.handler.js';

let stage: ConferenceStage;
let handler: CitePrecedentHandler;
let removal: RemovePrecedentHandler;
let shown: PrecedentsOfTopicResolver;

beforeAll(async () => {
  stage = await aConferenceStage();
  const { database, clock } = stage;
  const [topics, precedents, proposals] = [new TopicRepository(), new PrecedentRepository(), new ProposalRepository()];
  const transition = new TopicTransitionHandler(database, topics, new Conferences(), clock);
  handler = new CitePrecedentHandler(database, topics, precedents, proposals, transition);
  removal = new RemovePrecedentHandler(database, topics, precedents, transition, clock);
  shown = new PrecedentsOfTopicResolver(database, topics, precedents, proposals);
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
const endsFor = (end: 'precedentLinks' | 'citedBy') => (who: string, topic: Topic) => {
  const actor = stage.person(who);
  return shown[end](topic, actor, { actor, requestId: 'r', loaders: new Map() });
};
const linksFor = endsFor('precedentLinks');
const citationsFor = endsFor('citedBy');
const remove = (topic: Topic, precedentId: string, who = 'koordination.he') =>
  removal.execute(stage.person(who), { topicId: topic.id, expectedRevision: topic.revision, precedentId });

function done(answer: Answer): Topic {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.topic;
}

describe('citing a precedent', () => {
  it('links an earlier topic, a resolution and a clause, each shown as what it is', async () => {
    const earlier = await stage.placeTopic({ title: 'Warntag 2024' });
    const decided = (await anAdoptedResolution(stage, { title: 'Warntag 2025' })).topic;
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

  it('is told on both topics, and to no reader who cannot see the other end', async () => {
    const hidden = await stage.placeTopic({ classification: 'RESTRICTED' });
    const accepted = await stage.placeTopic({ state: 'ACCEPTED', leadCommittee: null });
    const topic = done(await cite(accepted, hidden.id, undefined, 'geschaeftsstelle'));
    expect(await linksFor('koordination.he', topic)).toHaveLength(1);
    expect(await linksFor('koordination.by', topic)).toEqual([]);
    expect((await citationsFor('koordination.he', hidden)).map(({ topic: { id } }) => id)).toEqual([topic.id]);
    expect(await citationsFor('koordination.by', hidden)).toEqual([]);
  });

  it('is told by the topic cited only to those who see the one that cites', async () => {
    const earlier = await stage.placeTopic();
    const topic = done(await cite(await draft(), earlier.id, '1'));
    expect((await citationsFor('koordination.he', earlier)).map(({ kind, clause }) => [kind, clause?.text])).toEqual([
      ['CLAUSE', 'Die IMK nimmt den Bericht zur Kenntnis.'],
    ]);
    for (const who of ['koordination.by', 'geschaeftsstelle', 'vorsitz.hh']) {
      expect([who, await citationsFor(who, earlier)]).toEqual([who, []]);
    }
    await stage.arrange(
      `UPDATE topics SET audience = array_append(audience, (SELECT audience[2] FROM topics AS other
      WHERE id = $2)) WHERE id = $1`,
      [topic.id, earlier.id],
    );
    const audiences = await stage.arrange<{ same: boolean }>(
      `SELECT topic_precedents.audience = topics.audience AS same FROM topic_precedents JOIN topics ON topics.id = topic_id
       WHERE topic_id = $1`,
      [topic.id],
    );
    expect(audiences).toEqual([{ same: true }]);
  });

  it('reads the clause as it was cited once the text no longer has it', async () => {
    const earlier = await stage.placeTopic();
    const topic = done(await cite(await draft(), earlier.id, '1'));
    const later = newId();
    await stage.arrange(
      `INSERT INTO proposal_versions SELECT $2, topic_id, 2, stage, '[]', text_hash, author_name, created_at, audience
       FROM proposal_versions WHERE topic_id = $1`,
      [earlier.id, later],
    );
    await stage.arrange('UPDATE topics SET proposal_version_id = $2 WHERE id = $1', [earlier.id, later]);
    const [link] = await linksFor('koordination.he', topic);
    expect(link?.clause?.text).toBe('Die IMK nimmt den Bericht zur Kenntnis.');
  });

  it('can be taken back, and only a link that is there and leads to what the person sees', async () => {
    const topic = done(await cite(await draft(), (await stage.placeTopic()).id));
    expect(codesOf(await remove(topic, newId()))).toEqual(['PRECEDENT_UNKNOWN']);
    const [link] = await linksFor('koordination.he', topic);
    const removed = done(await remove(topic, link?.id ?? ''));
    expect(await linksFor('koordination.he', removed)).toEqual([]);
    expect(codesOf(await remove(removed, link?.id ?? ''))).toEqual(['PRECEDENT_UNKNOWN']);
    const hidden = await stage.placeTopic({ registrant: { party: 'BY' }, classification: 'RESTRICTED' });
    const returned = await stage.placeTopic({ state: 'SUBMITTED', acceptedAt: null, leadCommittee: null });
    const linked = done(await cite(returned, hidden.id, undefined, 'geschaeftsstelle'));
    await stage.arrange(`UPDATE topics SET state = 'RETURNED' WHERE id = $1`, [linked.id]);
    const [kept] = await stage.arrange<{ id: string }>('SELECT id FROM topic_precedents WHERE topic_id = $1', [
      linked.id,
    ]);
    expect(codesOf(await remove(linked, kept?.id ?? ''))).toEqual(['PRECEDENT_UNKNOWN']);
  });

  it('links once when the same is cited twice at once', async () => {
    const [topic, earlier] = [await draft(), await stage.placeTopic()];
    const answers = await Promise.all([cite(topic, earlier.id), cite(topic, earlier.id)]);
    expect(answers.map((answer) => codesOf(answer).join()).sort()).toEqual(['', 'CHANGED_MEANWHILE']);
    expect(await linksFor('koordination.he', topic)).toHaveLength(1);
  });
});
