import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conferences } from '#conferences';
import { newId } from '#platform/database';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { TopicRepository, TopicTransitionHandler, type Topic } from '#topics';
import { EndCommentRoundHandler } from '../../end-comment-round.handler.js';
import { CommentRounds } from '../../persistence/comment-round.repository.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ReviseProposalHandler } from '../revise-proposal/revise-proposal.handler.js';
import { CompareProposalsResolver } from './compare-proposals.resolver.js';

let stage: ConferenceStage;
let resolver: CompareProposalsResolver;
let revise: ReviseProposalHandler;
const proposals = new ProposalRepository();

beforeAll(async () => {
  stage = await aConferenceStage();
  const topics = new TopicRepository();
  const transition = new TopicTransitionHandler(stage.database, topics, new Conferences(), stage.clock);
  const ending = new EndCommentRoundHandler(stage.database, new CommentRounds(topics), stage.clock);
  revise = new ReviseProposalHandler(stage.database, topics, proposals, transition, ending);
  resolver = new CompareProposalsResolver(stage.database, proposals);
});
afterAll(() => stage.close());

async function rewritten(): Promise<{ readonly topic: Topic; readonly from: string; readonly to: string }> {
  const topic = await stage.placeTopic({ state: 'IN_COMMITTEE', leadCommittee: 'AK5' }, 'Die IMK bittet den AK V.');
  const actor = stage.person('vorsitz.ak5');
  const [version] = await stage.database.read(actor, (tx) => proposals.versionsOfTopic(tx, topic.id));
  const [clause] = version?.clauses ?? [];
  const clauses = [
    { id: clause?.id ?? '', text: 'Die IMK beauftragt den AK V.' },
    { text: 'Sie begrüßt den Bericht.' },
  ];
  const answer = await revise.execute(actor, { topicId: topic.id, expectedVersion: 1, clauses });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return { topic, from: version?.id ?? '', to: answer.proposal.id };
}

const compare = (who: string, topicId: string, fromVersionId: string, toVersionId: string) =>
  resolver.proposalComparison(stage.person(who), { topicId, fromVersionId, toVersionId });

describe('comparing two texts of a topic', () => {
  it('tells what became of each clause, word by word and in both directions', async () => {
    const { topic, from, to } = await rewritten();
    const { clauses } = await compare('koordination.by', topic.id, from, to);
    expect(clauses).toMatchObject([
      {
        mark: 'CHANGED',
        isMoved: false,
        fromNumber: null,
        toNumber: '1',
        pieces: [
          { mark: 'KEPT', text: 'Die IMK ' },
          { mark: 'REMOVED', text: 'bittet' },
          { mark: 'ADDED', text: 'beauftragt' },
          { mark: 'KEPT', text: ' den AK V.' },
        ],
      },
      { mark: 'ADDED', toNumber: '2' },
    ]);
    const back = await compare('koordination.by', topic.id, to, from);
    expect(back.clauses.map(({ mark }) => mark)).toEqual(['CHANGED', 'REMOVED']);
  });

  it('answers alike for texts that do not exist, belong to another topic, or may not be seen', async () => {
    const [one, other] = [await rewritten(), await rewritten()];
    const hidden = await stage.placeTopic({ state: 'DRAFT', submittedAt: null, acceptedAt: null });
    const asked = [
      compare('koordination.by', one.topic.id, one.from, newId()),
      compare('koordination.by', one.topic.id, one.from, other.to),
      compare('koordination.by', newId(), one.from, one.to),
      compare('koordination.by', 'nichts', 'nichts', 'nichts'),
      compare('koordination.by', hidden.id, hidden.proposalVersionId ?? '', hidden.proposalVersionId ?? ''),
    ];
    const answers = await Promise.allSettled(asked);
    const messages = answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : 'answered'));
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain('nicht sehen');
  });
});
