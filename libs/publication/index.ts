import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { releaseLifecycle } from './domain/release-lifecycle.js';
import { releaseObjectionLifecycle } from './domain/release-objection-lifecycle.js';
import { publicationLifecycle } from './domain/publication-lifecycle.js';
import { lateOccasions } from './features/grant-release/grant-release-after-all.job.js';
import { PublicationEntity } from './persistence/publication.entity.js';
import { ReleaseObjectionEntity } from './persistence/release-objection.entity.js';
import { ReleaseEntity } from './persistence/release.entity.js';

export { ObjectToReleaseHandler } from './features/object-to-release/object-to-release.handler.js';
export { ProposeReleaseJob } from './features/propose-release/propose-release.job.js';
export { WithdrawReleaseObjectionHandler } from './features/withdraw-release-objection/withdraw-release-objection.handler.js';
export { CarriedObjections } from './carried-objections.js';
export { ObjectionWriting } from './objection-writing.js';
export { ObjectionPeriods } from './persistence/objection-periods.js';
export { ReleaseObjections } from './persistence/release-objection.repository.js';
export { ReleaseObjects } from './persistence/release-objects.js';
export { Releases } from './persistence/release.repository.js';
export { ReleaseTransitionHandler } from './release-transition.handler.js';
export { UNRELEASED_MARK, withMarks } from './domain/citations.js';
export {
  FOUND,
  hitsOnAPage,
  PublicPapers,
  type PublicClause,
  type PublicConference,
  type PublicCorrection,
  type PublicHit,
  type PublicHits,
  type PublicResolution,
} from './public-papers.js';
export { PublicChanges, type PublicAddress, type PublicChange, type WithdrawnResolution } from './public-changes.js';
export { PublicationModule } from './publication.module.js';
export { ApprovePublicationHandler } from './features/approve-publication/approve-publication.handler.js';
export { ImportPublishedResolutionHandler } from './features/import-published-resolution/import-published-resolution.handler.js';
export { PreparePublicationHandler } from './features/prepare-publication/prepare-publication.handler.js';
export { WithdrawPublicationHandler } from './features/withdraw-publication/withdraw-publication.handler.js';
export { Publications } from './persistence/publication.repository.js';
export { PublishedPapers } from './persistence/published-papers.repository.js';
export { PublicationTransition } from './publication-transition.js';
export { ReleasePublishing } from './release-publishing.js';
export { publicationLifecycle, releaseLifecycle, releaseObjectionLifecycle };

export const publicationEntities: readonly EntityTarget<ObjectLiteral>[] = [
  PublicationEntity,
  ReleaseEntity,
  ReleaseObjectionEntity,
];

/** Every event that releases and objections can emit. */
export const publicationEvents: readonly string[] = [
  ...eventLabels(releaseLifecycle).keys(),
  ...eventLabels(releaseObjectionLifecycle).keys(),
  ...eventLabels(publicationLifecycle).keys(),
];

/** Told to nobody; a message about an objection, or about a release that is blocked, would tell more than it says. */
export const publicationRecordOnlyEvents: readonly string[] = publicationEvents.filter(
  (event) => !isLateOccasion(event),
);

function isLateOccasion(event: string): boolean {
  return lateOccasions.some((occasion) => occasion === event);
}
