import {
  agendaStateNames,
  ballotStateNames,
  bodyShortNames,
  outcomeNames,
  partyNames,
  seasonNames,
  topicStateNames,
} from '#glossary';

/** A CASE that says the German name of a code. */
function named(column: string, names: Readonly<Record<string, string>>): string {
  const branches = Object.entries(names).map(([code, name]) => `WHEN '${code}' THEN '${name}'`);
  return `CASE ${column} ${branches.join(' ')} END`;
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const conferenceTitle = `concat_ws(', ', conference.number || '. Sitzung',
  ${named('conference.season', seasonNames)} || ' ' || conference.year, conference.place)`;

/** Who asks, by session; from here on row-level security answers for this person. */
export const identify = `
  SELECT people.name, set_config('app.person_id', people.id::text, true), set_config('app.audience', (
      SELECT '{' || string_agg(party.audience_code::text, ',') || '}' FROM assignments
      JOIN parties AS party ON party.code = party_code
      WHERE person_id = people.id AND current_date BETWEEN valid_from AND coalesce(valid_to, 'infinity')), true)
  FROM sign_in_sessions AS session JOIN people ON people.id = session.person_id
  WHERE token_hash = $1 AND expires_at > now() AND last_seen_at > now() - interval '2 hours'`;

/** Two levels, as many as the texts have; what has nothing below it is not taken apart. */
const clauses = `
  (SELECT json_agg(json_build_object('id', clause -> 'id', 'number', n::text, 'text', clause -> 'text', 'children',
      CASE WHEN clause -> 'children' = '[]' THEN '[]'::json ELSE (
        SELECT json_agg(json_build_object('id', child -> 'id', 'number', n || '.' || m, 'text', child -> 'text') ORDER BY m)
        FROM jsonb_array_elements(clause -> 'children') WITH ORDINALITY AS below (child, m)) END) ORDER BY n)
   FROM jsonb_array_elements(version.clauses) WITH ORDINALITY AS top (clause, n))`;

/** What the committee was called on the first day of the conference. */
const nameOfGroup = `(SELECT name FROM body_names WHERE body_code = item.group_code
  AND conference.starts_on BETWEEN valid_from AND coalesce(valid_to, 'infinity'))`;

const items = `
  SELECT json_agg(json_build_object(
      'id', item.id, 'number', item.number, 'position', item.position, 'title', item.title, 'subtitle', item.subtitle,
      'group', item.group_code, 'groupLabel', ${named('item.group_code', { GENERAL: 'Allgemeines', ...bodyShortNames })}
        || coalesce(' – ' || ${nameOfGroup}, ''),
      'list', item.list, 'state', item.state, 'reason', item.reason,
      'topic', json_build_object('id', topic.id, 'kind', topic.kind, 'state', topic.state,
        'stateLabel', ${named('topic.state', topicStateNames)}, 'outcomeLabel', ${named('topic.outcome', outcomeNames)}),
      'ballot', json_build_object('id', ballot.id, 'state', ballot.state,
        'stateLabel', ${named('ballot.state', ballotStateNames)}),
      'clauses', ${clauses}) ORDER BY item.group_code <> 'GENERAL', item.group_code, item.position)
  FROM agenda_items AS item
  LEFT JOIN topics AS topic ON topic.id = item.topic_id
  LEFT JOIN proposal_versions AS version ON version.id = topic.proposal_version_id
  LEFT JOIN ballots AS ballot ON ballot.agenda_item_id = item.id
  WHERE item.agenda_id = agenda.id`;

export const agendaPage = `
  SELECT json_build_object('data', json_build_object('agenda', json_build_object(
    'id', agenda.id, 'state', agenda.state, 'stateLabel', ${named('agenda.state', agendaStateNames)},
    'circulatedAt', ${instant('circulated_at')}, 'revision',
      (SELECT count(*) FROM history WHERE record_kind = 'agenda' AND record_id = agenda.id),
    'conference', json_build_object('id', conference.id, 'title', ${conferenceTitle},
      'startsOn', conference.starts_on, 'endsOn', conference.ends_on, 'place', conference.place),
    'items', (${items}))))::text AS answer
  FROM agendas AS agenda JOIN conferences AS conference ON conference.id = agenda.conference_id
  WHERE agenda.id = $1`;

/** Count, page and keys in one pass; the wide columns are only read for the page. */
export const topicList = `
  WITH page AS (
    SELECT id, updated_at, count(*) OVER () AS total FROM topics
    WHERE state = ANY ($1::text[]) AND (lead_committee = $2 OR $2 = ANY (involved_committees))
    ORDER BY updated_at DESC, id DESC LIMIT $3::int + 1
  ), shown AS (SELECT * FROM page ORDER BY updated_at DESC, id DESC LIMIT $3::int)
  SELECT json_build_object('data', json_build_object('topics', json_build_object(
    'totalCount', coalesce(min(page.total), 0),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > $3::int FROM page), 'endCursor', (
      SELECT translate(encode(convert_to('["' || to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
          || '","' || id || '"]', 'UTF8'), 'base64'), '+/=' || chr(10), '-_')
      FROM shown ORDER BY updated_at, id LIMIT 1)),
    'nodes', coalesce(json_agg(json_build_object(
      'id', topic.id, 'title', topic.title, 'subtitle', topic.subtitle, 'kind', topic.kind, 'state', topic.state,
      'stateLabel', ${named('topic.state', topicStateNames)}, 'isLate', topic.is_late,
      'submittedAt', ${instant('topic.submitted_at')}, 'outcomeLabel', ${named('topic.outcome', outcomeNames)},
      'registrant', json_build_object('name',
        coalesce(${named('topic.registrant_party', partyNames)}, ${named('topic.registrant_body', bodyShortNames)})),
      'coRegistrants', (SELECT coalesce(json_agg(json_build_object('code', code, 'name', ${named('code', partyNames)})), '[]')
        FROM unnest(topic.co_registrants) AS code),
      'conference', json_build_object('id', conference.id, 'title', ${conferenceTitle}),
      'leadCommittee', CASE WHEN topic.lead_committee IS NOT NULL THEN json_build_object('code', topic.lead_committee) END)
      ORDER BY page.updated_at DESC, page.id DESC), '[]'))))::text AS answer
  FROM shown AS page JOIN topics AS topic ON topic.id = page.id
  JOIN conferences AS conference ON conference.id = topic.conference_id`;

/** Lock, rule, vote, history and outbox in one statement; no row means "no". */
export const castVote = `
  WITH ballot AS (
    SELECT id, topic_id, text_hash, audience FROM ballots
    WHERE id = $1 AND state = 'OPEN' AND text_hash = $4 AND EXISTS (
        SELECT FROM assignments WHERE person_id = actor_person_id() AND role = 'PARTY_COORDINATOR' AND party_code = $2
          AND current_date BETWEEN valid_from AND coalesce(valid_to, 'infinity'))
      AND EXISTS (
        SELECT FROM memberships WHERE body_code = 'MAIN_CONFERENCE' AND party_code = $2 AND may_vote
          AND current_date BETWEEN valid_from AND coalesce(valid_to, 'infinity'))
    FOR SHARE
  ), vote AS (
    INSERT INTO votes (id, ballot_id, choice, text_hash, record_id, cast_at, cast_by, person_id, audience, party, version)
    SELECT $6, id, $3, text_hash, $5, now(), $8, actor_person_id(), audience, $2, (
      SELECT coalesce(max(version), 0) + 1 FROM votes WHERE ballot_id = $1 AND party = $2)
    FROM ballot ON CONFLICT ON CONSTRAINT votes_version DO NOTHING RETURNING id
  ), event AS (
    SELECT ballot.audience, jsonb_build_object('ballotId', ballot.id, 'topicId', topic_id, 'textHash', text_hash, 'party',
      $2::text, 'choice', $3::text, 'isOnBehalf', false) AS data
    FROM ballot CROSS JOIN vote
  ), entry AS (
    INSERT INTO history (id, record_kind, record_id, event, data, actor_person_id, actor_name, capacity, occurred_at, audience)
    SELECT $7, 'vote', $5, 'vote.cast', data, actor_person_id(), $8, 'PARTY_COORDINATOR', now(), audience FROM event
  ), message AS (
    INSERT INTO outbox (id, record_kind, record_id, event, data, occurred_at)
    SELECT $7, 'vote', $5, 'vote.cast', data, now() FROM event
  )
  SELECT json_build_object('data', json_build_object('done', json_build_object('ballot', json_build_object('id', ballot.id),
    'refusals', '[]'::json)))::text AS answer
  FROM ballot CROSS JOIN vote`;
