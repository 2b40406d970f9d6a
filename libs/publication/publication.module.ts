import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { DecisionsModule } from '#decisions';
import { OrganisationModule } from '#organisation';
import { TopicsModule } from '#topics';
import { WrittenProceduresModule } from '#written-procedures';
import { ApprovePublicationHandler } from './features/approve-publication/approve-publication.handler.js';
import { ApprovePublicationResolver } from './features/approve-publication/approve-publication.resolver.js';
import { DiscardPublicationHandler } from './features/discard-publication/discard-publication.handler.js';
import { DiscardPublicationResolver } from './features/discard-publication/discard-publication.resolver.js';
import { ImportPublishedResolutionHandler } from './features/import-published-resolution/import-published-resolution.handler.js';
import { ListPublicationsResolver } from './features/list-publications/list-publications.resolver.js';
import { PublicationListQuery } from './features/list-publications/publication-list.query.js';
import { PreparePublicationHandler } from './features/prepare-publication/prepare-publication.handler.js';
import { PreparePublicationResolver } from './features/prepare-publication/prepare-publication.resolver.js';
import { ReinstateReleaseResolver } from './features/reinstate-release/reinstate-release.resolver.js';
import { WithdrawPublicationHandler } from './features/withdraw-publication/withdraw-publication.handler.js';
import { WithdrawPublicationResolver } from './features/withdraw-publication/withdraw-publication.resolver.js';
import { Publications } from './persistence/publication.repository.js';
import { PublishedPapers } from './persistence/published-papers.repository.js';
import { PublicationTransition } from './publication-transition.js';
import { ReleasePublishing } from './release-publishing.js';
import { AgreeToReleaseResolver } from './features/agree-to-release/agree-to-release.resolver.js';
import { GrantReleaseAfterAllJob } from './features/grant-release/grant-release-after-all.job.js';
import { GrantReleaseResolver } from './features/grant-release/grant-release.resolver.js';
import { ListReleasesResolver } from './features/list-releases/list-releases.resolver.js';
import { ReleaseListQuery } from './features/list-releases/release-list.query.js';
import { ObjectToReleaseHandler } from './features/object-to-release/object-to-release.handler.js';
import { ObjectToReleaseResolver } from './features/object-to-release/object-to-release.resolver.js';
import { ProposeReleaseJob } from './features/propose-release/propose-release.job.js';
import { ObjectionFieldsResolver } from './features/show-release/objection-fields.resolver.js';
import { ReleaseFieldsResolver } from './features/show-release/release-fields.resolver.js';
import { ReleasesOfTopicResolver } from './features/show-release/releases-of-topic.resolver.js';
import { WithdrawReleaseObjectionHandler } from './features/withdraw-release-objection/withdraw-release-objection.handler.js';
import { WithdrawReleaseObjectionResolver } from './features/withdraw-release-objection/withdraw-release-objection.resolver.js';
import { CarriedObjections } from './carried-objections.js';
import { ObjectionWriting } from './objection-writing.js';
import { ObjectionPeriods } from './persistence/objection-periods.js';
import { ReleaseObjections } from './persistence/release-objection.repository.js';
import { ReleaseObjects } from './persistence/release-objects.js';
import { Releases } from './persistence/release.repository.js';
import { ReleaseDeadline } from './release-deadline.js';
import { ReleaseLoaders } from './release-loaders.js';
import { ReleaseTransitionHandler } from './release-transition.handler.js';

const queries = [
  ListPublicationsResolver,
  PublicationListQuery,
  ListReleasesResolver,
  ObjectionFieldsResolver,
  ReleaseFieldsResolver,
  ReleaseListQuery,
  ReleaseLoaders,
  ReleasesOfTopicResolver,
];

const acts = [
  ApprovePublicationHandler,
  ApprovePublicationResolver,
  DiscardPublicationHandler,
  DiscardPublicationResolver,
  ImportPublishedResolutionHandler,
  PreparePublicationHandler,
  PreparePublicationResolver,
  PublicationTransition,
  ReinstateReleaseResolver,
  ReleasePublishing,
  WithdrawPublicationHandler,
  WithdrawPublicationResolver,
  AgreeToReleaseResolver,
  CarriedObjections,
  GrantReleaseResolver,
  ObjectionWriting,
  ObjectToReleaseHandler,
  ObjectToReleaseResolver,
  ReleaseTransitionHandler,
  WithdrawReleaseObjectionHandler,
  WithdrawReleaseObjectionResolver,
];

const jobs = [GrantReleaseAfterAllJob, ProposeReleaseJob, ReleaseDeadline];

const stores = [ObjectionPeriods, Publications, PublishedPapers, ReleaseObjections, ReleaseObjects, Releases];

/** Release, objections, and what becomes public. */
@Module({
  imports: [ConferencesModule, DecisionsModule, OrganisationModule, TopicsModule, WrittenProceduresModule],
  providers: [...queries, ...acts, ...jobs, ...stores],
  exports: [ImportPublishedResolutionHandler],
})
export class PublicationModule {}
