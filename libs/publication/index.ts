import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { releaseLifecycle } from './domain/release-lifecycle.js';
import { releaseObjectionLifecycle } from './domain/release-objection-lifecycle.js';
import { ReleaseObjectionEntity } from './persistence/release-objection.entity.js';
import { ReleaseEntity } from './persistence/release.entity.js';

export { ObjectToReleaseHandler } from './features/object-to-release/object-to-release.handler.js';
export { ProposeReleaseJob } from './features/propose-release/propose-release.job.js';
export { WithdrawReleaseObjectionHandler } from './features/withdraw-release-objection/withdraw-release-objection.handler.js';
export { ObjectionWriting } from './objection-writing.js';
export { ReleaseObjections } from './persistence/release-objection.repository.js';
export { ReleaseObjects } from './persistence/release-objects.js';
export { Releases } from './persistence/release.repository.js';
export { ReleaseTransitionHandler } from './release-transition.handler.js';
export { PublicationModule } from './publication.module.js';
export { releaseLifecycle, releaseObjectionLifecycle };

export const publicationEntities: readonly EntityTarget<ObjectLiteral>[] = [ReleaseEntity, ReleaseObjectionEntity];

/** Every event that releases and objections can emit. */
export const publicationEvents: readonly string[] = [
  ...eventLabels(releaseLifecycle).keys(),
  ...eventLabels(releaseObjectionLifecycle).keys(),
];

/** Told to nobody: a message about an objection, or about a release that is blocked, would tell more than it says. */
export const publicationRecordOnlyEvents: readonly string[] = publicationEvents;
