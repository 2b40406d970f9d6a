import { ALL_AUDIENCE } from '#organisation';
import { newId } from '#platform/database';
import type { Topic } from '#topics';
import type { ConferenceStage } from './conference-stage.js';

export interface AdoptedResolution {
  readonly resolutionId: string;
  readonly topic: Topic;
  readonly clauseIds: readonly [string, string];
}

/** A decided topic with its resolution of two clauses, as if the archive had brought it. */
export async function anAdoptedResolution(
  stage: ConferenceStage,
  given: Partial<Topic> = {},
  adoptedOn = '2026-06-12',
): Promise<AdoptedResolution> {
  const topic = await stage.placeTopic({ state: 'DECIDED', outcome: 'ADOPTED', ...given });
  const clauseIds = [newId(), newId()] as const;
  const clauses = [
    { id: clauseIds[0], number: '1', text: 'Die IMK nimmt den Bericht zur Kenntnis.', children: [] },
    { id: clauseIds[1], number: '2', text: 'Sie bittet den AK V, erneut zu berichten.', children: [] },
  ];
  const resolutionId = newId();
  await stage.arrange(
    `INSERT INTO resolutions (id, topic_id, conference_id, ballot_id, text_hash, outcome, title, clauses, adopted_on,
       item_number, release_wish, audience)
     SELECT $1, $2, $3, NULL, $4, 'ADOPTED', $5, $6, $7, '12', true,
       CASE classification WHEN 'RESTRICTED' THEN array(SELECT code FROM unnest(audience) AS code WHERE code >= 0)
         ELSE $8::int[] END FROM topics WHERE id = $2`,
    [
      resolutionId,
      topic.id,
      topic.conferenceId,
      'a'.repeat(64),
      topic.title,
      JSON.stringify(clauses),
      adoptedOn,
      [...ALL_AUDIENCE],
    ],
  );
  return { resolutionId, topic, clauseIds };
}
