import type { World } from './world.js';

/** Rows that must not exist; what a statement finds is a fault of the product. `$1` is the conference. */
const forbidden: Readonly<Record<string, string>> = {
  '1 no resolution exists against the No of a Land': `
    SELECT resolutions.id, votes.party FROM resolutions
    JOIN (SELECT DISTINCT ON (ballot_id, party) * FROM votes ORDER BY ballot_id, party, version DESC) AS votes
      ON votes.ballot_id = resolutions.ballot_id AND votes.text_hash = resolutions.text_hash
    WHERE resolutions.conference_id = $1 AND votes.choice = 'NO'`,
  '2 the Bund is not among the votes': `
    SELECT votes.id FROM votes JOIN ballots ON ballots.id = ballot_id
    JOIN topics ON topics.id = ballots.topic_id WHERE topics.conference_id = $1 AND party = 'BUND'`,
  '5 nothing is released against an objection': `
    SELECT releases.id FROM releases JOIN release_objections ON release_id = releases.id
    WHERE releases.conference_id = $1 AND releases.state IN ('RELEASED', 'PUBLISHED')
      AND release_objections.state = 'STANDING'`,
  '6 a number is given once on an agenda': `
    SELECT agenda_id, number FROM agenda_items JOIN agendas ON agendas.id = agenda_id
    WHERE conference_id = $1 AND number IS NOT NULL GROUP BY agenda_id, number HAVING count(*) > 1`,
  '7 votes are given by the coordination of the Land, or by the secretariat with both names': `
    SELECT votes.id FROM votes JOIN ballots ON ballots.id = ballot_id JOIN topics ON topics.id = ballots.topic_id
    WHERE topics.conference_id = $1 AND NOT EXISTS (
      SELECT FROM assignments WHERE assignments.person_id = votes.person_id
        AND CASE WHEN on_behalf_by IS NULL THEN role = 'PARTY_COORDINATOR' AND party_code = votes.party
                 ELSE role = 'SECRETARIAT' END)`,
  '7 statements and objections are those of the coordination, in the own name of its party': `
    SELECT history.id FROM history JOIN assignments ON person_id = actor_person_id
    WHERE event IN ('statement.drafted', 'statement.cosigned', 'release.objected')
      AND role NOT IN ('PARTY_COORDINATOR', 'PARTY_EXPERT') AND $1::uuid IS NOT NULL`,
  '8 a fireside talk holds no ballot and no resolution': `
    SELECT topics.id FROM topics
    WHERE conference_id = $1 AND kind = 'FIRESIDE' AND (proposal_version_id IS NOT NULL
      OR EXISTS (SELECT FROM ballots WHERE topic_id = topics.id)
      OR EXISTS (SELECT FROM resolutions WHERE topic_id = topics.id)
      OR EXISTS (SELECT FROM statements WHERE topic_id = topics.id))`,
  '11 no vote is cast at or after the instant the ballot closes': `
    SELECT votes.id FROM votes JOIN ballots ON ballots.id = ballot_id JOIN topics ON topics.id = ballots.topic_id
    WHERE topics.conference_id = $1 AND (votes.cast_at >= ballots.closes_at OR votes.cast_at > ballots.closed_at)`,
  '9 whoever acted in the chair held it on that day': `
    SELECT history.id, event, occurred_at FROM history
    WHERE capacity = 'CHAIR' AND record_id IN (SELECT id FROM topics WHERE conference_id = $1
        UNION ALL SELECT id FROM agendas WHERE conference_id = $1 UNION ALL SELECT id FROM releases WHERE conference_id = $1
        UNION ALL SELECT id FROM publications WHERE conference_id = $1)
      AND NOT EXISTS (
        SELECT FROM assignments JOIN chair_terms ON chair_terms.party_code = assignments.party_code
        WHERE person_id = actor_person_id AND role = 'CHAIR'
          AND (occurred_at AT TIME ZONE 'Europe/Berlin')::date BETWEEN chair_terms.valid_from AND chair_terms.valid_to)`,
  '3 no mail names a topic, a paper or a statement': `
    SELECT captured_mails.id, subject FROM captured_mails
    WHERE position('zq' || right($1::text, 10) IN concat(subject, text, html)) > 0`,
  '4 a public text is the adopted one, byte for byte, and a correction the confirmed one': `
    SELECT public.id FROM publication.resolutions AS public JOIN resolutions ON resolutions.id = public.id
    WHERE public.conference_id = $1 AND (public.clauses::text <> resolutions.clauses::text
      OR public.title <> resolutions.title OR public.text_hash <> resolutions.text_hash)`,
  '5 nothing is public whose release is not': `
    SELECT public.id FROM publication.resolutions AS public
    WHERE conference_id = $1 AND NOT EXISTS (
      SELECT FROM releases WHERE object_id = public.id AND state = 'PUBLISHED')`,
  '10 the text of a running written procedure is the text of its topic and of its ballot': `
    SELECT written_procedures.id FROM written_procedures JOIN topics ON topics.id = topic_id
    LEFT JOIN ballots ON written_procedure_id = written_procedures.id AND ballots.state = 'OPEN'
    WHERE written_procedures.conference_id = $1 AND written_procedures.state = 'RUNNING'
      AND (topics.proposal_text_hash IS DISTINCT FROM written_procedures.text_hash
        OR ballots.text_hash IS DISTINCT FROM written_procedures.text_hash)`,
  '11 no objection is accepted at or after its deadline': `
    SELECT release_objections.id FROM release_objections JOIN releases ON releases.id = release_id
    WHERE releases.conference_id = $1 AND objected_at >= objections_until
      -- At the very instant at which the session is concluded, what was written before came before.
      AND NOT EXISTS (SELECT FROM history AS raised JOIN history AS concluded ON raised.id < concluded.id
        WHERE raised.record_id = release_objections.id AND raised.event = 'releaseObjection.raised'
          AND concluded.event = 'session.concluded' AND concluded.occurred_at = objected_at
          AND objected_at = objections_until)`,
  '12 every change of a written procedure has exactly one entry': `
    SELECT written_procedures.id, written_procedures.revision, count(history.id) FROM written_procedures
    LEFT JOIN history ON record_kind = 'writtenProcedure' AND record_id = written_procedures.id
      AND event NOT IN ('writtenProcedure.formGiven', 'writtenProcedure.formGivenOnBehalf')
    WHERE conference_id = $1 GROUP BY written_procedures.id
    HAVING count(history.id) <> written_procedures.revision`,
  '12 every change of a topic has exactly one entry, with actor, capacity and time': `
    SELECT topics.id, topics.revision, count(history.id) FROM topics
    LEFT JOIN history ON record_kind = 'topic' AND record_id = topics.id
    WHERE conference_id = $1 GROUP BY topics.id
    HAVING count(history.id) <> topics.revision OR bool_or(capacity = '' OR actor_name = '')`,
  '12 every change of an agenda has exactly one entry': `
    SELECT agendas.id, agendas.revision, count(history.id) FROM agendas
    LEFT JOIN history ON event <> 'agendaItem.placed' AND (record_kind = 'agenda' AND record_id = agendas.id
      OR record_kind = 'agendaItem' AND record_id IN (SELECT id FROM agenda_items WHERE agenda_id = agendas.id))
    WHERE conference_id = $1 GROUP BY agendas.id HAVING count(history.id) <> agendas.revision`,
  '12 the chain of the history is unbroken': `
    SELECT record_id FROM history WHERE record_id IN (SELECT id FROM topics WHERE conference_id = $1)
    GROUP BY record_id HAVING count(*) <> max(sequence)`,
};

/** All in one statement: it is asked after every step. */
const anyForbidden = Object.entries(forbidden)
  .map(([name, statement]) => `SELECT '${name}' AS name, to_jsonb(found) AS found FROM (${statement}) AS found`)
  .join(' UNION ALL ');

/** What is broken, by the name of the invariant; nothing as long as all hold. */
export async function brokenInvariants(world: World): Promise<readonly unknown[]> {
  return world.rows(anyForbidden, [world.conferenceId]);
}

/** The circulated numbers as they were seen first: they never change (invariant 6). */
export async function changedNumbers(world: World, seen: Map<string, string>): Promise<readonly unknown[]> {
  const items = await world.rows<{ id: string; number: string }>(
    `SELECT agenda_items.id, number FROM agenda_items JOIN agendas ON agendas.id = agenda_id
     WHERE conference_id = $1 AND number IS NOT NULL`,
    [world.conferenceId],
  );
  const now = new Map(items.map(({ id, number }) => [id, number]));
  const changed = [...seen].filter(([id, number]) => now.get(id) !== number);
  for (const [id, number] of now) seen.set(id, number);
  return changed;
}
