import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { TopicsModule } from '#topics';
import { AgendaActions } from './agenda-actions.js';
import { AgendaDraftDeadline } from './agenda-draft-deadline.js';
import { AgendaLoaders } from './agenda-loaders.js';
import { AgendaTransitionHandler } from './agenda-transition.handler.js';
import { ApproveAgendaResolver } from './features/approve-agenda/approve-agenda.resolver.js';
import { CirculateAgendaResolver } from './features/circulate-agenda/circulate-agenda.resolver.js';
import { NotifyCoordinatorsOfPlacedItemJob } from './features/circulate-agenda/notify-coordinators-of-placed-item.job.js';
import { NotifyReadersOfAgendaJob } from './features/circulate-agenda/notify-readers-of-agenda.job.js';
import { CirculateSupplementResolver } from './features/circulate-supplement/circulate-supplement.resolver.js';
import { NotifyCoordinatorsOfSupplementJob } from './features/circulate-supplement/notify-coordinators-of-supplement.job.js';
import { CloseAgendaResolver } from './features/close-agenda/close-agenda.resolver.js';
import { CompileAgendaHandler } from './features/compile-agenda/compile-agenda.handler.js';
import { CompileAgendaResolver } from './features/compile-agenda/compile-agenda.resolver.js';
import { ExplainMissingTopicResolver } from './features/explain-missing-topic/explain-missing-topic.resolver.js';
import { FinaliseAgendaResolver } from './features/finalise-agenda/finalise-agenda.resolver.js';
import { MarkAgendaSeenHandler } from './features/mark-agenda-seen/mark-agenda-seen.handler.js';
import { MarkAgendaSeenResolver } from './features/mark-agenda-seen/mark-agenda-seen.resolver.js';
import { MoveAgendaItemResolver } from './features/move-agenda-item/move-agenda-item.resolver.js';
import { AgendaDocumentController } from './features/print-agenda/agenda-document.controller.js';
import { AgendaPapers } from './features/print-agenda/agenda-papers.js';
import { PrintedAgendaQuery } from './features/print-agenda/printed-agenda.query.js';
import { PullItemOffConsentListResolver } from './features/pull-item-off-consent-list/pull-item-off-consent-list.resolver.js';
import { PutItemOnConsentListResolver } from './features/put-item-on-consent-list/put-item-on-consent-list.resolver.js';
import { RemoveItemOfDepartedTopicJob } from './features/remove-agenda-item/remove-item-of-departed-topic.job.js';
import { RemoveAgendaItemResolver } from './features/remove-agenda-item/remove-agenda-item.resolver.js';
import { ReviewAgendaResolver } from './features/review-agenda/review-agenda.resolver.js';
import { AgendaChangesResolver } from './features/show-agenda/agenda-changes.resolver.js';
import { AgendaItemFieldsResolver } from './features/show-agenda/agenda-item-fields.resolver.js';
import {
  AgendaItemOfTopicResolver,
  AgendaOfConferenceResolver,
  AgendaOfSessionResolver,
} from './features/show-agenda/agenda-of.resolver.js';
import { AppearancesOfTopicResolver } from './features/show-agenda/appearances-of-topic.resolver.js';
import { ShowAgendaResolver } from './features/show-agenda/show-agenda.resolver.js';
import { AgendaOfConference } from './persistence/agenda-of-conference.js';
import { Agendas } from './persistence/agenda.repository.js';
import { AgendaViews } from './persistence/agenda-views.js';
import { ClauseMemory } from './persistence/clause-memory.js';
import { SessionReports } from './session-reports.js';

const queries = [
  AgendaChangesResolver,
  AgendaItemFieldsResolver,
  AgendaItemOfTopicResolver,
  AgendaOfConferenceResolver,
  AgendaOfSessionResolver,
  AgendaPapers,
  AppearancesOfTopicResolver,
  PrintedAgendaQuery,
  ShowAgendaResolver,
];

const acts = [
  ApproveAgendaResolver,
  CirculateAgendaResolver,
  CirculateSupplementResolver,
  CloseAgendaResolver,
  CompileAgendaHandler,
  CompileAgendaResolver,
  ExplainMissingTopicResolver,
  FinaliseAgendaResolver,
  MarkAgendaSeenHandler,
  MarkAgendaSeenResolver,
  MoveAgendaItemResolver,
  PullItemOffConsentListResolver,
  PutItemOnConsentListResolver,
  RemoveAgendaItemResolver,
  ReviewAgendaResolver,
];

/** Agendas, their items and what is printed of them. */
@Module({
  imports: [ConferencesModule, NotificationsModule, OrganisationModule, TopicsModule],
  controllers: [AgendaDocumentController],
  providers: [
    ...queries,
    ...acts,
    AgendaActions,
    AgendaDraftDeadline,
    AgendaLoaders,
    AgendaOfConference,
    Agendas,
    AgendaTransitionHandler,
    AgendaViews,
    ClauseMemory,
    NotifyCoordinatorsOfPlacedItemJob,
    NotifyCoordinatorsOfSupplementJob,
    NotifyReadersOfAgendaJob,
    RemoveItemOfDepartedTopicJob,
    SessionReports,
  ],
  exports: [AgendaLoaders, Agendas, AgendaTransitionHandler, CompileAgendaHandler, SessionReports],
})
export class AgendasModule {}
