import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { CommitteeDeadline } from './committee-deadline.js';
import { AcceptTopicRegistrationResolver } from './features/accept-topic-registration/accept-topic-registration.resolver.js';
import { NotifyRegistrantOfAcceptanceJob } from './features/accept-topic-registration/notify-registrant-of-acceptance.job.js';
import { AssignTopicToCommitteeResolver } from './features/assign-topic-to-committee/assign-topic-to-committee.resolver.js';
import { NotifyCommitteeOfAssignmentJob } from './features/assign-topic-to-committee/notify-committee-of-assignment.job.js';
import { ConcludeTopicInCommitteeResolver } from './features/conclude-topic-in-committee/conclude-topic-in-committee.resolver.js';
import { ConsentToLateTopicResolver } from './features/consent-to-late-topic/consent-to-late-topic.resolver.js';
import { CreateTopicHandler } from './features/create-topic/create-topic.handler.js';
import { CreateTopicResolver } from './features/create-topic/create-topic.resolver.js';
import { DeferTopicResolver } from './features/defer-topic/defer-topic.resolver.js';
import { EditTopicHandler } from './features/edit-topic/edit-topic.handler.js';
import { EditTopicResolver } from './features/edit-topic/edit-topic.resolver.js';
import { ForwardTopicToMainConferenceResolver } from './features/forward-topic-to-main-conference/forward-topic-to-main-conference.resolver.js';
import { ForwardTopicToPreConferenceResolver } from './features/forward-topic-to-pre-conference/forward-topic-to-pre-conference.resolver.js';
import { ImportDecidedTopicHandler } from './features/import-decided-topic/import-decided-topic.handler.js';
import { DeskQuery } from './features/list-desk/desk.query.js';
import { ListDeskResolver } from './features/list-desk/list-desk.resolver.js';
import { ListTopicsResolver } from './features/list-topics/list-topics.resolver.js';
import { TopicListQuery } from './features/list-topics/topic-list.query.js';
import { NotifyRegistrantOfReturnJob } from './features/return-topic-registration/notify-registrant-of-return.job.js';
import { OpenFollowUpTopicHandler } from './features/open-follow-up-topic/open-follow-up-topic.handler.js';
import { ReturnTopicRegistrationResolver } from './features/return-topic-registration/return-topic-registration.resolver.js';
import { ReturnTopicToCommitteeResolver } from './features/return-topic-to-committee/return-topic-to-committee.resolver.js';
import { ShowTopicResolver } from './features/show-topic/show-topic.resolver.js';
import { TopicFieldsResolver } from './features/show-topic/topic-fields.resolver.js';
import { NotifySecretariatOfRegistrationJob } from './features/submit-topic-registration/notify-secretariat-of-registration.job.js';
import { SubmitTopicRegistrationResolver } from './features/submit-topic-registration/submit-topic-registration.resolver.js';
import { WithdrawTopicResolver } from './features/withdraw-topic/withdraw-topic.resolver.js';
import { JoinTopicResolver } from './features/join-topic/join-topic.resolver.js';
import { LeaveTopicResolver } from './features/leave-topic/leave-topic.resolver.js';
import { TakeOverTopicResolver } from './features/take-over-topic/take-over-topic.resolver.js';
import { ProposeMergeResolver } from './features/propose-merge/propose-merge.resolver.js';
import { ConsentToMergeResolver } from './features/consent-to-merge/consent-to-merge.resolver.js';
import { DeclineMergeResolver } from './features/decline-merge/decline-merge.resolver.js';
import { CancelMergeResolver } from './features/cancel-merge/cancel-merge.resolver.js';
import { MergeTopicResolver } from './features/merge-topic/merge-topic.resolver.js';
import { MergeFieldsResolver } from './features/show-merges/merge-fields.resolver.js';
import { MergesOfTopicResolver } from './features/show-merges/merges-of-topic.resolver.js';
import { NotifyRegistrantsOfMergeProposalJob } from './features/propose-merge/notify-registrants-of-merge-proposal.job.js';
import { NotifySecretariatOfMergeAnswerJob } from './features/consent-to-merge/notify-secretariat-of-merge-answer.job.js';
import { NotifyRegistrantsOfCourseJob } from './features/notify-registrants/notify-registrants-of-course.job.js';
import { MergeRepository } from './persistence/merge.repository.js';
import { MergeTransitionHandler } from './merge-transition.handler.js';
import { GiveCommitteeOpinionResolver } from './features/give-committee-opinion/give-committee-opinion.resolver.js';
import { RecommendationsOfTopicResolver } from './features/show-recommendations/recommendations-of-topic.resolver.js';
import { NeedToKnowGroups } from './persistence/need-to-know-groups.repository.js';
import { NeedToKnowHandler } from './need-to-know.handler.js';
import { RestrictTopicHandler } from './features/restrict-topic/restrict-topic.handler.js';
import { RestrictTopicResolver } from './features/restrict-topic/restrict-topic.resolver.js';
import { NotifySecretariatOfRestrictionJob } from './features/restrict-topic/notify-secretariat-of-restriction.job.js';
import { CreateNeedToKnowGroupResolver } from './features/create-need-to-know-group/create-need-to-know-group.resolver.js';
import { ChangeNeedToKnowGroupResolver } from './features/change-need-to-know-group/change-need-to-know-group.resolver.js';
import { DissolveNeedToKnowGroupResolver } from './features/dissolve-need-to-know-group/dissolve-need-to-know-group.resolver.js';
import { ListNeedToKnowGroupsResolver } from './features/list-need-to-know-groups/list-need-to-know-groups.resolver.js';
import { PrecedentRepository } from './persistence/precedent.repository.js';
import { MoveTopicsOfCancelledConferenceJob } from './features/follow-conference/move-topics-of-cancelled-conference.job.js';
import { OpenTopicsOfConference } from './persistence/open-topics-of-conference.js';
import { OfferedClassificationsResolver } from './features/offer-classifications/offered-classifications.resolver.js';
import { RegistrantOffices } from './persistence/registrant-offices.js';
import { TopicRepository } from './persistence/topic.repository.js';
import { TopicTransitionHandler } from './topic-transition.handler.js';
import { PreConferenceDeadline } from './pre-conference-deadline.js';
import { RegistrationDeadline } from './registration-deadline.js';

const queries = [
  DeskQuery,
  ListDeskResolver,
  ListTopicsResolver,
  MergeFieldsResolver,
  MergesOfTopicResolver,
  OfferedClassificationsResolver,
  RecommendationsOfTopicResolver,
  ShowTopicResolver,
  TopicFieldsResolver,
  TopicListQuery,
];

const restrictions = [
  NeedToKnowGroups,
  NeedToKnowHandler,
  RestrictTopicHandler,
  RestrictTopicResolver,
  NotifySecretariatOfRestrictionJob,
  CreateNeedToKnowGroupResolver,
  ChangeNeedToKnowGroupResolver,
  DissolveNeedToKnowGroupResolver,
  ListNeedToKnowGroupsResolver,
];

const jointActs = [
  CancelMergeResolver,
  ConsentToMergeResolver,
  DeclineMergeResolver,
  GiveCommitteeOpinionResolver,
  JoinTopicResolver,
  LeaveTopicResolver,
  MergeTopicResolver,
  ProposeMergeResolver,
  TakeOverTopicResolver,
];

const acts = [
  AcceptTopicRegistrationResolver,
  AssignTopicToCommitteeResolver,
  ConcludeTopicInCommitteeResolver,
  ConsentToLateTopicResolver,
  CreateTopicHandler,
  CreateTopicResolver,
  DeferTopicResolver,
  EditTopicHandler,
  EditTopicResolver,
  ForwardTopicToMainConferenceResolver,
  ForwardTopicToPreConferenceResolver,
  ImportDecidedTopicHandler,
  OpenFollowUpTopicHandler,
  ReturnTopicRegistrationResolver,
  ReturnTopicToCommitteeResolver,
  SubmitTopicRegistrationResolver,
  WithdrawTopicResolver,
];

const jobs = [
  MoveTopicsOfCancelledConferenceJob,
  NotifyCommitteeOfAssignmentJob,
  NotifyRegistrantOfAcceptanceJob,
  NotifyRegistrantOfReturnJob,
  NotifyRegistrantsOfCourseJob,
  NotifyRegistrantsOfMergeProposalJob,
  NotifySecretariatOfMergeAnswerJob,
  NotifySecretariatOfRegistrationJob,
];

const ground = [
  CommitteeDeadline,
  MergeRepository,
  MergeTransitionHandler,
  OpenTopicsOfConference,
  PrecedentRepository,
  PreConferenceDeadline,
  RegistrantOffices,
  RegistrationDeadline,
  TopicRepository,
  TopicTransitionHandler,
];

/** The registration of topics and their way through the bodies. */
@Module({
  imports: [ConferencesModule, NotificationsModule, OrganisationModule],
  providers: [...queries, ...acts, ...jointActs, ...restrictions, ...jobs, ...ground],
  exports: [
    ImportDecidedTopicHandler,
    OpenFollowUpTopicHandler,
    PrecedentRepository,
    TopicRepository,
    TopicTransitionHandler,
  ],
})
export class TopicsModule {}
