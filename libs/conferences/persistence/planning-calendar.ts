import type { BodyCode, PartyCode, Season } from '#glossary';
import type { ReadTx } from '#platform/database';

interface ConferenceDates {
  readonly number: number | null;
  readonly season: Season;
  readonly year: number;
  readonly startsOn: string;
}

export interface CalendarAnswer {
  readonly numberIsTaken: boolean;
  readonly cycleIsTaken: boolean;
  readonly chairOfTerm: PartyCode | null;
}

/**
 * What is planned already and who chairs on the first day. Days are compared as text: what somebody typed need not be a
 * day that the database knows.
 */
export async function readCalendar(
  tx: ReadTx,
  { number, season, year, startsOn }: ConferenceDates,
  profileCode: string,
): Promise<CalendarAnswer> {
  const [answer] = await tx.query<CalendarAnswer>(
    `SELECT EXISTS (SELECT FROM conferences WHERE profile_code = $5 AND number = $1::numeric) AS "numberIsTaken",
            EXISTS (SELECT FROM conferences WHERE profile_code = $5 AND season = $2 AND year = $3::numeric
                      AND season <> 'SPECIAL') AS "cycleIsTaken",
            (SELECT party_code FROM chair_terms WHERE $4 BETWEEN valid_from::text AND valid_to::text) AS "chairOfTerm"`,
    [number, season, year, startsOn, profileCode],
  );
  if (answer === undefined) throw new Error('A SELECT without FROM answers one row');
  return answer;
}

/** Whether the body already meets on one of these days, for whatever conference. */
export async function bodyMeetsBetween(tx: ReadTx, body: BodyCode, startsOn: string, endsOn: string): Promise<boolean> {
  const meetings = await tx.query(
    'SELECT FROM sessions WHERE body_code = $1 AND starts_on::text <= $3 AND ends_on::text >= $2 LIMIT 1',
    [body, startsOn, endsOn],
  );
  return meetings.length > 0;
}
