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
 * day that the database knows. `except` is the conference at hand.
 */
export async function readCalendar(
  tx: ReadTx,
  { number, season, year, startsOn }: ConferenceDates,
  profileCode: string,
  except: string | null = null,
): Promise<CalendarAnswer> {
  const [answer] = await tx.query<CalendarAnswer>(
    `SELECT EXISTS (SELECT FROM conferences WHERE profile_code = $5 AND number = $1::numeric
                      AND state <> 'CANCELLED' AND id IS DISTINCT FROM $6::uuid) AS "numberIsTaken",
            EXISTS (SELECT FROM conferences WHERE profile_code = $5 AND season = $2 AND year = $3::numeric
                      AND season <> 'SPECIAL' AND state <> 'CANCELLED' AND id IS DISTINCT FROM $6::uuid) AS "cycleIsTaken",
            (SELECT party_code FROM chair_terms WHERE $4 BETWEEN valid_from::text AND valid_to::text) AS "chairOfTerm"`,
    [number, season, year, startsOn, profileCode, except],
  );
  if (answer === undefined) throw new Error('A SELECT without FROM answers one row');
  return answer;
}

/** Those of the bodies that meet on one of these days already, in whatever conference; `except` is the session at hand. */
export async function bodiesMeetingBetween(
  tx: ReadTx,
  bodies: readonly BodyCode[],
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  except: string | null,
): Promise<readonly BodyCode[]> {
  const rows = await tx.query<{ body: BodyCode }>(
    `SELECT DISTINCT body_code AS body FROM session_bodies
     WHERE body_code = ANY ($1::text[]) AND NOT isempty(days) AND lower(days)::text <= $3
       AND (upper(days) - 1)::text >= $2 AND session_id IS DISTINCT FROM $4 ORDER BY 1`,
    [bodies, startsOn, endsOn, except],
  );
  return rows.map(({ body }) => body);
}

/** Whether another session of this body carries the number already, in the same conference of ministers. */
export async function sessionNumberIsTaken(
  tx: ReadTx,
  { body, number, profileCode }: { readonly body: BodyCode | undefined; number: number | null; profileCode: string },
  except: string | null,
): Promise<boolean> {
  if (body === undefined || number === null) return false;
  const rows = await tx.query(
    `SELECT FROM sessions JOIN conferences ON conferences.id = conference_id
     WHERE body_code = $1 AND sessions.number = $2::numeric AND profile_code = $3 AND sessions.state <> 'CANCELLED'
       AND sessions.id IS DISTINCT FROM $4 LIMIT 1`,
    [body, number, profileCode, except],
  );
  return rows.length > 0;
}
