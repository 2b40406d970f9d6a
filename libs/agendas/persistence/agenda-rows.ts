import type { AgendaState } from '#glossary';
import type { Agenda, AgendaItem, Explanation } from '../domain/agenda.js';

/** An agenda that has been stored. */
export type StoredAgenda = Agenda & { readonly state: AgendaState };
export type AgendaRow = Omit<StoredAgenda, 'items' | 'explanations'>;
export type ExplanationRow = Explanation & { readonly agendaId: string };
export interface AgendaItemRow extends AgendaItem {
  readonly agendaId: string;
  /** Place within its group, from 1, among the items that the reader sees. */
  readonly place: number;
  /** Whether it is on the agenda of the main conference. */
  readonly isOfMainConference: boolean;
  /** What this conference calls the group and the list, where it differs from the usual names. */
  readonly groupName: string | null;
  /** The name that the committee of the group bears on the day for which the agenda is; null for general points. */
  readonly committeeName: string | null;
  readonly listName: string | null;
  /** The session of its main conference that is being held; null when none is. */
  readonly heldSessionId: string | null;
}

/** The bodies under which these stand, without the conference itself. */
export function bodiesAbove(codes: string): string {
  return `(WITH RECURSIVE up AS (
      SELECT parent_code AS code FROM bodies WHERE code = ANY (${codes})
      UNION SELECT bodies.parent_code FROM bodies JOIN up ON up.code = bodies.code)
    SELECT coalesce(array_agg(code ORDER BY code), '{}') FROM up
    WHERE code NOT IN ('PRE_CONFERENCE', 'MAIN_CONFERENCE') AND code <> ALL (${codes}))`;
}

export const agendaColumns = `id, conference_id AS "conferenceId", session_id AS "sessionId", body_codes AS bodies,
  ${bodiesAbove('body_codes')} AS above, state, circulated_at AS "circulatedAt", supplements,
  consent_list_closed_at AS "consentListClosedAt", revision`;

export const restrictedTo = `CASE WHEN topic.classification IN ('RESTRICTED', 'VS_NFD') THEN topic.audience END
  AS "restrictedTo"`;

export const itemColumns = `item.id, item.agenda_id AS "agendaId", item.topic_id AS "topicId", item.number,
  item.supplement, item.position, item.group_code AS "group", item.list, item.state, item.title, item.subtitle,
  item.reason, item.pulled_off_by AS "pulledOffBy", item.placed_at AS "placedAt", item.circulated_at AS "circulatedAt", item.outcome,
  item.decided_at AS "decidedAt", item.topic_departed_at AS "topicDepartedAt",
  agenda.session_id IS NULL AS "isOfMainConference",
  conference.names -> 'bodies' ->> item.group_code AS "groupName", borne.name AS "committeeName",
  conference.names -> 'lists' ->> item.list AS "listName",
  (SELECT held.id FROM sessions held WHERE held.conference_id = agenda.conference_id AND held.state = 'IN_PROGRESS'
     AND held.body_code = 'MAIN_CONFERENCE' ORDER BY held.starts_on, held.id LIMIT 1) AS "heldSessionId"`;

/** An item with the agenda it is on and the conference that gives the names. */
export const itemTables = `agenda_items item JOIN agendas agenda ON agenda.id = item.agenda_id
  JOIN conferences conference ON conference.id = agenda.conference_id
  LEFT JOIN LATERAL (
    SELECT name FROM body_names, (SELECT coalesce(
      (SELECT starts_on FROM sessions WHERE sessions.id = agenda.session_id), conference.starts_on) AS day) AS held
    WHERE body_code = item.group_code
    ORDER BY valid_from > day, coalesce(valid_to < day, false), abs(valid_from - day) LIMIT 1) borne ON true`;

/** GENERAL sorts behind AK1 … AK6 by itself, and stands before them. */
export const agendaOrder = `item.group_code <> 'GENERAL', item.group_code, item.position, item.id`;

/** Counted under row-level security: what the reader does not see leaves no gap. */
export const placeAmongAll = `(row_number() OVER (PARTITION BY item.agenda_id, item.group_code
  ORDER BY item.position, item.id))::int AS place`;
export const placeOfOne = `(SELECT count(*)::int FROM agenda_items other WHERE other.agenda_id = item.agenda_id
  AND other.group_code = item.group_code AND (other.position, other.id) <= (item.position, item.id)) AS place`;
