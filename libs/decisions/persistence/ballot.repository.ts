import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Sessions } from '#conferences';
import type { BallotState, PartyCode } from '#glossary';
import type { Actor } from '#organisation';
import { berlinDay } from '#platform/clock';
import { appendHistory, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import type { AcceptedBallot, BallotEvent } from '../domain/ballot-decision.js';
import type { Ballot } from '../domain/ballot.js';
import type { BlockItem } from '../domain/block.js';
import { BallotItemEntity } from './ballot-item.entity.js';
import { BallotEntity } from './ballot.entity.js';

/** A ballot that has been stored, and who may see it. */
export type StoredBallot = Ballot & { readonly state: BallotState; readonly audience: readonly number[] };

const columns = `ballots.id, ballots.kind, ballots.topic_id AS "topicId", ballots.agenda_id AS "agendaId",
  ballots.agenda_item_id AS "agendaItemId", ballots.written_procedure_id AS "writtenProcedureId",
  ballots.session_id AS "sessionId", ballots.supersedes_id AS "supersedesId",
  ballots.proposal_version_id AS "proposalVersionId", ballots.text_hash AS "textHash",
  json_build_object('adoptionRule', adoption_rule, 'silenceRule', silence_rule, 'minYes', min_yes) AS rule, ballots.state,
  ballots.outcome, ballots.opened_at AS "openedAt", ballots.closes_at AS "closesAt", ballots.closed_at AS "closedAt",
  ballots.determined_at AS "determinedAt", ballots.revision, ballots.audience`;

/** Ballots on a topic or an item alone, and blocks that hold it. */
const alsoInBlocks = (about: 'topic_id' | 'agenda_item_id'): string => `
  SELECT ${columns}, ballots.${about} AS about FROM ballots WHERE ballots.${about} = ANY ($1::uuid[])
  UNION ALL
  SELECT ${columns}, part.${about} FROM ballots JOIN ballot_items part ON part.ballot_id = ballots.id
  WHERE part.${about} = ANY ($1::uuid[]) ORDER BY id`;

@Injectable()
export class Ballots {
  private readonly sessions = new Sessions();

  /** Locks the ballot until commit: waits for votes being cast, and no vote is cast after it. */
  async lockBallot(tx: Tx, id: string): Promise<StoredBallot | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<StoredBallot>(`SELECT ${columns} FROM ballots WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  /** The same for the newest ballot on a topic, alone or in a block. */
  async lockLatestBallotOn(tx: Tx, topicId: string): Promise<StoredBallot | null> {
    const [row] = await tx.query<StoredBallot>(
      `SELECT ${columns} FROM ballots WHERE id = (
         SELECT max(id::text)::uuid FROM (
           SELECT id FROM ballots WHERE topic_id = $1 UNION ALL
           SELECT ballot_id FROM ballot_items WHERE topic_id = $1) AS known)
       FOR UPDATE`,
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
    return this.newestAbout(tx, 'topic_id', topicIds);
  }

  /** The newest ballot on each agenda item. */
  async ballotsByItems(tx: ReadTx, itemIds: readonly string[]): Promise<ReadonlyMap<string, StoredBallot>> {
    return this.newestAbout(tx, 'agenda_item_id', itemIds);
  }

  private async newestAbout(
    tx: ReadTx,
    about: 'topic_id' | 'agenda_item_id',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, StoredBallot>> {
    const rows = await tx.prepared<StoredBallot & { readonly about: string }>(
      `newest-ballots-by-${about}`,
      alsoInBlocks(about),
      [ids],
    );
    return new Map(rows.map(({ about: id, ...ballot }) => [id, ballot]));
  }

  /** The newest block of each agenda. */
  async blocksByAgendas(tx: ReadTx, agendaIds: readonly string[]): Promise<ReadonlyMap<string, StoredBallot>> {
    const rows = await tx.prepared<StoredBallot>(
      'blocks-by-agendas',
      `SELECT ${columns} FROM ballots WHERE agenda_id = ANY ($1::uuid[]) ORDER BY id`,
      [agendaIds],
    );
    return new Map(rows.map((row) => [row.agendaId ?? '', row]));
  }

  /** What each block consists of, in its order; nothing for other ballots. */
  async itemsOfBlocks(tx: ReadTx, ballotIds: readonly string[]): Promise<ReadonlyMap<string, readonly BlockItem[]>> {
    const rows = await tx.prepared<BlockItem & { readonly ballotId: string }>(
      'items-of-blocks',
      `SELECT ballot_id AS "ballotId", agenda_item_id AS "agendaItemId", topic_id AS "topicId",
         proposal_version_id AS "proposalVersionId", text_hash AS "textHash", position
       FROM ballot_items WHERE ballot_id = ANY ($1::uuid[]) ORDER BY ballot_id, position`,
      [ballotIds],
    );
    const grouped = new Map<string, BlockItem[]>(ballotIds.map((id) => [id, []]));
    for (const { ballotId, ...item } of rows) grouped.get(ballotId)?.push(item);
    return grouped;
  }

  /** Fixes what a block consists of; in the transaction in which it is opened. */
  async addItems(
    tx: Tx,
    ballotId: string,
    parts: readonly (BlockItem & { readonly audience: readonly number[] })[],
  ): Promise<void> {
    await tx
      .repository(BallotItemEntity)
      .insert(parts.map((part) => ({ ...part, ballotId, audience: [...part.audience] })));
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

  /**
   * Writes a decided ballot with its history and outbox entries, and on its session whether a result is still to be
   * determined. Votes are written by `Votes`.
   */
  async save(tx: Tx, actor: Actor, decision: AcceptedBallot, { audience, now }: SavedFor): Promise<void> {
    const { rule, ...fields } = decision.ballot;
    const row = { ...fields, ...rule, audience: [...audience] };
    const repository = tx.repository(BallotEntity);
    if (row.revision === 1) await repository.insert(row);
    else await repository.update({ id: row.id, revision: row.revision - 1 }, row);
    const change = pendingChange(decision.ballot);
    if (row.sessionId !== null && change !== 0) await this.sessions.notePendingBallot(tx, row.sessionId, change);
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

/** By how many ballots without a result its session changes when the ballot comes into its state. */
function pendingChange({ state }: AcceptedBallot['ballot']): 1 | 0 | -1 {
  if (state === 'OPEN') return 1;
  return state === 'CLOSED' ? 0 : -1;
}

export interface SavedFor {
  readonly audience: readonly number[];
  readonly now: Date;
}
