import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { BodyCode } from '#glossary';
import type { ReadTx } from '#platform/database';
import type { Due } from '../domain/due.js';
import type { Origin } from '../domain/follow-up.js';

interface Clause {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly Clause[];
}

/** The resolution a follow-up comes from, with what is quoted of it. */
export interface QuotedOrigin extends Origin {
  readonly topicId: string;
  readonly conferenceId: string;
  readonly title: string;
  readonly itemNumber: string | null;
  /** Every clause, sub-points too, by its stable id. */
  readonly clauses: ReadonlyMap<string, { readonly number: string | null; readonly text: string }>;
  readonly audience: readonly number[];
}

type Row = Omit<QuotedOrigin, 'clauses' | 'clauseIds'> & { readonly clauses: readonly Clause[] };

/** Resolutions and conferences as far as follow-ups need them. */
@Injectable()
export class Origins {
  async originsByIds(tx: ReadTx, resolutionIds: readonly string[]): Promise<ReadonlyMap<string, QuotedOrigin>> {
    const rows = await tx.prepared<Row>(
      'origins-of-follow-ups',
      `SELECT id AS "resolutionId", topic_id AS "topicId", conference_id AS "conferenceId", title, clauses, audience,
              adopted_on::text AS "adoptedOn", item_number AS "itemNumber"
       FROM resolutions WHERE id = ANY ($1::uuid[])`,
      [resolutionIds.filter((id) => isUuid(id))],
    );
    return new Map(rows.map((row) => [row.resolutionId, originOf(row)]));
  }

  async originOf(tx: ReadTx, resolutionId: string): Promise<QuotedOrigin | null> {
    return (await this.originsByIds(tx, [resolutionId])).get(resolutionId) ?? null;
  }

  /** The planned conference something is due at, of the same conference of ministers as the resolution. */
  async conferenceDue(
    tx: ReadTx,
    resolutionId: string,
    due: Due,
  ): Promise<{ readonly id: string; readonly startsOn: string } | null> {
    if (due.kind !== 'CONFERENCE' || !isUuid(resolutionId)) return null;
    const [row] = await tx.prepared<{ id: string; startsOn: string }>(
      'conference-due',
      `SELECT conferences.id, conferences.starts_on::text AS "startsOn" FROM conferences
       WHERE season = $2 AND year = $3 AND state <> 'CANCELLED' AND profile_code = (
         SELECT profile_code FROM conferences JOIN resolutions ON resolutions.conference_id = conferences.id
         WHERE resolutions.id = $1)`,
      [resolutionId, due.season, due.year],
    );
    return row ?? null;
  }

  /** First days of the planned conferences at which the given follow-ups are due. */
  async conferenceDaysOf(tx: ReadTx, followUpIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.prepared<{ id: string; startsOn: string }>(
      'conference-days-of-follow-ups',
      `SELECT follow_ups.id, planned.starts_on::text AS "startsOn" FROM follow_ups
       JOIN resolutions ON resolutions.id = resolution_id
       JOIN conferences AS origin ON origin.id = resolutions.conference_id
       JOIN conferences AS planned ON planned.season = due_season AND planned.year = due_year
         AND planned.profile_code = origin.profile_code AND planned.state <> 'CANCELLED'
       WHERE follow_ups.id = ANY ($1::uuid[])`,
      [followUpIds],
    );
    return new Map(rows.map(({ id, startsOn }) => [id, startsOn]));
  }

  async bodyExistsOn(tx: ReadTx, code: BodyCode, day: string): Promise<boolean> {
    const [row] = await tx.prepared<{ exists: boolean }>(
      'body-exists-on',
      `SELECT EXISTS (SELECT FROM bodies WHERE code = $1 AND valid_from <= $2::date
                      AND (valid_to IS NULL OR valid_to >= $2::date)) AS exists`,
      [code, day],
    );
    return row?.exists === true;
  }
}

function originOf({ clauses, ...row }: Row): QuotedOrigin {
  const all = new Map(flat(clauses).map(({ id, number, text }) => [id, { number, text }]));
  return { ...row, clauses: all, clauseIds: new Set(all.keys()) };
}

function flat(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap((clause) => [clause, ...flat(clause.children)]);
}
