import { bodyNames, type BodyCode } from '#glossary';
import {
  ALL_PARTIES_AUDIENCE,
  audienceOfBody,
  audienceOfGuests,
  audienceOfOfficers,
  OFFICE_AUDIENCE,
  type Actor,
} from '#organisation';
import { appendHistories, shareHistories, SYSTEM_AUDIENCE, type Tx } from '#platform/database';
import { audienceOf, audienceOfItem, type AgendaAudienceCodes } from '../domain/agenda-audience.js';
import type { AcceptedAgenda } from '../domain/agenda-decision.js';
import type { StoredAgenda } from './agenda-rows.js';

const codes: AgendaAudienceCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  parties: ALL_PARTIES_AUDIENCE,
  bodies: (Object.keys(bodyNames) as BodyCode[]).map(audienceOfBody),
  body: audienceOfBody,
  guests: audienceOfGuests,
  officers: audienceOfOfficers,
};

/** Events of an agenda that are told to those alone who prepare it; a supplement without a number is restricted. */
const PREPARING: readonly string[] = ['agenda.compiled', 'agenda.supplementCirculated'];
const TOPIC_EXPLAINED = 'agenda.topicExplained';

interface AgendaAudiences {
  readonly readers: readonly number[];
  readonly preparing: readonly number[];
}

type Audiences = ReadonlyMap<string, readonly number[]>;

/** Writes the decided agenda with all its items, their history and outbox entries. As many statements for one as for a hundred. */
export async function saveAgenda(
  tx: Tx,
  actor: Actor,
  { agenda, events }: AcceptedAgenda,
  occurredAt: Date,
): Promise<void> {
  const readers = audienceOf(agenda, codes);
  const preparing = audienceOf({ ...agenda, circulatedAt: null }, codes);
  const ofItems: Audiences = new Map(agenda.items.map((item) => [item.id, audienceOfItem(agenda, item, codes)]));
  await saveRow(tx, agenda, readers);
  await saveItems(tx, agenda, ofItems);
  await saveExplanations(tx, agenda, readers);
  await shareHistories(tx, 'agendaItem', ofItems);
  await appendHistories(
    tx,
    events.map((event) => ({
      ...event,
      actorName: actor.name,
      occurredAt,
      audience: ofItems.get(event.recordId) ?? preparing,
    })),
  );
  await shareHistoryOfAgenda(tx, agenda, { readers, preparing });
}

async function saveRow(tx: Tx, agenda: StoredAgenda, audience: readonly number[]): Promise<void> {
  await tx.execute(
    `INSERT INTO agendas (id, conference_id, state, circulated_at, supplements, revision, audience, session_id, body_codes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, circulated_at = excluded.circulated_at,
       supplements = excluded.supplements, revision = excluded.revision, audience = excluded.audience`,
    [
      agenda.id,
      agenda.conferenceId,
      agenda.state,
      agenda.circulatedAt,
      agenda.supplements,
      agenda.revision,
      audience,
      agenda.sessionId,
      agenda.bodies,
    ],
  );
}

/** How an item ended and that its topic left are noted by acts of their own, and not overwritten here. */
async function saveItems(tx: Tx, { id, items }: StoredAgenda, audiences: Audiences): Promise<void> {
  const rows = items.map((item) => ({ ...item, audience: audiences.get(item.id) }));
  await tx.execute(
    `INSERT INTO agenda_items (id, agenda_id, topic_id, number, supplement, position, group_code, list, state, title,
       subtitle, reason, pulled_off_by, placed_at, circulated_at, audience)
     SELECT id, $1, "topicId", number, supplement, position, "group", list, state, title, subtitle, reason,
       "pulledOffBy", "placedAt", "circulatedAt", audience
     FROM jsonb_to_recordset($2) AS item (id uuid, "topicId" uuid, number text, supplement int, position int,
       "group" text, list text, state text, title text, subtitle text, reason text, "pulledOffBy" text,
       "placedAt" timestamptz, "circulatedAt" timestamptz, audience int[])
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, supplement = excluded.supplement,
       circulated_at = excluded.circulated_at,
       position = excluded.position, list = excluded.list, state = excluded.state, title = excluded.title,
       subtitle = excluded.subtitle, reason = excluded.reason, pulled_off_by = excluded.pulled_off_by,
       audience = excluded.audience`,
    [id, JSON.stringify(rows)],
  );
}

/**
 * What was once said stays as it was said. Of those who read the agenda those read it who may see the topic; of a topic
 * that the actor does not see nothing changes.
 */
async function saveExplanations(
  tx: Tx,
  { id, explanations }: StoredAgenda,
  audience: readonly number[],
): Promise<void> {
  await tx.execute(
    `INSERT INTO agenda_explanations (agenda_id, topic_id, number, topic_state, explanation, explained_by, explained_at,
       audience)
     SELECT $1, "topicId", number, "topicState", explanation, "explainedBy", "explainedAt",
       audience_narrowed($3::int[], topic.audience)
     FROM jsonb_to_recordset($2) AS said ("topicId" uuid, number int, "topicState" text, explanation text,
       "explainedBy" text, "explainedAt" timestamptz) JOIN topics topic ON topic.id = said."topicId"
     ON CONFLICT (agenda_id, topic_id, number) DO UPDATE SET audience = excluded.audience`,
    [id, JSON.stringify(explanations), audience],
  );
}

/**
 * That a topic was taken up is told to those who prepare the agenda, until it is circulated; what is said of a missing
 * topic to those who may see it. Everything else is told to all who read the agenda.
 */
async function shareHistoryOfAgenda(
  tx: Tx,
  { id }: StoredAgenda,
  { readers, preparing }: AgendaAudiences,
): Promise<void> {
  await tx.execute(
    `UPDATE history entry SET audience = told.audience FROM (
       SELECT history.id, CASE WHEN event = ANY ($4) AND data ->> 'supplement' IS NULL THEN $3::int[]
         WHEN event = $5 THEN coalesce((SELECT said.audience FROM agenda_explanations said
           WHERE said.agenda_id = $1 AND said.topic_id = (data ->> 'topicId')::uuid LIMIT 1), history.audience)
         ELSE $2::int[] END AS audience
       FROM history WHERE record_kind = 'agenda' AND record_id = $1) told
     WHERE entry.id = told.id AND entry.audience IS DISTINCT FROM told.audience`,
    [id, readers, preparing, PREPARING, TOPIC_EXPLAINED],
  );
}
