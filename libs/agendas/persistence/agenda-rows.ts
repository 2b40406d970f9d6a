import type { AgendaState } from '#glossary';
import type { Agenda, AgendaItem, Explanation } from '../domain/agenda.js';

/** An agenda that has been stored. */
export type StoredAgenda = Agenda & { readonly state: AgendaState };
export type AgendaRow = Omit<StoredAgenda, 'items' | 'explanations'>;
export type ExplanationRow = Explanation & { readonly agendaId: string };
export type AgendaItemRow = AgendaItem & { readonly agendaId: string };

export const agendaColumns = `id, conference_id AS "conferenceId", state, circulated_at AS "circulatedAt", supplements,
  consent_list_closed_at AS "consentListClosedAt", revision`;

export const restrictedTo = `CASE WHEN topic.classification = 'RESTRICTED' THEN topic.audience END AS "restrictedTo"`;

export const itemColumns = `item.id, item.agenda_id AS "agendaId", item.topic_id AS "topicId", item.number,
  item.supplement, item.position, item.group_code AS "group", item.list, item.state, item.title, item.subtitle,
  item.reason, item.pulled_off_by AS "pulledOffBy", item.placed_at AS "placedAt", item.outcome,
  item.decided_at AS "decidedAt", item.topic_departed_at AS "topicDepartedAt"`;

/** GENERAL sorts behind AK1 … AK6 by itself, and stands before them. */
export const agendaOrder = `item.group_code <> 'GENERAL', item.group_code, item.position`;
