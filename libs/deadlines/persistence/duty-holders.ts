import { landCodes, type BodyCode, type LandCode, type PartyCode, type Role } from '#glossary';
import { berlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import type { CalendarName } from '../domain/calendar.js';
import type { DutyHolder, PlaceInLadder } from '../reminder-plan.js';

interface HolderRow {
  readonly personId: string;
  readonly place: PlaceInLadder;
  readonly role: Role;
  readonly party: PartyCode | null;
  readonly body: BodyCode | null;
  readonly ownParty: PartyCode | null;
}

/** Whose holidays the secretariat at the Bundesrat and the ministry of the Bund keep. */
const SEAT_OF_THE_BUND: LandCode = 'BE';

/**
 * Who holds the open duties of the deadlines asked for on this Berlin day: those with an assignment in force, those who
 * stand in for them, and the head of their office. The office of the main conference is the secretariat; the chair's rests
 * in every Land while none holds the chair.
 */
export async function listDutyHolders(
  tx: ReadTx,
  deadlineId: string,
  now: Date,
  openDutiesSql: string,
): Promise<readonly DutyHolder[]> {
  const rows = await tx.query<HolderRow>(
    `WITH asked AS (SELECT * FROM deadlines WHERE id = $1),
       duties AS (${openDutiesSql}),
       valid AS (SELECT * FROM assignments WHERE valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)),
       chairing AS (SELECT party_code FROM chair_terms WHERE $2::date BETWEEN valid_from AND valid_to),
       offices AS (SELECT DISTINCT role, body, CASE role WHEN 'CHAIR' THEN (SELECT party_code FROM chairing) ELSE party END AS party
         FROM duties WHERE role <> 'CHAIR' OR EXISTS (SELECT FROM chairing)),
       found AS (
         SELECT valid.person_id, CASE WHEN valid.deputy_of IS NULL THEN 'HOLDER' ELSE 'DEPUTY' END AS place, offices.*
         FROM offices JOIN valid ON valid.role = offices.role
           AND (offices.party IS NULL OR valid.party_code = offices.party)
           AND (offices.body IS NULL OR valid.body_code = offices.body)
         UNION
         SELECT head.person_id, 'HEAD', offices.*
         FROM offices JOIN office_heads AS head ON head.valid_from <= $2::date AND (head.valid_to IS NULL OR head.valid_to >= $2::date)
           AND coalesce(head.party_code, head.body_code)
             = coalesce(offices.party, offices.body, CASE offices.role WHEN 'SECRETARIAT' THEN 'MAIN_CONFERENCE' END))
     SELECT person_id AS "personId", place, role, body, party,
       coalesce((SELECT min(nullif(party_code, 'BUND')) FROM valid WHERE valid.person_id = found.person_id),
         (SELECT max(party_code) FROM valid WHERE valid.person_id = found.person_id)) AS "ownParty"
     FROM found ORDER BY person_id`,
    [deadlineId, berlinDay(now)],
  );
  return rows.map(({ ownParty, ...row }) => ({ ...row, calendar: calendarFor(row.role, row.party ?? ownParty) }));
}

/** The calendar of whoever acts for a Land is that of the Land; where none is known nobody is disturbed on any holiday. */
function calendarFor(role: Role, party: PartyCode | null): CalendarName {
  if (party === 'BUND' || role === 'SECRETARIAT') return SEAT_OF_THE_BUND;
  return landCodes.find((code) => code === party) ?? 'ANY_LAND';
}
