import { aProfile } from '#testing/conferences';
import { always, mutation, type Identified, type Row } from './row.js';

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
  mutation('planSession', 'eine Sitzung des AK V', async (ground) => {
    const startsOn = ground.freeDay();
    const { conferenceId } = ground.stage;
    return { conferenceId, body: 'AK5', startsOn, endsOn: startsOn, mode: 'VIDEO' };
  }),
];

export const conferenceQueries: readonly Row[] = [
  always('conferenceProfiles', 'code names { shortName } availableActions { action }'),
  {
    operation: 'conferenceProfile',
    given: 'das Profil der Innenministerkonferenz',
    query: 'query ($code: ID!) { conferenceProfile(code: $code) { code history { event } } }',
    prepare: async () => ({ variables: { code: 'IMK' } }),
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
