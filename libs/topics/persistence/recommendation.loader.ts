import type { ReadTx } from '#platform/database';
import type { GivenRecommendation } from '../domain/given-recommendation.js';

export type KeptRecommendation = GivenRecommendation & { readonly id: string; readonly topicId: string };

/** Batch for loaders: what was recommended on each topic, in the order in which it was given. */
export async function recommendationsByTopics(
  tx: ReadTx,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptRecommendation[]>> {
  const rows = await tx.prepared<KeptRecommendation>(
    'recommendations-by-topics',
    `SELECT id, topic_id AS "topicId", conference_id AS "conferenceId", stage, body, recommendation, note,
            proposal_version_id AS "proposalVersionId", given_at AS "givenAt"
     FROM topic_recommendations WHERE topic_id = ANY ($1::uuid[]) ORDER BY given_at, id`,
    [topicIds],
  );
  return new Map(topicIds.map((id) => [id, rows.filter(({ topicId }) => topicId === id)]));
}
