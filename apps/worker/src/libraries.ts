import type { DynamicModule, Type } from '@nestjs/common';
import { agendaEvents, agendaRecordOnlyEvents, AgendasModule } from '#agendas';
import { calendarEvents, calendarRecordOnlyEvents, CalendarsModule } from '#calendars';
import { conferenceEvents, conferenceRecordOnlyEvents, ConferencesModule } from '#conferences';
import { deadlineEvents, deadlineRecordOnlyEvents, DeadlinesModule } from '#deadlines';
import { decisionEvents, decisionRecordOnlyEvents, DecisionsModule } from '#decisions';
import { followUpEvents, followUpRecordOnlyEvents, FollowUpsModule } from '#follow-ups';
import { notificationEvents, notificationRecordOnlyEvents, NotificationsModule } from '#notifications';
import { operationsEvents, OperationsModule, operationsRecordOnlyEvents } from '#operations';
import { organisationEvents, OrganisationModule, organisationRecordOnlyEvents } from '#organisation';
import type { EventCatalogue } from '#platform/jobs';
import { proposalEvents, proposalRecordOnlyEvents, ProposalsModule } from '#proposals';
import { publicationEvents, PublicationModule, publicationRecordOnlyEvents } from '#publication';
import { topicEvents, topicRecordOnlyEvents, TopicsModule } from '#topics';
import { writtenProcedureEvents, writtenProcedureRecordOnlyEvents, WrittenProceduresModule } from '#written-procedures';

/** What the libraries bring into the worker. */
export interface Libraries {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly events: EventCatalogue;
}

/** All libraries of the product, with every event that their records can emit. */
export const libraries: Libraries = {
  modules: [
    OrganisationModule,
    OperationsModule,
    DeadlinesModule,
    NotificationsModule,
    ConferencesModule,
    TopicsModule,
    ProposalsModule,
    AgendasModule,
    DecisionsModule,
    WrittenProceduresModule,
    PublicationModule,
    FollowUpsModule,
    CalendarsModule,
  ],
  events: {
    events: [
      ...organisationEvents,
      ...operationsEvents,
      ...deadlineEvents,
      ...notificationEvents,
      ...conferenceEvents,
      ...topicEvents,
      ...proposalEvents,
      ...agendaEvents,
      ...decisionEvents,
      ...writtenProcedureEvents,
      ...publicationEvents,
      ...followUpEvents,
      ...calendarEvents,
    ],
    recordOnlyEvents: [
      ...organisationRecordOnlyEvents,
      ...operationsRecordOnlyEvents,
      ...deadlineRecordOnlyEvents,
      ...notificationRecordOnlyEvents,
      ...conferenceRecordOnlyEvents,
      ...topicRecordOnlyEvents,
      ...proposalRecordOnlyEvents,
      ...agendaRecordOnlyEvents,
      ...decisionRecordOnlyEvents,
      ...writtenProcedureRecordOnlyEvents,
      ...publicationRecordOnlyEvents,
      ...followUpRecordOnlyEvents,
      ...calendarRecordOnlyEvents,
    ],
  },
};
