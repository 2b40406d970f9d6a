import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { BallotState, PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import type { AcceptedBallot, BallotEvent } from '../domain/ballot-decision.js';
import type { Ballot } from '../domain/ballot.js';
import { BallotEntity } from './ballot.entity.js';

/** A ballot that has been stored, and who may see it. */
export type StoredBallot = Ballot & { readonly state: BallotState; readonly audience: readonly number[] };

const columns = `ballots.id, kind, topic_id AS "topicId", agenda_item_id AS "agendaItemId",
  written_procedure_id AS "writtenProcedureId", supersedes_id AS "supersedesId", proposal_version_id AS "proposalVersionId", text_hash AS "textHash",
  json_build_object('adoptionRule', adoption_rule, 'silenceRule', silence_rule, 'minYes', min_yes) AS rule, state,
  outcome, opened_at AS "openedAt", closes_at AS "closesAt", closed_at AS "closedAt", determined_at AS "determinedAt", revision, ballots.audience`;

@Injectable()
export class Ballots {
  /** Locks the ballot until commit: waits for votes being cast, and no vote is cast after it. */
  async lockBallot(tx: Tx, id: string): Promise<StoredBallot | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<StoredBallot>(`SELECT ${columns} FROM ballots WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  /** The same for the newest ballot on a topic. */
  async lockLatestBallotOn(tx: Tx, topicId: string): Promise<StoredBallot | null> {
    const [row] = await tx.query<StoredBallot>(
      `SELECT ${columns} FROM ballots WHERE topic_id = $1 ORDER BY id DESC LIMIT 1 FOR UPDATE`,
      [topicId],
    );
    return row ?? null;
  }

  /**
   * Keeps the ballot from being closed until commit, and lets others vote meanwhile: a shared lock, for a ballot is
   * voted on by 16 Länder at once. Tells with it whether the Land has the right to vote today.
   */
  async shareForVote(
    tx: Tx,
    id: string,
    party: PartyCode,
    now: Date,
  ): Promise<(StoredBallot & { readonly partyMayVote: boolean }) | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.prepared<StoredBallot & { readonly partyMayVote: boolean }>(
      'share-ballot-for-vote',
      `SELECT ${columns}, EXISTS (
         SELECT FROM memberships WHERE body_code = 'MAIN_CONFERENCE' AND party_code = $2 AND may_vote
           AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to >= $3::date)) AS "partyMayVote"
       FROM ballots WHERE id = $1 FOR SHARE OF ballots`,
      [id, party, berlinDay(now)],
    );
    return row ?? null;
  }

  async ballotsByIds(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredBallot>> {
    const rows = await tx.prepared<StoredBallot>(
      'ballots-by-ids',
      `SELECT ${columns} FROM ballots WHERE id = ANY ($1::uuid[])`,
      [ids.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The newest ballot on each topic. */
  async ballotsByTopics(tx: ReadTx, topicIds: readonly string[]): Promise<ReadonlyMap<string, StoredBallot>> {
    const rows = await tx.prepared<StoredBallot>(
      'ballots-by-topics',
      `SELECT ${columns} FROM ballots WHERE topic_id = ANY ($1::uuid[]) ORDER BY id`,
      [topicIds],
    );
    return new Map(rows.map((row) => [row.topicId, row]));
  }

  /** The newest ballot on each agenda item. */
  async ballotsByItems(tx: ReadTx, itemIds: readonly string[]): Promise<ReadonlyMap<string, StoredBallot>> {
    const rows = await tx.prepared<StoredBallot>(
      'ballots-by-items',
      `SELECT ${columns} FROM ballots WHERE agenda_item_id = ANY ($1::uuid[]) ORDER BY id`,
      [itemIds],
    );
    return new Map(rows.map((row) => [row.agendaItemId ?? '', row]));
  }

  /** The ballots that replaced these, after their text was changed at the table. */
  async successorsOf(tx: ReadTx, ballotIds: readonly string[]): Promise<ReadonlyMap<string, StoredBallot>> {
    const rows = await tx.prepared<StoredBallot>(
      'successors-of-ballots',
      `SELECT ${columns} FROM ballots WHERE supersedes_id = ANY ($1::uuid[])`,
      [ballotIds],
    );
    return new Map(rows.map((row) => [row.supersedesId ?? '', row]));
  }

  /** One for each round of a written procedure, in their order. */
  async ballotsByWrittenProcedures(
    tx: ReadTx,
    procedureIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredBallot[]>> {
    const rows = await tx.prepared<StoredBallot>(
      'ballots-by-written-procedures',
      `SELECT ${columns} FROM ballots WHERE written_procedure_id = ANY ($1::uuid[]) ORDER BY id`,
      [procedureIds],
    );
    return new Map(procedureIds.map((id) => [id, rows.filter(({ writtenProcedureId }) => writtenProcedureId === id)]));
  }

  /** Writes a decided ballot with its history and outbox entries. Votes are written by `Votes`. */
  async save(tx: Tx, actor: Actor, decision: AcceptedBallot, { audience, now }: SavedFor): Promise<void> {
    const { rule, ...fields } = decision.ballot;
    const row = { ...fields, ...rule, audience: [...audience] };
    const repository = tx.repository(BallotEntity);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    const [first, ...others] = decision.events;
    const entry = (event: BallotEvent): RecordEvent => ({
      ...event,
      recordId: row.id,
      actorName: actor.name,
      occurredAt: now,
    });
    await appendHistory(tx, audience, [entry(first), ...others.map(entry)]);
  }
}

export interface SavedFor {
  readonly audience: readonly number[];
  readonly now: Date;
}
