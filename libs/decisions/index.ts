import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { BUND_POSITION_STATED } from './domain/ballot-decision.js';
import { ballotLifecycle } from './domain/ballot-lifecycle.js';
import { RESOLUTION_ADOPTED, RESOLUTION_IMPORTED } from './domain/resolution.js';
import { BallotItemEntity } from './persistence/ballot-item.entity.js';
import { BallotEntity } from './persistence/ballot.entity.js';
import { BundPositionEntity } from './persistence/bund-position.entity.js';
import { ResolutionEntity } from './persistence/resolution.entity.js';
import { VoteEntity } from './persistence/vote.entity.js';
import { correctionLifecycle } from './domain/correction-lifecycle.js';
import { CorrectionEntity } from './persistence/correction.entity.js';
import { minutesEntities, minutesEvents, minutesRecordOnlyEvents } from './minutes-records.js';
import { statementEntities, statementEvents, statementRecordOnlyEvents } from './statement-records.js';

export { ResolutionType } from './resolution.graphql.js';
export { ResolutionEntity } from './persistence/resolution.entity.js';
export { BallotType, VoteChoiceEnum } from './ballot.graphql.js';
export { renderCollectionPdf, type CollectionDocument } from './documents/collection-document.js';
export { DecisionsModule } from './decisions.module.js';
export { CloseBallotHandler } from './features/close-ballot/close-ballot.handler.js';
export { ImportResolutionHandler } from './features/import-resolution/import-resolution.handler.js';
export { OpenBallotHandler } from './open-ballot.handler.js';
export { OpenBlockBallotHandler } from './features/open-block-ballot/open-block-ballot.handler.js';
export { RecordTopicOutcomeHandler } from './features/record-topic-outcome/record-topic-outcome.handler.js';
export { GiveVoteHandler, type BallotAnswer } from './give-vote.handler.js';
export { proposedOutcome } from './domain/outcomes.js';
export { tallyOf } from './domain/unanimity.js';
export { Ballots, type StoredBallot } from './persistence/ballot.repository.js';
export { Resolutions, type TitledResolution } from './persistence/resolution.repository.js';
export { Votes, type RecordedVote } from './persistence/vote.repository.js';
export { Statements, type StoredStatement } from './persistence/statement.repository.js';
export { correctionLifecycle };
export { Corrections } from './persistence/correction.repository.js';
export { minutesLifecycle } from './domain/minutes-lifecycle.js';
export { statementLifecycle } from './domain/statement-lifecycle.js';
export { StatementTransitionHandler } from './statement-transition.handler.js';
export { ballotLifecycle };

export const decisionEntities: readonly EntityTarget<ObjectLiteral>[] = [
  BallotEntity,
  BallotItemEntity,
  BundPositionEntity,
  ResolutionEntity,
  VoteEntity,
  ...statementEntities,
  ...minutesEntities,
  CorrectionEntity,
];

/** Every event that ballots, votes and resolutions can emit. */
export const decisionEvents: readonly string[] = [
  ...eventLabels(ballotLifecycle).keys(),
  BUND_POSITION_STATED,
  RESOLUTION_ADOPTED,
  RESOLUTION_IMPORTED,
  ...statementEvents,
  ...minutesEvents,
  ...eventLabels(correctionLifecycle).keys(),
];

/** Events that are told to nobody: the history alone keeps them. */
export const decisionRecordOnlyEvents: readonly string[] = [
  'ballot.opened',
  'vote.cast',
  'ballot.closed',
  'ballot.blockOpened',
  'ballot.blockDetermined',
  'ballot.blockDissolved',
  'ballot.determined',
  RESOLUTION_IMPORTED,
  ...statementRecordOnlyEvents,
  ...minutesRecordOnlyEvents,
];
