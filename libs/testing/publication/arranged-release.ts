import type { PartyCode, ReleaseState } from '#glossary';
import { audienceOfParty } from '#organisation';
import { newId } from '#platform/database';
import type { Topic } from '#topics';
import { anAdoptedResolution } from '../agendas/adopted-resolution.js';
import type { ConferenceStage } from '../agendas/conference-stage.js';

interface ArrangedRelease {
  readonly releaseId: string;
  readonly expectedRevision: number;
  readonly topic: Topic;
  readonly resolutionId: string;
}

interface Arrangement extends Partial<Topic> {
  readonly release?: ReleaseState;
  /** True: nobody can object any more. */
  readonly isOver?: boolean;
}

/** A resolution with its release in the given state, as if the job and the parties had brought it there. */
export async function anArrangedRelease(
  stage: ConferenceStage,
  { release = 'PROPOSED', isOver = release !== 'PROPOSED', ...given }: Arrangement = {},
): Promise<ArrangedRelease> {
  const { topic, resolutionId } = await anAdoptedResolution(stage, { state: 'DECIDED', outcome: 'ADOPTED', ...given });
  const releaseId = newId();
  const now = stage.clock.now();
  const end = new Date(now.getTime() + (isOver ? -1 : 1) * 86_400_000);
  await stage.arrange(
    `INSERT INTO releases (id, object_kind, object_id, topic_id, conference_id, title, classification, release_wish,
       state, objections_until, proposed_at, released_at, published_at, revision, audience)
     SELECT $1, 'RESOLUTION', $2, id, conference_id, title, classification, release_wish, $4, $5, $6,
       CASE WHEN $4 IN ('RELEASED', 'PUBLISHED', 'WITHDRAWN') THEN $6::timestamptz END,
       CASE WHEN $4 IN ('PUBLISHED', 'WITHDRAWN') THEN $6::timestamptz END, 1,
       array(SELECT code FROM unnest(audience) AS code WHERE code BETWEEN 0 AND 17 OR code IN (201, 202))
     FROM topics WHERE id = $3`,
    [releaseId, resolutionId, topic.id, release, end, now],
  );
  return { releaseId, expectedRevision: 1, topic, resolutionId };
}

/** A standing objection of the party, which has blocked the release. */
export async function anArrangedObjection(
  stage: ConferenceStage,
  releaseId: string,
  party: PartyCode,
): Promise<string> {
  const objectionId = newId();
  await stage.arrange(
    `INSERT INTO release_objections (id, release_id, party, state, objected_by, objected_at, revision, audience)
     VALUES ($1, $2, $3, 'STANDING', 'Kim Beispiel', $4, 1, $5)`,
    [objectionId, releaseId, party, stage.clock.now(), [0, audienceOfParty(party)]],
  );
  await stage.arrange(`UPDATE releases SET state = 'BLOCKED' WHERE id = $1`, [releaseId]);
  return objectionId;
}

/** A resolution that everybody can read; its address on the public side. */
export async function anArrangedPublicResolution(stage: ConferenceStage): Promise<string> {
  const { resolutionId } = await anArrangedRelease(stage, { release: 'PUBLISHED' });
  const slug = `beschluss-${resolutionId.slice(-8)}`;
  await stage.arrange(
    `INSERT INTO publication.conferences (id, slug, is_special_session, title, starts_on, ends_on, published_at, names)
     SELECT id, 'imk-herbst-2026', false, 'Herbst 2026', starts_on, ends_on, $2, jsonb_build_object(
       'conference', 'Konferenz', 'conferenceGenitive', 'Konferenz', 'shortName', 'IMK', 'office', 'Geschäftsstelle') FROM conferences WHERE id = $1
     ON CONFLICT DO NOTHING`,
    [stage.conferenceId, stage.clock.now()],
  );
  await stage.arrange(
    `INSERT INTO publication.resolutions (id, conference_id, slug, title, adopted_on, clauses, text_hash,
       unreleased_citations, published_at, changed_at)
     SELECT id, conference_id, $2, title, adopted_on, clauses, text_hash, '{}', $3, $3 FROM resolutions WHERE id = $1`,
    [resolutionId, slug, stage.clock.now()],
  );
  return `/beschluesse/imk-herbst-2026/${slug}`;
}

/** A publication of everything that is released in this conference, prepared by whoever is called like this. */
export async function anArrangedPublication(
  stage: ConferenceStage,
  conferenceId: string,
  mail: string,
): Promise<{ readonly publicationId: string; readonly expectedRevision: number }> {
  const publicationId = newId();
  await stage.arrange(
    `INSERT INTO publications (id, conference_id, state, report, prepared_by, prepared_by_name, prepared_at, revision,
       audience)
     SELECT $1, $2, 'PREPARED', jsonb_build_object('staysBack', '[]'::jsonb, 'changes', '[]'::jsonb, 'becomesPublic',
       jsonb_agg(jsonb_build_object('releaseId', id, 'objectKind', object_kind, 'title', title))), $3, 'Kim Beispiel', $4,
       1, '{0,201,202}'
     FROM releases WHERE conference_id = $2 AND state = 'RELEASED'`,
    [publicationId, conferenceId, stage.person(mail).personId, stage.clock.now()],
  );
  return { publicationId, expectedRevision: 1 };
}
