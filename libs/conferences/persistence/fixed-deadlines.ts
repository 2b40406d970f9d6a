import type { DeadlineKind, HolidayRule } from '#glossary';
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

/** What people who judge new days of the conference need to know besides. */
export interface DaysAround {
  /** Which holidays count for everybody asked. */
  readonly holidayRule: HolidayRule;
  /** Follow-ups due at the conference, as far as the reader sees them. */
  readonly followUpsDue: number;
}

export async function daysAround(tx: ReadTx, conferenceId: string): Promise<DaysAround> {
  const [found] = await tx.prepared<DaysAround>(
    'days-around-conference',
    `SELECT holiday_rule AS "holidayRule", (SELECT count(*)::int FROM deadlines
       WHERE conference_id = conferences.id AND basis = 'BEGIN_OF_CONFERENCE' AND state <> 'SETTLED') AS "followUpsDue"
     FROM conferences JOIN conference_profiles ON code = profile_code WHERE conferences.id = $1`,
    [conferenceId],
  );
  return found ?? { holidayRule: 'ANY_LAND', followUpsDue: 0 };
}
