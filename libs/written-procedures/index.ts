import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { writtenProcedureLifecycle } from './domain/written-procedure-lifecycle.js';
import { ReleaseResultEntity } from './persistence/release-result.entity.js';
import { ReleaseVoteEntity } from './persistence/release-vote.entity.js';
import { RELEASE_VOTE_GIVEN } from './persistence/release-vote.repository.js';
import { WrittenProcedureSeriesEntity } from './persistence/written-procedure-series.entity.js';
import { WrittenProcedureEntity } from './persistence/written-procedure.entity.js';

export { WrittenProceduresModule } from './written-procedures.module.js';
export { ConcludeWrittenProceduresHandler } from './conclude-written-procedures.handler.js';
export { RequestWrittenProcedureHandler } from './features/request-written-procedure/request-written-procedure.handler.js';
export { StartWrittenProcedureHandler } from './features/start-written-procedure/start-written-procedure.handler.js';
export { GiveWrittenFormHandler } from './give-written-form.handler.js';
export { WrittenProcedures } from './persistence/written-procedure.repository.js';
export { ReleaseVotes } from './persistence/release-vote.repository.js';
export { writtenProcedureLifecycle };

export const writtenProcedureEntities: readonly EntityTarget<ObjectLiteral>[] = [
  WrittenProcedureEntity,
  WrittenProcedureSeriesEntity,
  ReleaseVoteEntity,
  ReleaseResultEntity,
];

/** Every event that written procedures and the votes on the release can emit. */
export const writtenProcedureEvents: readonly string[] = [
  ...eventLabels(writtenProcedureLifecycle).keys(),
  RELEASE_VOTE_GIVEN,
];

/** Events that are told to nobody: the history alone keeps them. */
export const writtenProcedureRecordOnlyEvents: readonly string[] = [
  'writtenProcedure.formGiven',
  'writtenProcedure.formGivenOnBehalf',
  'writtenProcedure.endedEarly',
  'writtenProcedure.reported',
  RELEASE_VOTE_GIVEN,
];
