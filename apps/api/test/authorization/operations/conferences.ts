import { aProfile } from '#testing/conferences';
import type { SessionState } from '#glossary';
import { newId } from '#platform/database';
import type { Ground } from '../ground.js';
import { always, mutation, reason, type Identified, type Row } from './row.js';

let profiles = 0;

/** The rules of a conference of ministers, entered under this code. */
function enteredProfile(code: string): Readonly<Record<string, unknown>> {
  const { id: _id, revision: _revision, names, ...values } = aProfile({ code });
  return { ...values, names: { ...names, bodies: [], lists: [] } };
}

export const conferenceMutations: readonly Row[] = [
  mutation('createConferenceProfile', 'ein freies Kürzel', async () => enteredProfile(`FMK-${(profiles += 1)}`)),
  mutation('editConferenceProfile', 'das Profil der Innenministerkonferenz', async ({ stage }) => {
    const [found] = await stage.arrange<{ revision: number }>(
      `SELECT revision FROM conference_profiles WHERE code = 'IMK'`,
    );
    return { ...enteredProfile('IMK'), expectedRevision: found?.revision };
  }),
  mutation('planConference', 'eine Sondersitzung', async (ground) => ground.conferencePlan()),
  mutation('rescheduleConference', 'eine geplante Sondersitzung', async (ground) => ({
    ...{ conferenceId: await ground.conference(), expectedRevision: 1, reason },
    ...{ startsOn: '2026-12-29', endsOn: '2026-12-30' },
  })),
  mutation('editConference', 'eine geplante Sondersitzung', async (ground) => ({
    ...{ conferenceId: await ground.conference(), expectedRevision: 1, place: 'Hamburg' },
  })),
  mutation('cancelConference', 'eine geplante Sondersitzung', async (ground) => ({
    ...{ conferenceId: await ground.conference(), expectedRevision: 1, reason },
  })),
  mutation('planSession', 'eine Sitzung des AK V', async (ground) => {
    const startsOn = ground.freeDay();
    const { conferenceId } = ground.stage;
    return { conferenceId, body: 'AK5', startsOn, endsOn: startsOn, mode: 'VIDEO' };
  }),
];

let days = 0;

/** The day of that year, counted from the first. */
function dayOf(year: number, number: number): string {
  return new Date(Date.UTC(year, 0, number)).toISOString().slice(0, 10);
}

/** A session of AK V on a day of its own: planned ones are still to come, others have begun. */
async function sessionIn(
  { stage }: Ground,
  state: SessionState,
): Promise<{ sessionId: string; expectedRevision: number }> {
  const { arrange, conferenceId } = stage;
  const sessionId = newId();
  const day = dayOf(state === 'PLANNED' ? 2027 : 2025, (days += 1));
  const audience = `array(SELECT generate_series(0, 202)) || -105`;
  await arrange(
    `INSERT INTO sessions (id, conference_id, body_code, starts_on, ends_on, place, mode, state, revision, audience)
     VALUES ($1, $2, 'AK5', $3, $3, 'Fulda', 'HYBRID', $4, 1, ${audience})`,
    [sessionId, conferenceId, day, state],
  );
  await arrange(
    `INSERT INTO session_bodies (session_id, body_code, position, days, audience)
     VALUES ($1, 'AK5', 1, daterange($2::date, $2::date, '[]'), ${audience})`,
    [sessionId, day],
  );
  return { sessionId, expectedRevision: 1 };
}

async function participantIn(ground: Ground): Promise<{ participantId: string; expectedRevision: number }> {
  const { sessionId } = await sessionIn(ground, 'IN_PROGRESS');
  const participantId = newId();
  await ground.stage.arrange(
    `INSERT INTO session_participants
       (id, session_id, name, party_code, role, attendance, state, position, revision, audience)
     SELECT $1, id, 'Robin Beispiel', 'HE', 'DELEGATION', 'EXPECTED', 'ANNOUNCED', 6, 1, audience
     FROM sessions WHERE id = $2`,
    [participantId, sessionId],
  );
  return { participantId, expectedRevision: 1 };
}

export const sessionMutations: readonly Row[] = [
  mutation('moveSession', 'eine eingeladene Sitzung des AK V', async (ground) => {
    const startsOn = ground.freeDay();
    return { ...(await sessionIn(ground, 'INVITED')), startsOn, endsOn: startsOn, mode: 'VIDEO', reason };
  }),
  mutation('inviteToSession', 'eine geplante Sitzung des AK V', (ground) => sessionIn(ground, 'PLANNED')),
  mutation('openSession', 'eine eingeladene Sitzung des AK V', (ground) => sessionIn(ground, 'INVITED')),
  mutation('concludeSession', 'eine laufende Sitzung des AK V', (ground) => sessionIn(ground, 'IN_PROGRESS')),
  mutation('nameRepresentative', 'für Hessen', async (ground) => {
    const { sessionId } = await sessionIn(ground, 'IN_PROGRESS');
    const named = { party: 'HE', name: 'Robin Beispiel', office: 'Staatssekretärin' };
    return { sessionId, day: dayOf(2025, days), ...named };
  }),
  mutation('announceParticipant', 'für Hessen', async (ground) => {
    const { sessionId } = await sessionIn(ground, 'INVITED');
    return { sessionId, name: 'Robin Beispiel', party: 'HE', role: 'DELEGATION' };
  }),
  mutation('recordAttendance', 'jemand aus Hessen', async (ground) => ({
    ...(await participantIn(ground)),
    attendance: 'REMOTE',
  })),
  mutation('withdrawParticipant', 'jemand aus Hessen', (ground) => participantIn(ground)),
  mutation('cancelSession', 'eine geplante Sitzung des AK V', async (ground) => ({
    ...(await sessionIn(ground, 'PLANNED')),
    reason,
  })),
];

export const conferenceQueries: readonly Row[] = [
  {
    operation: 'participants',
    given: 'eine Sitzung des AK V',
    query: 'query ($id: ID!) { participants(sessionId: $id) { nodes { name availableActions { action } } } }',
    prepare: async (ground) => ({ variables: { id: (await sessionIn(ground, 'PLANNED')).sessionId } }),
  },
  {
    operation: 'session',
    given: 'eine Sitzung des AK V',
    query: 'query ($id: ID!) { session(id: $id) { title invitations { number } availableActions { action } } }',
    prepare: async (ground) => ({ variables: { id: (await sessionIn(ground, 'PLANNED')).sessionId } }),
  },
  always('installation', 'name names { shortName } availableActions { action }'),
  always('conferenceProfiles', 'code names { shortName } availableActions { action }'),
  {
    operation: 'conferenceProfile',
    given: 'das Profil der Innenministerkonferenz',
    query: 'query ($code: ID!) { conferenceProfile(code: $code) { code history { event } } }',
    prepare: async () => ({ variables: { code: 'IMK' } }),
  },
  {
    operation: 'rescheduling',
    given: 'eine geplante Konferenz',
    query: 'query ($input: ReschedulingInput!) { rescheduling(input: $input) { days { label before after } } }',
    prepare: async ({ stage }) => ({
      variables: { input: { conferenceId: stage.conferenceId, startsOn: '2026-12-09', endsOn: '2026-12-11' } },
    }),
  },
  {
    operation: 'conferencePapers',
    given: 'eine geplante Konferenz',
    query: 'query ($id: ID!) { conferencePapers(conferenceId: $id) { id title } }',
    prepare: async ({ stage }) => ({ variables: { id: stage.conferenceId } }),
  },
  {
    operation: 'conferences',
    given: 'eine geplante Konferenz',
    query: '{ conferences { id sessions { id } availableActions { action } } }',
    prepare: async ({ stage }) => ({
      shows: ({ data }) => data.conferences.some(({ id }: Identified) => id === stage.conferenceId),
    }),
  },
  {
    operation: 'conference',
    given: 'eine geplante Konferenz',
    query: 'query ($id: ID!) { conference(id: $id) { id sessions { id } agenda { id } } }',
    prepare: async ({ stage }) => ({ variables: { id: stage.conferenceId } }),
  },
];
