import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { BUND, partyNames, type VoteChoice } from '#glossary';
import type { Actor } from '#organisation';
import { appendHistory, newId, type ReadTx, type Tx } from '#platform/database';
import type { BallotEvent, GivenVote } from '../domain/ballot-decision.js';
import type { Vote } from '../domain/vote.js';
import type { StoredBallot } from './ballot.repository.js';

/** A vote with who gave it; both names when the secretariat recorded it. */
export interface RecordedVote extends Vote, Cast {}

interface Cast {
  readonly castAt: Date;
  readonly castBy: string;
  readonly onBehalfBy: string | null;
  /** Who sat for the party at the table; null in writing, and where nobody was named. */
  readonly representedBy: string | null;
}

export interface BundPosition extends Cast {
  readonly choice: VoteChoice;
}

export interface VoteToKeep {
  readonly ballot: StoredBallot;
  readonly vote: GivenVote;
  readonly event: BallotEvent;
  readonly representedBy: string | null;
  readonly now: Date;
}

const castColumns = `choice, text_hash AS "textHash", version, cast_at AS "castAt", cast_by AS "castBy",
  on_behalf_by AS "onBehalfBy", represented_by AS "representedBy"`;

@Injectable()
export class Votes {
  /** All votes of these ballots, replaced ones among them, each Land's in the order in which they were given. */
  async votesByBallots(
    tx: ReadTx,
    ballotIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedVote[]>> {
    const rows = await tx.prepared<RecordedVote & { readonly ballotId: string }>(
      'votes-by-ballots',
      `SELECT ballot_id AS "ballotId", party, ${castColumns} FROM votes WHERE ballot_id = ANY ($1::uuid[])
       ORDER BY ballot_id, party, version`,
      [ballotIds],
    );
    const grouped = new Map<string, RecordedVote[]>(ballotIds.map((id) => [id, []]));
    for (const { ballotId, ...row } of rows) grouped.get(ballotId)?.push(row);
    return grouped;
  }

  /** The last position of the Bund in each ballot. */
  async bundPositionsByBallots(tx: ReadTx, ballotIds: readonly string[]): Promise<ReadonlyMap<string, BundPosition>> {
    const rows = await tx.prepared<BundPosition & { readonly ballotId: string }>(
      'bund-positions-by-ballots',
      `SELECT ballot_id AS "ballotId", ${castColumns} FROM bund_positions WHERE ballot_id = ANY ($1::uuid[])
       ORDER BY ballot_id, version`,
      [ballotIds],
    );
    return new Map(rows.map((row) => [row.ballotId, row]));
  }

  /** Adds a vote as the party's next version. False when another of the same party came first. */
  async add(tx: Tx, actor: Actor, toKeep: VoteToKeep): Promise<boolean> {
    const { ballot, vote, event, now } = toKeep;
    const recordId = recordOf(ballot.id, vote.party);
    const added = await (vote.party === BUND ? addPosition : addVote)(tx, rowOf(actor, toKeep, recordId), vote.party);
    if (added === 0) return false;
    await appendHistory(tx, ballot.audience, [{ ...event, recordId, actorName: actor.name, occurredAt: now }]);
    return true;
  }
}

/** One record per ballot and party, so that its history is one chain and no two parties wait for each other. */
export function recordOf(ballotId: string, party: string): string {
  return uuidv5(party, ballotId);
}

function rowOf(actor: Actor, { ballot, vote, representedBy, now }: VoteToKeep, recordId: string): readonly unknown[] {
  const castBy = vote.isOnBehalf ? partyNames[vote.party] : actor.name;
  const onBehalfBy = vote.isOnBehalf ? actor.name : null;
  const { choice, textHash } = vote;
  const given = [newId(), ballot.id, choice, textHash, recordId, now, castBy, onBehalfBy, actor.personId];
  return [...given, ballot.audience, representedBy];
}

async function addVote(tx: Tx, row: readonly unknown[], party: string): Promise<number> {
  const added = await tx.prepared(
    'add-vote',
    `INSERT INTO votes (id, ballot_id, choice, text_hash, record_id, cast_at, cast_by, on_behalf_by, person_id, audience,
       represented_by, party, version)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int[], $11, $12, coalesce(max(version), 0) + 1
     FROM votes WHERE ballot_id = $2 AND party = $12
     ON CONFLICT ON CONSTRAINT votes_version DO NOTHING RETURNING id`,
    [...row, party],
  );
  return added.length;
}

async function addPosition(tx: Tx, row: readonly unknown[]): Promise<number> {
  const added = await tx.prepared(
    'add-bund-position',
    `INSERT INTO bund_positions (id, ballot_id, choice, text_hash, record_id, cast_at, cast_by, on_behalf_by, person_id,
       audience, represented_by, version)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int[], $11, coalesce(max(version), 0) + 1
     FROM bund_positions WHERE ballot_id = $2
     ON CONFLICT ON CONSTRAINT bund_positions_version DO NOTHING RETURNING id`,
    row,
  );
  return added.length;
}
