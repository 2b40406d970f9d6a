import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { agendaEntities, AgendasModule } from '#agendas';
import { calendarEntities, CalendarsModule } from '#calendars';
import { conferencesEntities, ConferencesModule } from '#conferences';
import { deadlineEntities, DeadlinesModule } from '#deadlines';
import { decisionEntities, DecisionsModule } from '#decisions';
import { followUpEntities, FollowUpsModule } from '#follow-ups';
import { NotificationsModule } from '#notifications';
import { OperationsModule } from '#operations';
import { organisationEntities, OrganisationModule } from '#organisation';
import { proposalEntities, ProposalsModule } from '#proposals';
import { publicationEntities, PublicationModule } from '#publication';
import { topicEntities, TopicsModule } from '#topics';
import { writtenProcedureEntities, WrittenProceduresModule } from '#written-procedures';

/** The libraries of the house, in their order. */
export const businessModules: readonly Type[] = [
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
];

export const entities: readonly EntityTarget<ObjectLiteral>[] = [
  ...organisationEntities,
  ...deadlineEntities,
  ...conferencesEntities,
  ...topicEntities,
  ...proposalEntities,
  ...agendaEntities,
  ...decisionEntities,
  ...writtenProcedureEntities,
  ...publicationEntities,
  ...followUpEntities,
  ...calendarEntities,
];
