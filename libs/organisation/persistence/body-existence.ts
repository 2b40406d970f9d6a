import type { ReadTx } from '#platform/database';
import type { BodyCode } from '#glossary';

/** Those of the bodies that do not exist through all these Berlin days: never set up, not yet, or no longer. */
export async function bodiesMissingBetween(
  tx: ReadTx,
  codes: readonly BodyCode[],
  firstDay: string,
  lastDay: string,
): Promise<readonly BodyCode[]> {
  // Compared as text: what somebody typed need not be a day that the database knows.
  const rows = await tx.prepared<{ code: BodyCode }>(
    'bodies-missing-between',
    `SELECT code FROM unnest($1::text[]) code WHERE NOT EXISTS (
       SELECT FROM bodies WHERE bodies.code = code.code AND valid_from::text <= $2
         AND (valid_to IS NULL OR valid_to::text >= $3))`,
    [codes, firstDay, lastDay],
  );
  return rows.map(({ code }) => code);
}
