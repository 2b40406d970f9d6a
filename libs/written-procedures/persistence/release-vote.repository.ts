import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { partyNames, type PartyCode } from '#glossary';
import { audienceOfParty, OFFICE_AUDIENCE, type Actor } from '#organisation';
import { appendHistory, newId, SYSTEM_AUDIENCE, type ReadTx, type Tx } from '#platform/database';
import {
  audienceOfReleaseResult,
  audienceOfReleaseVote,
  type AudienceCodes,
} from '../domain/written-procedure-audience.js';
import type { StoredProcedure } from './written-procedure-rows.js';

/** Whether a party objects to the release, as that party alone sees it. */
export interface ReleaseVote {
  readonly party: PartyCode;
  readonly round: number;
  readonly objects: boolean;
  readonly givenAt: Date;
  readonly givenBy: string;
  readonly onBehalfBy: string | null;
}

export interface ReleaseVoteToKeep {
  readonly procedure: StoredProcedure;
  /** The ballot in which the vote of the same form was given just now. */
  readonly ballotId: string;
  readonly party: PartyCode;
  readonly objects: boolean;
  readonly isOnBehalf: boolean;
  readonly capacity: string;
  readonly reason: string | null;
  readonly now: Date;
}

const codes: AudienceCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  party: audienceOfParty,
};

export const RELEASE_VOTE_GIVEN = 'releaseVote.given';

const latest = `SELECT DISTINCT ON (procedure_id, party) procedure_id AS "procedureId", party, round, objects,
  given_at AS "givenAt", given_by AS "givenBy", on_behalf_by AS "onBehalfBy" FROM written_release_votes`;
const newestFirst = 'ORDER BY procedure_id, party, round DESC, version DESC';

@Injectable()
export class ReleaseVotes {
  /** The last of each party that the actor may see: the own party's, and everybody's for the system. */
  async latestByProcedures(
    tx: ReadTx,
    procedureIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ReleaseVote[]>> {
    const rows = await tx.prepared<ReleaseVote & { readonly procedureId: string }>(
      'release-votes-by-procedures',
      `${latest} WHERE procedure_id = ANY ($1::uuid[]) ${newestFirst}`,
      [procedureIds],
    );
    const grouped = new Map<string, ReleaseVote[]>(procedureIds.map((id) => [id, []]));
    for (const { procedureId, ...row } of rows) grouped.get(procedureId)?.push(row);
    return grouped;
  }

  /**
   * Who objects to the release of a text that is voted on, or was adopted, in writing. An objection stands through a
   * change of the text until its party takes it back. To be asked as SYSTEM: to everybody else only the own is shown.
   */
  async objectionsOf(tx: ReadTx, topicId: string): Promise<readonly Pick<ReleaseVote, 'party' | 'givenAt'>[]> {
    return tx.query(
      `SELECT party, "givenAt" FROM (${latest} WHERE procedure_id IN (
         SELECT id FROM written_procedures WHERE topic_id = $1 AND state IN ('RUNNING', 'ADOPTED')
       ) ${newestFirst}) AS last WHERE objects`,
      [topicId],
    );
  }

  /** Adds a vote on the release under the version of the vote it came with; its history is its party's alone. */
  async add(tx: Tx, actor: Actor, toKeep: ReleaseVoteToKeep): Promise<void> {
    const { procedure, ballotId, party, objects, isOnBehalf, capacity, reason, now } = toKeep;
    const audience = audienceOfReleaseVote(party, codes);
    const givenBy = isOnBehalf ? partyNames[party] : actor.name;
    const about = [newId(), procedure.id, procedure.topicId, procedure.round, party, objects, now, givenBy];
    await tx.execute(
      `INSERT INTO written_release_votes (id, procedure_id, topic_id, round, party, objects, given_at, given_by,
         on_behalf_by, person_id, audience, version)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::int[], max(version)
       FROM (SELECT version FROM votes WHERE ballot_id = $12 AND party = $5
             UNION ALL SELECT version FROM bund_positions WHERE ballot_id = $12 AND $5 = 'BUND') AS given`,
      [...about, isOnBehalf ? actor.name : null, actor.personId, audience, ballotId],
    );
    const record = { recordKind: 'releaseVote', recordId: uuidv5(`release ${party}`, procedure.id) };
    const data = { procedureId: procedure.id, topicId: procedure.topicId, party, isOnBehalf, objects };
    await appendHistory(tx, audience, [
      { ...record, type: RELEASE_VOTE_GIVEN, actorName: actor.name, capacity, reason, occurredAt: now, data },
    ]);
  }

  /** Tells the secretariat whether the release is blocked. */
  async noteResult(tx: Tx, procedureId: string, isBlocked: boolean): Promise<void> {
    await tx.execute(
      'INSERT INTO written_release_results (procedure_id, is_blocked, audience) VALUES ($1, $2, $3::int[])',
      [procedureId, isBlocked, audienceOfReleaseResult(codes)],
    );
  }

  /** By procedure; nothing for whom it is not meant, and before the end. */
  async resultsByProcedures(tx: ReadTx, procedureIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const rows = await tx.prepared<{ id: string; isBlocked: boolean }>(
      'release-results-by-procedures',
      `SELECT procedure_id AS id, is_blocked AS "isBlocked" FROM written_release_results
       WHERE procedure_id = ANY ($1::uuid[])`,
      [procedureIds],
    );
    return new Map(rows.map(({ id, isBlocked }) => [id, isBlocked]));
  }
}
