/** Columns as the domain names them. Days leave the database as text: a `Date` would move them between zones. */
export const conferenceColumns = `id, number, season, year, place, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
  chair_code AS chair, registration_deadline AS "registrationDeadline",
  direct_registration_deadline AS "directRegistrationDeadline", revision`;

export const sessionColumns = `id, conference_id AS "conferenceId", body_code AS body, starts_on::text AS "startsOn",
  ends_on::text AS "endsOn", place, mode, state`;
