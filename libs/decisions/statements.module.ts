import { Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { ConferencesModule } from '#conferences';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { ProposalsModule } from '#proposals';
import { TopicsModule } from '#topics';
import { DecisionLoaders } from './decision-loaders.js';
import { AnnounceStatementOnBehalfResolver } from './features/announce-statement-on-behalf/announce-statement-on-behalf.resolver.js';
import { AnnounceStatementResolver } from './features/announce-statement/announce-statement.resolver.js';
import { NotifyPartiesOfStatementJob } from './features/announce-statement/notify-parties-of-statement.job.js';
import { CosignStatementResolver } from './features/cosign-statement/cosign-statement.resolver.js';
import { DraftStatementResolver } from './features/draft-statement/draft-statement.resolver.js';
import { EditStatementResolver } from './features/edit-statement/edit-statement.resolver.js';
import { NotifyOfCosignaturesJob } from './features/cosign-statement/notify-of-cosignatures.job.js';
import { NotifyCosignersOfChangedStatementJob } from './features/edit-statement/notify-cosigners-of-changed-statement.job.js';
import { RecordStatementResolver } from './features/record-statement/record-statement.resolver.js';
import { ShowStatementResolver } from './features/show-statement/show-statement.resolver.js';
import { StatementFieldsResolver } from './features/show-statement/statement-fields.resolver.js';
import { StatementsOfTopicResolver } from './features/show-statement/statements-of-topic.resolver.js';
import { WithdrawCosignatureResolver } from './features/withdraw-cosignature/withdraw-cosignature.resolver.js';
import { WithdrawStatementResolver } from './features/withdraw-statement/withdraw-statement.resolver.js';
import { Ballots } from './persistence/ballot.repository.js';
import { Resolutions } from './persistence/resolution.repository.js';
import { StatementPlaces } from './persistence/statement-places.js';
import { Statements } from './persistence/statement.repository.js';
import { Votes } from './persistence/vote.repository.js';
import { StatementLoaders } from './statement-loaders.js';
import { StatementTransitionHandler } from './statement-transition.handler.js';

const queries = [
  DecisionLoaders,
  ShowStatementResolver,
  StatementFieldsResolver,
  StatementLoaders,
  StatementsOfTopicResolver,
];

const acts = [
  AnnounceStatementOnBehalfResolver,
  AnnounceStatementResolver,
  CosignStatementResolver,
  DraftStatementResolver,
  EditStatementResolver,
  RecordStatementResolver,
  StatementTransitionHandler,
  WithdrawCosignatureResolver,
  WithdrawStatementResolver,
];

const jobs = [NotifyCosignersOfChangedStatementJob, NotifyOfCosignaturesJob, NotifyPartiesOfStatementJob];

const stores = [Ballots, Resolutions, StatementPlaces, Statements, Votes];

/** Statements for the record and who joins them. */
@Module({
  imports: [AgendasModule, ConferencesModule, NotificationsModule, OrganisationModule, ProposalsModule, TopicsModule],
  providers: [...queries, ...acts, ...jobs, ...stores],
  exports: [Statements, StatementTransitionHandler],
})
export class StatementsModule {}
