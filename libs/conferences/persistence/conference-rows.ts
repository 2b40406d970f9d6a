/** Columns as the domain names them. Days leave the database as text: a `Date` would move them between zones. */
export const conferenceColumns = `id, profile_code AS "profileCode", names, number, name, season, year, place, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
  chair_code AS chair, registration_deadline AS "registrationDeadline",
  direct_registration_deadline AS "directRegistrationDeadline", committees_from::text AS "committeesFrom",
  committees_to::text AS "committeesTo", agenda_draft_deadline AS "agendaDraftDeadline",
  pre_conference_on::text AS "preConferenceOn", final_papers_deadline AS "finalPapersDeadline", state, successor_id AS "successorId", revision`;

export const sessionColumns = `sessions.id, conference_id AS "conferenceId", body_code AS body,
  array(SELECT session_bodies.body_code FROM session_bodies WHERE session_id = sessions.id ORDER BY position) AS bodies,
  number, starts_on::text AS "startsOn", ends_on::text AS "endsOn", place, mode, state, invited_at AS "invitedAt",
  pending_ballots AS "pendingBallots", revision`;
