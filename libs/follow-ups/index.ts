import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { followUpLifecycle } from './domain/follow-up-lifecycle.js';
import { FollowUpImplementationEntity } from './persistence/follow-up-implementation.entity.js';
import { FollowUpReportEntity } from './persistence/follow-up-report.entity.js';
import { FollowUpEntity } from './persistence/follow-up.entity.js';

export type { Due } from './domain/due.js';
export { CreateFollowUpHandler } from './features/create-follow-up/create-follow-up.handler.js';
export { FollowUpTransitionHandler } from './follow-up-transition.handler.js';
export { FollowUpsModule } from './follow-ups.module.js';
export { followUpLifecycle };

export const followUpEntities: readonly EntityTarget<ObjectLiteral>[] = [
  FollowUpEntity,
  FollowUpImplementationEntity,
  FollowUpReportEntity,
];

/** Every event that follow-ups can emit. */
export const followUpEvents: readonly string[] = [...eventLabels(followUpLifecycle).keys()];

/** Events that are told to nobody: the history alone keeps them. */
export const followUpRecordOnlyEvents: readonly string[] = ['followUp.started', 'followUp.implementationRecorded'];
