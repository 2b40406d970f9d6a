import { mutation, reason, type Identified, type Row } from './row.js';

export const decisionMutations: readonly Row[] = [
  mutation('openBallot', 'ein Punkt der Hauptkonferenz', async (ground) => {
    return { agendaItemId: (await ground.item()).itemId };
  }),
  ...(['HE', 'BUND'] as const).map((party) =>
    mutation('castVote', party === 'HE' ? 'für Hessen' : 'für den Bund', async (ground) => {
      const { ballotId, textHash } = await ground.ballot();
      return { ballotId, textHash, party, choice: 'YES' };
    }),
  ),
  mutation('recordVoteOnBehalf', 'für Hessen', async (ground) => {
    const { ballotId, textHash } = await ground.ballot();
    return { ballotId, textHash, party: 'HE', choice: 'YES', reason };
  }),
  mutation('closeBallot', 'eine offene Abstimmung', async (ground) => {
    const { ballotId, expectedRevision } = await ground.ballot();
    return { ballotId, expectedRevision };
  }),
  mutation('openBlockBallot', 'eine Grüne Liste', async (ground) => ground.consentList()),
  mutation('recordBlockOutcome', 'ein geschlossener Block', async (ground) => ground.closedBlock()),
  mutation('dissolveBlock', 'ein offener Block', async (ground) => ({ ...(await ground.block()), reason })),
  mutation('changeTextAtTable', 'eine offene Abstimmung', async (ground) => {
    const { ballotId, expectedRevision } = await ground.ballot();
    return { ballotId, expectedRevision, expectedVersion: 1, clauses: [{ text: 'Die IMK begrüßt den Bericht.' }] };
  }),
];

const ballotFields = `id stateLabel topic { id } text { id } votes { choice } tally { yes } myVotes { code }
  availableActions { action } allowedOutcomes history { id }`;

export const decisionQueries: readonly Row[] = [
  {
    operation: 'ballot',
    given: 'eine offene Abstimmung',
    query: `query ($id: ID!) { ballot(id: $id) { ${ballotFields} } }`,
    prepare: async (ground) => ({ variables: { id: (await ground.ballot()).ballotId } }),
  },
  {
    operation: 'ballotsAwaitingVote',
    given: 'eine offene Abstimmung',
    query: '{ ballotsAwaitingVote { id topic { id } } }',
    prepare: async (ground) => {
      const { ballotId } = await ground.ballot();
      return { shows: ({ data }) => data.ballotsAwaitingVote.some(({ id }: Identified) => id === ballotId) };
    },
  },
];
