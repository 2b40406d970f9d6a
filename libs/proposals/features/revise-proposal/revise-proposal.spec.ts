import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { EndCommentRoundHandler } from '../../end-comment-round.handler.js';
import { CommentRounds } from '../../persistence/comment-round.repository.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ReviseProposalHandler, type ReviseProposalAnswer } from './revise-proposal.handler.js';

let stage: ConferenceStage;
let handler: ReviseProposalHandler;
let transition: TopicTransitionHandler;
const topics = new TopicRepository();
const proposals = new ProposalRepository();

beforeAll(async () => {
  stage = await aConferenceStage();
  transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  const ending = new EndCommentRoundHandler(stage.database, new CommentRounds(topics), stage.clock);
  handler = new ReviseProposalHandler(stage.database, topics, proposals, transition, ending);
});
afterAll(() => stage.close());

const inCommittee = (): Promise<Topic> => stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' });
const revise = (topic: Topic, who: string, text: string, expectedVersion = 1): Promise<ReviseProposalAnswer> =>
  handler.execute(stage.person(who), { topicId: topic.id, expectedVersion, clauses: [{ text }] });
const codesOf = (answer: ReviseProposalAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('revising a proposal', () => {
  it('writes the next version and leaves the one before as it was', async () => {
    const topic = await inCommittee();
    const answer = await revise(topic, 'geschaeftsfuehrung.ak5', 'Die IMK begrüßt den Bericht.');
    expect(answer).toMatchObject({
      ok: true,
      proposal: { number: 2, stage: 'COMMITTEE_DRAFT' },
      topic: { revision: topic.revision + 1 },
    });
    const versions = await stage.database.read(stage.person('mitglied.ak5'), (tx) =>
      proposals.versionsByTopics(tx, [topic.id]),
    );
    expect(versions.get(topic.id)?.map(({ number, clauses }) => [number, clauses[0]?.text])).toEqual([
      [2, 'Die IMK begrüßt den Bericht.'],
      [1, 'Die IMK nimmt den Bericht zur Kenntnis.'],
    ]);
  });

  it('gives the second of two who edit at once a refusal that carries both texts', async () => {
    const topic = await inCommittee();
    const answers = await Promise.all([
      revise(topic, 'geschaeftsfuehrung.ak5', 'Die IMK begrüßt.'),
      revise(topic, 'vorsitz.ak5', 'Die IMK betont.'),
    ]);
    const [winner] = answers.filter((answer) => answer.ok);
    const [loser] = answers.filter((answer) => !answer.ok);
    if (winner?.ok !== true || loser?.ok !== false) throw new Error('Exactly one of the two must win');
    const { code, details } = loser.refusals[0];
    expect(code).toBe('TEXT_CHANGED_MEANWHILE');
    const texts = ['Die IMK begrüßt.', 'Die IMK betont.'];
    const [theirs] = winner.proposal.clauses;
    expect(details).toMatchObject({
      theirVersion: 2,
      theirs: [{ text: theirs?.text }],
      yours: [{ text: texts.find((text) => text !== theirs?.text) }],
    });
  });

  it('is refused to members and to other committees, and tells them nothing of faults', async () => {
    const topic = await inCommittee();
    expect(codesOf(await revise(topic, 'mitglied.ak5', ''))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await revise(topic, 'vorsitz.ak2', 'x'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await revise(topic, 'koordination.he', 'x'))).toEqual(['NOT_ENTITLED']);
  });

  it('names what is wrong with the text and keeps the old one', async () => {
    const topic = await inCommittee();
    expect(codesOf(await revise(topic, 'vorsitz.ak5', '  '))).toEqual(['CLAUSE_EMPTY']);
    const after = await stage.database.read(stage.person('vorsitz.ak5'), (tx) => topics.findTopic(tx, topic.id));
    expect(after?.proposalVersionId).toBe(topic.proposalVersionId);
  });

  it('stops while a ballot is open', async () => {
    const topic = await stage.placeTopic({
      state: 'IN_MAIN_CONFERENCE',
      openBallotId: '01990000-0000-7000-8000-0000000000bb',
    });
    expect(codesOf(await revise(topic, 'vorsitz.hh', 'Die IMK lehnt ab.'))).toEqual(['BALLOT_OPEN']);
  });

  it('makes versions that nobody can change, not even in the database', async () => {
    const topic = await inCommittee();
    await expect(
      stage.arrange(`UPDATE proposal_versions SET clauses = '[]' WHERE topic_id = $1`, [topic.id]),
    ).rejects.toThrow('cannot be changed');
    await expect(stage.arrange('DELETE FROM proposal_versions WHERE topic_id = $1', [topic.id])).rejects.toThrow(
      'cannot be changed',
    );
  });

  it('shows the text to whoever comes to see the topic, from that moment on', async () => {
    const topic = await stage.placeTopic({
      state: 'SUBMITTED',
      acceptedAt: null,
      leadCommittee: null,
      involvedCommittees: [],
    });
    const versions = () =>
      stage.database.read(stage.person('koordination.by'), (tx) => proposals.versionsByTopics(tx, [topic.id]));
    expect((await versions()).size).toBe(0);
    const accepted = await transition.execute(stage.person('geschaeftsstelle'), {
      topicId: topic.id,
      expectedRevision: topic.revision,
      action: 'acceptTopicRegistration',
    });
    expect(accepted.ok).toBe(true);
    expect((await versions()).get(topic.id)).toHaveLength(1);
  });
});
