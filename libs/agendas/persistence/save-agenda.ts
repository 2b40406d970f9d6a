import { bodyNames, type BodyCode } from '#glossary';
import { ALL_PARTIES_AUDIENCE, audienceOfBody, audienceOfGuests, OFFICE_AUDIENCE, type Actor } from '#organisation';
import { appendHistories, shareHistories, shareHistory, SYSTEM_AUDIENCE, type Tx } from '#platform/database';
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
};

type Audiences = ReadonlyMap<string, readonly number[]>;

/** Writes the decided agenda with all its items, their history and outbox entries. As many statements for one as for a hundred. */
export async function saveAgenda(
  tx: Tx,
  actor: Actor,
  { agenda, events }: AcceptedAgenda,
  occurredAt: Date,
): Promise<void> {
  const audience = audienceOf(agenda, codes);
  const ofItems: Audiences = new Map(agenda.items.map((item) => [item.id, audienceOfItem(agenda, item, codes)]));
  await saveRow(tx, agenda, audience);
  await saveItems(tx, agenda, ofItems);
  await saveExplanations(tx, agenda);
  await shareHistory(tx, 'agenda', agenda.id, audience);
  await shareHistories(tx, 'agendaItem', ofItems);
  await appendHistories(
    tx,
    events.map((event) => ({
      ...event,
      actorName: actor.name,
      occurredAt,
      audience: ofItems.get(event.recordId) ?? audience,
    })),
  );
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
       subtitle, reason, pulled_off_by, placed_at, audience)
     SELECT id, $1, "topicId", number, supplement, position, "group", list, state, title, subtitle, reason,
       "pulledOffBy", "placedAt", audience
     FROM jsonb_to_recordset($2) AS item (id uuid, "topicId" uuid, number text, supplement int, position int,
       "group" text, list text, state text, title text, subtitle text, reason text, "pulledOffBy" text,
       "placedAt" timestamptz, audience int[])
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, supplement = excluded.supplement,
       position = excluded.position, list = excluded.list, state = excluded.state, title = excluded.title,
       subtitle = excluded.subtitle, reason = excluded.reason, pulled_off_by = excluded.pulled_off_by,
       audience = excluded.audience`,
    [id, JSON.stringify(rows)],
  );
}

async function saveExplanations(tx: Tx, agenda: StoredAgenda): Promise<void> {
  const { id, explanations } = agenda;
  const audience = audienceOf(agenda, codes);
  const rows = explanations.map(({ restrictedTo, ...said }) => ({
    ...said,
    audience: restrictedTo === null ? audience : audience.filter((code) => restrictedTo.includes(code)),
  }));
  await tx.execute(
    `INSERT INTO agenda_explanations (agenda_id, topic_id, topic_state, explanation, explained_by, explained_at, audience)
     SELECT $1, "topicId", "topicState", explanation, "explainedBy", "explainedAt", audience
     FROM jsonb_to_recordset($2) AS said ("topicId" uuid, "topicState" text, explanation text, "explainedBy" text,
       "explainedAt" timestamptz, audience int[])
     ON CONFLICT (agenda_id, topic_id) DO UPDATE SET topic_state = excluded.topic_state,
       explanation = excluded.explanation, explained_by = excluded.explained_by, explained_at = excluded.explained_at,
       audience = excluded.audience`,
    [id, JSON.stringify(rows)],
  );
}
