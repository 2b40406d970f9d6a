import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { commentRoundLifecycle } from './domain/comment-round-lifecycle.js';
import { CommentEntity } from './persistence/comment.entity.js';
import { CommentRoundEntity } from './persistence/comment-round.entity.js';
import { ProposalVersionEntity } from './persistence/proposal-version.entity.js';

export { CommentRoundTransitionHandler } from './comment-round-transition.handler.js';
export { clausesFrom, faultsOf, numbered, type Clause, type ClauseText, type NumberedClause } from './domain/clause.js';
export { commentRoundLifecycle };
export type { ProposalVersion } from './domain/proposal-version.js';
export { EndCommentRoundHandler } from './end-comment-round.handler.js';
export { AnswerCommentRoundHandler } from './features/answer-comment-round/answer-comment-round.handler.js';
export { CitePrecedentHandler } from './features/cite-precedent/cite-precedent.handler.js';
export { ReviseProposalHandler, type ReviseProposal } from './features/revise-proposal/revise-proposal.handler.js';
export { CommentRounds } from './persistence/comment-round.repository.js';
export { ProposalRepository } from './persistence/proposal.repository.js';
export { ClauseInput, ClauseType, ProposalVersionType, toProposalVersionType } from './proposal.graphql.js';
export { textHash } from './text-hash.js';
export { ProposalsModule } from './proposals.module.js';

export const proposalEntities: readonly EntityTarget<ObjectLiteral>[] = [
  ProposalVersionEntity,
  CommentRoundEntity,
  CommentEntity,
];

/** Every event that a round of comments can emit; what happens to texts is told by their topic. */
export const proposalEvents: readonly string[] = [...eventLabels(commentRoundLifecycle).keys()];

/** Events that are told to nobody: the history alone keeps them. */
export const proposalRecordOnlyEvents: readonly string[] = ['commentRound.answered'];
