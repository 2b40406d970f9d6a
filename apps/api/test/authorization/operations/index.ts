import { organisationMutations, organisationQueries } from './organisation.js';
import { operationsMutations, operationsQueries } from './operations.js';
import { followUpMutations, followUpQueries } from './follow-ups.js';
import { deadlineMutations, deadlineQueries } from './deadlines.js';
import { notificationMutations, notificationQueries } from './notifications.js';
import { conferenceMutations, conferenceQueries, sessionMutations } from './conferences.js';
import { topicMutations, topicQueries } from './topics.js';
import { agendaMutations, agendaQueries } from './agendas.js';
import { commentRoundMutations, commentRoundQueries } from './comment-rounds.js';
import { decisionMutations, decisionQueries } from './decisions.js';
import { correctionMutations } from './corrections.js';
import { minutesMutations, minutesQueries } from './minutes.js';
import { statementMutations, statementQueries } from './statements.js';
import { publicationMutations, publicationQueries } from './publication.js';
import { writtenProcedureMutations, writtenProcedureQueries } from './written-procedures.js';
import { calendarMutations, calendarQueries } from './calendars.js';
import type { Row } from './row.js';

export type { Call, Row } from './row.js';

/** One file per library; the order is that of the house. */
export const mutations: readonly Row[] = [
  ...organisationMutations,
  ...operationsMutations,
  ...deadlineMutations,
  ...notificationMutations,
  ...conferenceMutations,
  ...sessionMutations,
  ...topicMutations,
  ...commentRoundMutations,
  ...agendaMutations,
  ...decisionMutations,
  ...statementMutations,
  ...minutesMutations,
  ...correctionMutations,
  ...writtenProcedureMutations,
  ...publicationMutations,
  ...followUpMutations,
  ...calendarMutations,
];

export const queries: readonly Row[] = [
  ...organisationQueries,
  ...operationsQueries,
  ...deadlineQueries,
  ...notificationQueries,
  ...conferenceQueries,
  ...topicQueries,
  ...commentRoundQueries,
  ...agendaQueries,
  ...decisionQueries,
  ...statementQueries,
  ...minutesQueries,
  ...writtenProcedureQueries,
  ...publicationQueries,
  ...followUpQueries,
  ...calendarQueries,
];
