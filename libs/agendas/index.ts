import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { ITEM_PLACED } from './domain/agenda-decision.js';
import { agendaLifecycle } from './domain/agenda-lifecycle.js';
import { AgendaExplanationEntity } from './persistence/agenda-explanation.entity.js';
import { AgendaItemEntity } from './persistence/agenda-item.entity.js';
import { AgendaViewEntity } from './persistence/agenda-view.entity.js';
import { AgendaEntity } from './persistence/agenda.entity.js';

export { AgendaLoaders } from './agenda-loaders.js';
export { AgendaTransitionHandler, type AgendaAnswer } from './agenda-transition.handler.js';
export { AgendaItemType, AgendaType } from './agenda.graphql.js';
export { AgendasModule } from './agendas.module.js';
export type { AgendaAction } from './domain/agenda-lifecycle.js';
export { CompileAgendaHandler } from './features/compile-agenda/compile-agenda.handler.js';
export { SessionReports, type SessionReport, type SessionReportSource } from './session-reports.js';
export { Agendas, type AgendaItemRow, type AgendaRow, type StoredAgenda } from './persistence/agenda.repository.js';
export { AgendaEntity, AgendaItemEntity, agendaLifecycle };

export const agendaEntities: readonly EntityTarget<ObjectLiteral>[] = [
  AgendaEntity,
  AgendaItemEntity,
  AgendaExplanationEntity,
  AgendaViewEntity,
];

/** Every event that an agenda and its items can emit. */
export const agendaEvents: readonly string[] = [...eventLabels(agendaLifecycle).keys(), ITEM_PLACED];

/** Events that are told to nobody: the history alone keeps them. */
export const agendaRecordOnlyEvents: readonly string[] = [
  'agenda.compiled',
  'agenda.topicExplained',
  'agenda.itemMoved',
  'agenda.itemAgreed',
  'agenda.itemPulledOff',
  'agenda.itemRemoved',
  'agenda.reviewed',
  'agenda.finalised',
  'agenda.approved',
  'agenda.closed',
];
