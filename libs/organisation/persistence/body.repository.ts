import { Injectable } from '@nestjs/common';
import type { BodyCode, CommitteeCode } from '#glossary';
import { appendHistory, type ReadTx, type RecordEvents, type Tx } from '#platform/database';
import { ALL_AUDIENCE, audienceOfBody } from '../domain/audiences.js';
import { isCommitteeCode } from '../domain/bodies.js';
import type { BodyRecord } from '../domain/body-record.js';

type BodyRow = Omit<BodyRecord, 'committee'>;

const bodyRows = `
  SELECT id, code, kind, parent_code AS parent, valid_from::text AS "validFrom", valid_to::text AS "validTo", revision,
    (SELECT json_agg(json_build_object('id', id, 'name', name, 'validFrom', valid_from, 'validTo', valid_to)
       ORDER BY valid_from) FROM body_names WHERE body_code = code) AS names,
    (SELECT coalesce(json_agg(json_build_object('id', memberships.id, 'party', party_code, 'kind', memberships.kind,
       'mayRegister', may_register, 'mayVote', may_vote, 'mayDeclare', may_declare,
       'mayObjectToRelease', may_object_to_release, 'validFrom', valid_from, 'validTo', valid_to)
       ORDER BY parties.audience_code, valid_from), '[]')
     FROM memberships JOIN parties ON parties.code = party_code WHERE body_code = bodies.code) AS memberships
  FROM bodies ORDER BY audience_code >= 1000, audience_code >= 110, audience_code, code`;

/** Bodies are few, and most questions need the tree: they are read all at once. */
@Injectable()
export class Bodies {
  /** Standing bodies first, then sub-bodies. */
  async listBodies(tx: ReadTx): Promise<readonly BodyRecord[]> {
    const rows = await tx.prepared<BodyRow>('list-body-records', bodyRows);
    const parents = new Map(rows.map(({ code, parent }) => [code, parent]));
    return rows.map((row) => ({ ...row, committee: committeeOf(row.code, parents) }));
  }

  async save(tx: Tx, body: BodyRecord, events: RecordEvents): Promise<void> {
    const { id, code, kind, parent, validFrom, validTo, revision } = body;
    await tx.execute(
      `INSERT INTO bodies (id, code, kind, parent_code, audience_code, valid_from, valid_to, revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (code) DO UPDATE SET valid_to = excluded.valid_to, revision = excluded.revision`,
      [id, code, kind, parent, audienceOfBody(code), validFrom, validTo, revision],
    );
    await saveNames(tx, body);
    await saveMemberships(tx, body);
    await appendHistory(tx, ALL_AUDIENCE, events);
  }
}

function committeeOf(code: BodyCode, parents: ReadonlyMap<BodyCode, BodyCode | null>): CommitteeCode | null {
  const parent = parents.get(code) ?? null;
  if (parent === null) return null;
  return isCommitteeCode(parent) ? parent : committeeOf(parent, parents);
}

/** What ends makes room for what begins: rows that are there are written before new ones. */
async function saveNames(tx: Tx, { code, names }: BodyRecord): Promise<void> {
  for (const { id, name, validFrom, validTo } of names) {
    await tx.execute(
      `INSERT INTO body_names (id, body_code, name, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, valid_to = excluded.valid_to`,
      [id, code, name, validFrom, validTo],
    );
  }
}

async function saveMemberships(tx: Tx, { code, memberships }: BodyRecord): Promise<void> {
  for (const each of memberships) {
    await tx.execute(
      `INSERT INTO memberships (id, body_code, party_code, kind, may_register, may_vote, may_declare,
         may_object_to_release, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, may_register = excluded.may_register,
         may_vote = excluded.may_vote, may_declare = excluded.may_declare,
         may_object_to_release = excluded.may_object_to_release, valid_to = excluded.valid_to`,
      [
        each.id,
        code,
        each.party,
        each.kind,
        each.mayRegister,
        each.mayVote,
        each.mayDeclare,
        each.mayObjectToRelease,
        each.validFrom,
        each.validTo,
      ],
    );
  }
}
