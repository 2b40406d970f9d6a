import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { agendaEntities } from '#agendas';
import { conferencesEntities } from '#conferences';
import { decisionEntities } from '#decisions';
import { organisationEntities } from '#organisation';
import { proposalEntities } from '#proposals';
import { topicEntities } from '#topics';

/** The rows that jobs work with; a process of its own opens its own database. */
export const entities: readonly EntityTarget<ObjectLiteral>[] = [
  ...organisationEntities,
  ...conferencesEntities,
  ...topicEntities,
  ...proposalEntities,
  ...agendaEntities,
  ...decisionEntities,
];
