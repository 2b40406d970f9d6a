import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { DecisionsModule } from '#decisions';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { TopicsModule } from '#topics';
import { CompleteFollowUpOfDecidedTopicJob } from './features/complete-follow-up/complete-follow-up-of-decided-topic.job.js';
import { CompleteFollowUpResolver } from './features/complete-follow-up/complete-follow-up.resolver.js';
import { CreateFollowUpHandler } from './features/create-follow-up/create-follow-up.handler.js';
import { CreateFollowUpResolver } from './features/create-follow-up/create-follow-up.resolver.js';
import { NotifyAddresseeOfFollowUpJob } from './features/create-follow-up/notify-addressee-of-follow-up.job.js';
import { DropFollowUpResolver } from './features/drop-follow-up/drop-follow-up.resolver.js';
import { ExtendFollowUpResolver } from './features/extend-follow-up/extend-follow-up.resolver.js';
import { FollowUpListQuery } from './features/list-follow-ups/follow-up-list.query.js';
import { ListFollowUpsResolver } from './features/list-follow-ups/list-follow-ups.resolver.js';
import { RecordImplementationResolver } from './features/record-implementation/record-implementation.resolver.js';
import { FollowUpTopics } from './features/return-follow-up-as-topic/follow-up-topics.js';
import { ReturnFollowUpsAsTopicsJob } from './features/return-follow-up-as-topic/return-follow-ups-as-topics.job.js';
import { ReturnFollowUpReportResolver } from './features/return-follow-up-report/return-follow-up-report.resolver.js';
import { ReviewFollowUpConditionResolver } from './features/review-follow-up-condition/review-follow-up-condition.resolver.js';
import { FollowUpFieldsResolver } from './features/show-follow-up/follow-up-fields.resolver.js';
import { FollowUpsOfResolutionResolver } from './features/show-follow-up/follow-ups-of-resolution.resolver.js';
import { ShowFollowUpResolver } from './features/show-follow-up/show-follow-up.resolver.js';
import { StartFollowUpResolver } from './features/start-follow-up/start-follow-up.resolver.js';
import { NotifySecretariatOfReportJob } from './features/submit-follow-up-report/notify-secretariat-of-report.job.js';
import { SubmitFollowUpReportResolver } from './features/submit-follow-up-report/submit-follow-up-report.resolver.js';
import { FollowUpDeadline } from './follow-up-deadline.js';
import { FollowUpLoaders } from './follow-up-loaders.js';
import { FollowUpOffices } from './follow-up-offices.js';
import { FollowUpTransitionHandler } from './follow-up-transition.handler.js';
import { FollowUps } from './persistence/follow-up.repository.js';
import { Origins } from './persistence/origins.js';

const queries = [
  FollowUpFieldsResolver,
  FollowUpListQuery,
  FollowUpLoaders,
  FollowUpsOfResolutionResolver,
  ListFollowUpsResolver,
  ShowFollowUpResolver,
];

const acts = [
  CompleteFollowUpResolver,
  CreateFollowUpHandler,
  CreateFollowUpResolver,
  DropFollowUpResolver,
  ExtendFollowUpResolver,
  FollowUpTransitionHandler,
  RecordImplementationResolver,
  ReturnFollowUpReportResolver,
  ReviewFollowUpConditionResolver,
  StartFollowUpResolver,
  SubmitFollowUpReportResolver,
];

const jobs = [
  CompleteFollowUpOfDecidedTopicJob,
  NotifyAddresseeOfFollowUpJob,
  NotifySecretariatOfReportJob,
  ReturnFollowUpsAsTopicsJob,
];

const stores = [FollowUpDeadline, FollowUpOffices, FollowUps, FollowUpTopics, Origins];

/** What resolutions ask for: mandates, report duties, implementation per Land. */
@Module({
  imports: [ConferencesModule, DecisionsModule, NotificationsModule, OrganisationModule, TopicsModule],
  providers: [...queries, ...acts, ...jobs, ...stores],
  exports: [CreateFollowUpHandler, FollowUpTransitionHandler],
})
export class FollowUpsModule {}
