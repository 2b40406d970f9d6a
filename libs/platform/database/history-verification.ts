import type { ReadTx } from './transaction.js';

/** Where a record's history is not what was written. */
export interface BrokenHistory {
  readonly recordKind: string;
  readonly recordId: string;
  /** Position of the first entry that does not fit. */
  readonly sequence: number;
  readonly fault: 'CHANGED' | 'REMOVED_OR_REORDERED';
}

/** How much there is to check: entries, and the records whose history they tell. */
export async function countHistory(tx: ReadTx): Promise<{ readonly records: number; readonly entries: number }> {
  const [counted] = await tx.query<{ readonly records: number; readonly entries: number }>(
    `SELECT (SELECT count(*)::int FROM history_heads) AS records, (SELECT count(*)::int FROM history) AS entries`,
  );
  return counted ?? { records: 0, entries: 0 };
}

/**
 * Checks every hash chain the actor can see: an entry whose hash is not its own was changed; an entry that does not
 * follow its predecessor, or a chain that ends before its head, lost one or was reordered.
 */
export async function verifyHistory(tx: ReadTx): Promise<readonly BrokenHistory[]> {
  return tx.query<BrokenHistory>(
    `WITH chain AS (
       SELECT record_kind, record_id, sequence, hash <> history_hash(history) AS is_changed,
              (sequence <> row_number() OVER place OR previous_hash IS DISTINCT FROM lag(hash) OVER place) AS is_out_of_place
       FROM history WINDOW place AS (PARTITION BY record_kind, record_id ORDER BY sequence)
     ), tails AS (
       SELECT head.record_kind, head.record_id, head.sequence
       FROM history_heads head LEFT JOIN history last USING (record_kind, record_id, sequence)
       WHERE last.hash IS DISTINCT FROM head.hash
     ), faults AS (
       SELECT record_kind, record_id, sequence, CASE WHEN is_changed THEN 'CHANGED' ELSE 'REMOVED_OR_REORDERED' END AS fault
       FROM chain WHERE is_changed OR is_out_of_place
       UNION ALL SELECT record_kind, record_id, sequence, 'REMOVED_OR_REORDERED' FROM tails
     )
     SELECT DISTINCT ON (record_kind, record_id) record_kind AS "recordKind", record_id AS "recordId", sequence, fault
     FROM faults ORDER BY record_kind, record_id, sequence, fault`,
  );
}
