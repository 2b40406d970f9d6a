import type { DynamicModule, Type } from '@nestjs/common';
import { agendaEvents, agendaRecordOnlyEvents, AgendasModule } from '#agendas';
import { conferenceRecordOnlyEvents, ConferencesModule } from '#conferences';
import { decisionEvents, decisionRecordOnlyEvents, DecisionsModule } from '#decisions';
import { notificationEvents, NotificationsModule } from '#notifications';
import { OrganisationModule, organisationRecordOnlyEvents } from '#organisation';
import type { EventCatalogue } from '#platform/jobs';
import { ProposalsModule } from '#proposals';
import { topicEvents, topicRecordOnlyEvents, TopicsModule } from '#topics';

/** What the libraries bring into the worker. */
export interface Libraries {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly events: EventCatalogue;
}

/** All libraries of the product, with every event that their records can emit. */
export const libraries: Libraries = {
  modules: [
    OrganisationModule,
    NotificationsModule,
    ConferencesModule,
    TopicsModule,
    ProposalsModule,
    AgendasModule,
    DecisionsModule,
  ],
  events: {
    events: [
      ...organisationRecordOnlyEvents,
      ...notificationEvents,
      ...conferenceRecordOnlyEvents,
      ...topicEvents,
      ...agendaEvents,
      ...decisionEvents,
    ],
    recordOnlyEvents: [
      ...organisationRecordOnlyEvents,
      ...conferenceRecordOnlyEvents,
      ...topicRecordOnlyEvents,
      ...agendaRecordOnlyEvents,
      ...decisionRecordOnlyEvents,
    ],
  },
};
