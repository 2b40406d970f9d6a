import type { DeadlineKind } from '#glossary';
import type { ReadTx } from '#platform/database';

/** The deadlines of the conference that follow from nothing: somebody gave them an instant of their own. */
export async function fixedDeadlinesOf(tx: ReadTx, conferenceId: string): Promise<readonly DeadlineKind[]> {
  const rows = await tx.prepared<{ kind: DeadlineKind }>(
    'fixed-deadlines-of-conference',
    `SELECT kind FROM deadlines WHERE conference_id = $1 AND subject_kind = 'conference' AND basis = 'FIXED'`,
    [conferenceId],
  );
  return rows.map(({ kind }) => kind);
}
