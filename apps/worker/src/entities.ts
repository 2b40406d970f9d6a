import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { agendaEntities } from '#agendas';
import { calendarEntities } from '#calendars';
import { conferencesEntities } from '#conferences';
import { deadlineEntities } from '#deadlines';
import { decisionEntities } from '#decisions';
import { followUpEntities } from '#follow-ups';
import { organisationEntities } from '#organisation';
import { proposalEntities } from '#proposals';
import { publicationEntities } from '#publication';
import { topicEntities } from '#topics';
import { writtenProcedureEntities } from '#written-procedures';

/** The rows that jobs work with; a process of its own opens its own database. */
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
