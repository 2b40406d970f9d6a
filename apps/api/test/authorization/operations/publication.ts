import { anArrangedObjection, anArrangedPublication, anArrangedRelease } from '#testing/publication';
import type { Ground } from '../ground.js';
import { mutation, reason, type Identified, type Row } from './row.js';

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
  mutation('preparePublication', 'ein freigegebener Beschluss', async (ground) => {
    return { conferenceId: await withRelease(ground) };
  }),
  mutation('approvePublication', 'von einer anderen Person vorbereitet', async (ground) => {
    const { publicationId, expectedRevision } = await prepared(ground);
    return { publicationId, expectedRevision };
  }),
  mutation('discardPublication', 'eine vorbereitete Veröffentlichung', async (ground) => {
    const { publicationId, expectedRevision } = await prepared(ground);
    return { publicationId, expectedRevision, reason };
  }),
  onRelease('withdrawPublication', 'ein veröffentlichter Beschluss', { release: 'PUBLISHED' }, { reason }),
  onRelease('reinstateRelease', 'ein zurückgezogener Beschluss', { release: 'WITHDRAWN' }, { reason }),
];

/** A conference of its own with a released resolution. */
async function withRelease(ground: Ground): Promise<string> {
  const conferenceId = await ground.conference();
  await anArrangedRelease(ground.stage, { release: 'RELEASED', conferenceId });
  return conferenceId;
}

/** By somebody who is none of those who are asked. */
async function prepared(
  ground: Ground,
): Promise<{ readonly publicationId: string; readonly expectedRevision: number }> {
  const conferenceId = await withRelease(ground);
  return anArrangedPublication(ground.stage, conferenceId, 'koordination.th');
}

const releaseFields = `id stateLabel objectKindLabel staysBackBecause topic { id } mayObjectFor { code }
  ownObjections { id party { code } stateLabel availableActions { action } history { id } }
  availableActions { action available } history { id }`;

export const publicationQueries: readonly Row[] = [
  {
    operation: 'releases',
    given: 'ein Beschluss mit Widerspruch',
    query: `query ($id: ID!) { releases(conferenceId: $id, first: 200) { nodes { ${releaseFields} } pageInfo { hasNextPage } } }`,
    prepare: async (ground) => {
      const { releaseId } = await anArrangedRelease(ground.stage);
      await anArrangedObjection(ground.stage, releaseId, 'HE');
      return {
        variables: { id: ground.stage.conferenceId },
        shows: ({ data }) => data.releases.nodes.some(({ id }: Identified) => id === releaseId),
      };
    },
  },
  {
    operation: 'publications',
    given: 'eine vorbereitete Veröffentlichung',
    query: `query ($id: ID!) { publications(conferenceId: $id) { reportNow { becomesPublic { title } }
      nodes { id stateLabel report { staysBack { reason } } availableActions { action } history { id } }
      availableActions { action } } }`,
    prepare: async (ground) => {
      const conferenceId = await withRelease(ground);
      const { publicationId } = await anArrangedPublication(ground.stage, conferenceId, 'koordination.th');
      return {
        variables: { id: conferenceId },
        shows: ({ data }) => data.publications.nodes.some(({ id }: Identified) => id === publicationId),
      };
    },
  },
];
