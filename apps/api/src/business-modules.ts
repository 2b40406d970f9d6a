import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { agendaEntities, AgendasModule } from '#agendas';
import { conferencesEntities, ConferencesModule } from '#conferences';
import { decisionEntities, DecisionsModule } from '#decisions';
import { NotificationsModule } from '#notifications';
import { organisationEntities, OrganisationModule } from '#organisation';
import { proposalEntities, ProposalsModule } from '#proposals';
import { topicEntities, TopicsModule } from '#topics';

/** The libraries of the house, in their order. */
export const businessModules: readonly Type[] = [
  OrganisationModule,
  NotificationsModule,
  ConferencesModule,
  TopicsModule,
  ProposalsModule,
  AgendasModule,
  DecisionsModule,
];

export const entities: readonly EntityTarget<ObjectLiteral>[] = [
  ...organisationEntities,
  ...conferencesEntities,
  ...topicEntities,
  ...proposalEntities,
  ...agendaEntities,
  ...decisionEntities,
];
