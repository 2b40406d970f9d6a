import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { TopicsModule } from '#topics';
import { CommentRoundDeadline } from './comment-round-deadline.js';
import { CommentedTextLoaders, CommentRoundLoaders } from './comment-round-loaders.js';
import { CommentRoundTransitionHandler } from './comment-round-transition.handler.js';
import { EndCommentRoundHandler } from './end-comment-round.handler.js';
import { AnswerCommentRoundHandler } from './features/answer-comment-round/answer-comment-round.handler.js';
import { AnswerCommentRoundResolver } from './features/answer-comment-round/answer-comment-round.resolver.js';
import { CloseCommentRoundResolver } from './features/close-comment-round/close-comment-round.resolver.js';
import { ExtendCommentRoundResolver } from './features/extend-comment-round/extend-comment-round.resolver.js';
import { CommentRoundListQuery } from './features/list-comment-rounds/comment-round-list.query.js';
import { ListCommentRoundsResolver } from './features/list-comment-rounds/list-comment-rounds.resolver.js';
import { OpenCommentRoundResolver } from './features/open-comment-round/open-comment-round.resolver.js';
import { AskedPartiesResolver } from './features/show-comment-round/asked-parties.resolver.js';
import { CommentRoundFieldsResolver } from './features/show-comment-round/comment-round-fields.resolver.js';
import {
  CommentRoundsOfTopicResolver,
  ShowCommentRoundResolver,
} from './features/show-comment-round/show-comment-round.resolver.js';
import { WithdrawCommentRoundResolver } from './features/withdraw-comment-round/withdraw-comment-round.resolver.js';
import { CompareProposalsResolver } from './features/compare-proposals/compare-proposals.resolver.js';
import { CitePrecedentHandler } from './features/cite-precedent/cite-precedent.handler.js';
import { CitePrecedentResolver } from './features/cite-precedent/cite-precedent.resolver.js';
import { EndOvertakenCommentRoundJob } from './features/end-comment-round/end-overtaken-comment-round.job.js';
import { NotifyAskedOfCommentRoundJob } from './features/notify-of-comment-round/notify-asked-of-comment-round.job.js';
import { NotifyOfEndOfCommentRoundJob } from './features/notify-of-comment-round/notify-of-end-of-comment-round.job.js';
import { RemovePrecedentHandler } from './features/remove-precedent/remove-precedent.handler.js';
import { RemovePrecedentResolver } from './features/remove-precedent/remove-precedent.resolver.js';
import { PrecedentsOfTopicResolver } from './features/show-precedents/precedents-of-topic.resolver.js';
import { ReviseProposalHandler } from './features/revise-proposal/revise-proposal.handler.js';
import { ReviseProposalResolver } from './features/revise-proposal/revise-proposal.resolver.js';
import { TopicProposalsResolver } from './features/show-proposal/topic-proposals.resolver.js';
import { CommentRoundOffices } from './persistence/comment-round-offices.js';
import { CommentRounds } from './persistence/comment-round.repository.js';
import { CommentTerms } from './persistence/comment-terms.js';
import { Comments } from './persistence/comment.repository.js';
import { ProposalRepository } from './persistence/proposal.repository.js';

const texts = [
  CitePrecedentHandler,
  CitePrecedentResolver,
  CompareProposalsResolver,
  PrecedentsOfTopicResolver,
  ProposalRepository,
  RemovePrecedentHandler,
  RemovePrecedentResolver,
  ReviseProposalHandler,
  ReviseProposalResolver,
  TopicProposalsResolver,
];

const commentRounds = [
  AnswerCommentRoundHandler,
  AnswerCommentRoundResolver,
  AskedPartiesResolver,
  CloseCommentRoundResolver,
  CommentedTextLoaders,
  CommentRoundDeadline,
  CommentRoundFieldsResolver,
  CommentRoundListQuery,
  CommentRoundLoaders,
  CommentRoundOffices,
  CommentRounds,
  CommentRoundsOfTopicResolver,
  CommentRoundTransitionHandler,
  Comments,
  CommentTerms,
  EndCommentRoundHandler,
  EndOvertakenCommentRoundJob,
  ExtendCommentRoundResolver,
  ListCommentRoundsResolver,
  NotifyAskedOfCommentRoundJob,
  NotifyOfEndOfCommentRoundJob,
  OpenCommentRoundResolver,
  ShowCommentRoundResolver,
  WithdrawCommentRoundResolver,
];

/** Texts of proposed resolutions with their versions, and what Länder and Bund say to them. */
@Module({
  imports: [ConferencesModule, NotificationsModule, OrganisationModule, TopicsModule],
  providers: [...texts, ...commentRounds],
  exports: [AnswerCommentRoundHandler, CommentRoundTransitionHandler, ProposalRepository, ReviseProposalHandler],
})
export class ProposalsModule {}
