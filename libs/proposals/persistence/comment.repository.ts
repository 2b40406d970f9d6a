import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { newId, type ReadTx, type Tx } from '#platform/database';
import type { Comment } from '../domain/comment-round.js';

export type CommentToKeep = Omit<Comment, 'version' | 'givenBy'> & {
  readonly roundId: string;
  readonly audience: readonly number[];
};

@Injectable()
export class Comments {
  /** All that was said in each round, by party and in its order: the last of each party counts. */
  async commentsByRounds(tx: ReadTx, roundIds: readonly string[]): Promise<ReadonlyMap<string, readonly Comment[]>> {
    const rows = await tx.prepared<Comment & { readonly roundId: string }>(
      'comments-by-rounds',
      `SELECT round_id AS "roundId", party, comments.kind, text, change_requests AS "changeRequests", text_hash AS "textHash",
         version, given_at AS "givenAt", given_by AS "givenBy"
       FROM comments JOIN parties ON parties.code = party WHERE round_id = ANY ($1::uuid[])
       ORDER BY parties.audience_code, version`,
      [roundIds],
    );
    const grouped = new Map<string, Comment[]>(roundIds.map((id) => [id, []]));
    for (const { roundId, ...comment } of rows) grouped.get(roundId)?.push(comment);
    return grouped;
  }

  /** Adds an answer as the party's next version. False when another of the same party came first. */
  async add(tx: Tx, actor: Actor, toKeep: CommentToKeep): Promise<boolean> {
    const { roundId, party, kind, text, changeRequests, textHash, givenAt, audience } = toKeep;
    const said = [newId(), roundId, party, kind, text, JSON.stringify(changeRequests), textHash];
    const added = await tx.execute(
      `INSERT INTO comments (id, round_id, party, kind, text, change_requests, text_hash, given_at, given_by, person_id,
         audience, version)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::int[], coalesce(max(version), 0) + 1
       FROM comments WHERE round_id = $2 AND party = $3
       ON CONFLICT ON CONSTRAINT comments_version DO NOTHING`,
      [...said, givenAt, actor.name, actor.personId, audience],
    );
    return added === 1;
  }
}
