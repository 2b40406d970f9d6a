import { Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { ConferencesModule } from '#conferences';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { ProposalsModule } from '#proposals';
import { TopicsModule } from '#topics';
import { DecisionLoaders } from './decision-loaders.js';
import { CastVoteResolver } from './features/cast-vote/cast-vote.resolver.js';
import { AskVotersForVotesOnChangedTextJob } from './features/change-text-at-table/ask-voters-for-votes-on-changed-text.job.js';
import { ChangeTextAtTableHandler } from './features/change-text-at-table/change-text-at-table.handler.js';
import { ChangeTextAtTableResolver } from './features/change-text-at-table/change-text-at-table.resolver.js';
import { CloseBallotHandler } from './features/close-ballot/close-ballot.handler.js';
import { CloseBallotResolver } from './features/close-ballot/close-ballot.resolver.js';
import { DissolveBlockHandler } from './features/dissolve-block/dissolve-block.handler.js';
import { DissolveBlockResolver } from './features/dissolve-block/dissolve-block.resolver.js';
import { BlockOfAgendaResolver } from './features/open-block-ballot/block-of-agenda.resolver.js';
import { OpenBlockBallotHandler } from './features/open-block-ballot/open-block-ballot.handler.js';
import { OpenBlockBallotResolver } from './features/open-block-ballot/open-block-ballot.resolver.js';
import { RecordBlockOutcomeHandler } from './features/record-block-outcome/record-block-outcome.handler.js';
import { RecordBlockOutcomeResolver } from './features/record-block-outcome/record-block-outcome.resolver.js';
import { BallotItemFieldsResolver, BlockFieldsResolver } from './features/show-ballot/block-fields.resolver.js';
import { Representatives } from './persistence/representatives.js';
import { VotedBlocks } from './persistence/voted-blocks.js';
import { ImportResolutionHandler } from './features/import-resolution/import-resolution.handler.js';
import { BallotsAwaitingVoteQuery } from './features/list-ballots-awaiting-vote/ballots-awaiting-vote.query.js';
import { ListBallotsAwaitingVoteResolver } from './features/list-ballots-awaiting-vote/list-ballots-awaiting-vote.resolver.js';
import { OpenBallotHandler } from './open-ballot.handler.js';
import { BallotActionsOfItemResolver } from './features/open-ballot/ballot-actions.resolver.js';
import { OpenBallotResolver } from './features/open-ballot/open-ballot.resolver.js';
import { CollectionDocumentController } from './features/print-collection/collection-document.controller.js';
import { PrintedCollectionQuery } from './features/print-collection/printed-collection.query.js';
import { DeterminedBallots } from './determined-ballots.js';
import { NotifyPartyOfRecordedVoteJob } from './features/cast-vote/notify-party-of-recorded-vote.job.js';
import { NotifyAllOfAdoptedResolutionJob } from './features/record-topic-outcome/notify-all-of-adopted-resolution.job.js';
import { RecordTopicOutcomeHandler } from './features/record-topic-outcome/record-topic-outcome.handler.js';
import { RecordTopicOutcomeResolver } from './features/record-topic-outcome/record-topic-outcome.resolver.js';
import { RecordVoteOnBehalfResolver } from './features/record-vote-on-behalf/record-vote-on-behalf.resolver.js';
import { AllowedOutcomes } from './features/show-ballot/allowed-outcomes.js';
import { BallotFieldsResolver } from './features/show-ballot/ballot-fields.resolver.js';
import {
  BallotOfAgendaItemResolver,
  BallotOfTopicResolver,
  ShowBallotResolver,
} from './features/show-ballot/show-ballot.resolver.js';
import {
  ResolutionFieldsResolver,
  ResolutionOfTopicResolver,
} from './features/show-resolution/resolution-of-topic.resolver.js';
import { GiveVoteHandler } from './give-vote.handler.js';
import { Ballots } from './persistence/ballot.repository.js';
import { Resolutions } from './persistence/resolution.repository.js';
import { VotedTopics } from './persistence/voted-topics.js';
import { Votes } from './persistence/vote.repository.js';
import { CorrectionsModule } from './corrections.module.js';
import { MinutesModule } from './minutes.module.js';
import { StatementsModule } from './statements.module.js';

const queries = [
  AllowedOutcomes,
  BallotActionsOfItemResolver,
  BallotItemFieldsResolver,
  BlockFieldsResolver,
  BlockOfAgendaResolver,
  BallotFieldsResolver,
  BallotOfAgendaItemResolver,
  BallotOfTopicResolver,
  BallotsAwaitingVoteQuery,
  DecisionLoaders,
  ListBallotsAwaitingVoteResolver,
  PrintedCollectionQuery,
  ResolutionFieldsResolver,
  ResolutionOfTopicResolver,
  ShowBallotResolver,
];

const acts = [
  CastVoteResolver,
  ChangeTextAtTableHandler,
  ChangeTextAtTableResolver,
  CloseBallotHandler,
  CloseBallotResolver,
  DeterminedBallots,
  DissolveBlockHandler,
  DissolveBlockResolver,
  GiveVoteHandler,
  ImportResolutionHandler,
  OpenBallotHandler,
  OpenBallotResolver,
  OpenBlockBallotHandler,
  OpenBlockBallotResolver,
  RecordBlockOutcomeHandler,
  RecordBlockOutcomeResolver,
  RecordTopicOutcomeHandler,
  RecordTopicOutcomeResolver,
  RecordVoteOnBehalfResolver,
];

const stores = [Ballots, Resolutions, Representatives, VotedBlocks, VotedTopics, Votes];

/** Ballots, votes, outcomes and resolutions. */
@Module({
  imports: [
    AgendasModule,
    ConferencesModule,
    NotificationsModule,
    OrganisationModule,
    ProposalsModule,
    CorrectionsModule,
    MinutesModule,
    StatementsModule,
    TopicsModule,
  ],
  controllers: [CollectionDocumentController],
  providers: [
    ...queries,
    ...acts,
    ...stores,
    AskVotersForVotesOnChangedTextJob,
    NotifyAllOfAdoptedResolutionJob,
    NotifyPartyOfRecordedVoteJob,
  ],
  exports: [
    ...stores,
    CorrectionsModule,
    MinutesModule,
    StatementsModule,
    CloseBallotHandler,
    GiveVoteHandler,
    ImportResolutionHandler,
    OpenBallotHandler,
    OpenBlockBallotHandler,
    RecordTopicOutcomeHandler,
  ],
})
export class DecisionsModule {}
