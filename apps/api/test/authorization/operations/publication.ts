import { anArrangedObjection, anArrangedRelease } from '#testing/publication';
import type { Ground } from '../ground.js';
import { mutation, type Identified, type Row } from './row.js';

type Given = Parameters<typeof anArrangedRelease>[1];

const onRelease = (operation: string, given: string, arranged: Given, input: object = {}): Row =>
  mutation(operation, given, async ({ stage }) => {
    const { releaseId, expectedRevision } = await anArrangedRelease(stage, arranged);
    return { releaseId, expectedRevision, ...input };
  });

const objecting = (given: string, party: string): Row =>
  mutation('objectToRelease', given, async ({ stage }) => {
    return { releaseId: (await anArrangedRelease(stage)).releaseId, party };
  });

export const publicationMutations: readonly Row[] = [
  objecting('für Hessen', 'HE'),
  objecting('für den Bund', 'BUND'),
  mutation('withdrawReleaseObjection', 'der Widerspruch Hessens', async ({ stage }) => {
    const { releaseId } = await anArrangedRelease(stage);
    return { objectionId: await anArrangedObjection(stage, releaseId, 'HE') };
  }),
  onRelease('agreeToRelease', 'eine nicht gewünschte Freigabe', { releaseWish: false }),
  onRelease('grantRelease', 'nach Ablauf der Frist', { isOver: true }),
];

const releaseFields = `id stateLabel objectKindLabel staysBackBecause topic { id } mayObjectFor { code }
  ownObjections { id party { code } stateLabel availableActions { action } history { id } }
  availableActions { action available } history { id }`;

const conferenceOf = async ({ stage }: Ground): Promise<string> => stage.conferenceId;

export const publicationQueries: readonly Row[] = [
  {
    operation: 'releases',
    given: 'ein Beschluss mit Widerspruch',
    query: `query ($id: ID!) { releases(conferenceId: $id, first: 200) { nodes { ${releaseFields} } pageInfo { hasNextPage } } }`,
    prepare: async (ground) => {
      const { releaseId } = await anArrangedRelease(ground.stage);
      await anArrangedObjection(ground.stage, releaseId, 'HE');
      return {
        variables: { id: await conferenceOf(ground) },
        shows: ({ data }) => data.releases.nodes.some(({ id }: Identified) => id === releaseId),
      };
    },
  },
];
