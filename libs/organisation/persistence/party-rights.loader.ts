import type { BodyCode, PartyCode } from '#glossary';
import type { ReadTx } from '#platform/database';
import { NO_RIGHTS, type PartyRights } from '../domain/party-rights.js';

type RightsRow = PartyRights & { readonly party: PartyCode };

/** What the party may do in the body on this Berlin day. */
export async function rightsOf(tx: ReadTx, body: BodyCode, party: PartyCode, day: string): Promise<PartyRights> {
  return (await rightsInBody(tx, body, day)).get(party) ?? NO_RIGHTS;
}

/** The rights of all parties that belong to the body on this Berlin day, in the order of the Länder, the Bund last. */
export async function rightsInBody(
  tx: ReadTx,
  body: BodyCode,
  day: string,
): Promise<ReadonlyMap<PartyCode, PartyRights>> {
  const rows = await tx.prepared<RightsRow>(
    'rights-in-body',
    `SELECT party_code AS party, may_register AS "mayRegister", may_vote AS "mayVote", may_declare AS "mayDeclare",
            may_object_to_release AS "mayObjectToRelease"
     FROM memberships JOIN parties ON parties.code = party_code
     WHERE body_code = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
     ORDER BY parties.audience_code`,
    [body, day],
  );
  return new Map(rows.map(({ party, ...rights }) => [party, rights]));
}
