import { mutation, type Identified, type Row } from './row.js';

export const conferenceMutations: readonly Row[] = [
  mutation('planConference', 'eine Sondersitzung', async (ground) => ground.conferencePlan()),
  mutation('planSession', 'eine Sitzung des AK V', async (ground) => {
    const startsOn = ground.freeDay();
    const { conferenceId } = ground.stage;
    return { conferenceId, body: 'AK5', startsOn, endsOn: startsOn, mode: 'VIDEO' };
  }),
];

export const conferenceQueries: readonly Row[] = [
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
