import { landCodes } from '#glossary';
import { done, type Ground } from '../ground.js';
import { mutation, inMainConference, reason, type Identified, type Row } from './row.js';

interface Prepared {
  readonly procedureId: string;
  readonly expectedRevision: number;
  readonly textHash: string;
}

type ProcedureState = 'DRAFT' | 'RUNNING' | 'ENDED';

/** A procedure on a topic of Hessen, by what people do in life; an ended one was demanded to be discussed. */
export async function procedureIn(ground: Ground, state: ProcedureState): Promise<Prepared> {
  const { topicId } = await ground.topic(inMainConference);
  const [secretariat, chair] = [await ground.stage.as('geschaeftsstelle'), await ground.stage.as('vorsitz.hh')];
  const selection = 'writtenProcedure { id revision textHash topic { proposal { textHash } } }';
  const seen = (asked: Awaited<ReturnType<typeof done>>): Prepared => {
    const { id, revision, textHash, topic } = asked.payload.writtenProcedure;
    return { procedureId: id, expectedRevision: revision, textHash: textHash ?? topic.proposal.textHash };
  };
  const draft = seen(await done(secretariat.mutate('requestWrittenProcedure', { topicId, reason }, selection)));
  if (state === 'DRAFT') return draft;
  const running = seen(await done(chair.mutate('startWrittenProcedure', { ...draft }, selection)));
  if (state === 'RUNNING') return running;
  const { procedureId } = running;
  return seen(await done(chair.mutate('demandDiscussion', { procedureId, reason }, selection)));
}

const named = ({ procedureId, expectedRevision }: Prepared) => ({ procedureId, expectedRevision });

async function formFor(ground: Ground, party: string): Promise<Readonly<Record<string, unknown>>> {
  const { procedureId, textHash } = await procedureIn(ground, 'RUNNING');
  return { procedureId, textHash, party, choice: 'YES' };
}

/** All Länder have voted. */
async function fullyVoted(ground: Ground): Promise<Prepared> {
  const running = await procedureIn(ground, 'RUNNING');
  const { procedureId, textHash } = running;
  for (const party of landCodes) {
    const coordination = await ground.stage.as(`koordination.${party.toLowerCase()}`);
    await done(coordination.mutate('giveWrittenVote', { procedureId, textHash, party, choice: 'YES' }));
  }
  return running;
}

export const writtenProcedureMutations: readonly Row[] = [
  mutation('requestWrittenProcedure', 'ein Thema in der Hauptkonferenz', async (ground) => {
    return { topicId: (await ground.topic(inMainConference)).topicId, reason };
  }),
  mutation('startWrittenProcedure', 'ein beantragtes Umlaufverfahren', async (ground) => {
    return { ...(await procedureIn(ground, 'DRAFT')) };
  }),
  mutation('giveWrittenVote', 'für Hessen', (ground) => formFor(ground, 'HE')),
  mutation('giveWrittenVote', 'für den Bund', (ground) => formFor(ground, 'BUND')),
  mutation('giveWrittenVoteOnBehalf', 'für Hessen', async (ground) => ({ ...(await formFor(ground, 'HE')), reason })),
  mutation('demandDiscussion', 'für Hessen', async (ground) => {
    return { procedureId: (await procedureIn(ground, 'RUNNING')).procedureId, party: 'HE', reason };
  }),
  mutation('demandDiscussion', 'durch den Vorsitz', async (ground) => {
    return { procedureId: (await procedureIn(ground, 'RUNNING')).procedureId, reason };
  }),
  mutation('changeTextOfWrittenProcedure', 'ein laufendes Umlaufverfahren', async (ground) => {
    const clauses = [{ text: 'Die IMK begrüßt den Bericht.' }];
    return { ...named(await procedureIn(ground, 'RUNNING')), expectedVersion: 1, clauses, reason };
  }),
  mutation('endWrittenProcedureEarly', 'alle Länder haben abgestimmt', async (ground) =>
    named(await fullyVoted(ground)),
  ),
  mutation('withdrawWrittenProcedure', 'ein beantragtes Umlaufverfahren', async (ground) => {
    return { ...named(await procedureIn(ground, 'DRAFT')), reason };
  }),
  mutation('withdrawWrittenProcedure', 'ein laufendes Umlaufverfahren', async (ground) => {
    return { ...named(await procedureIn(ground, 'RUNNING')), reason };
  }),
  mutation('reportWrittenProcedure', 'ein beendetes Umlaufverfahren', async (ground) => {
    return { ...named(await procedureIn(ground, 'ENDED')), conferenceId: ground.stage.conferenceId };
  }),
];

const fields = `id stateLabel isOver name topic { id } requestedBy { code } silenceRuleLabel myParties { code }
  ballot { id votes { choice } } rounds { number } releaseVotes { objects } availableActions { action } history { id }`;

export const writtenProcedureQueries: readonly Row[] = [
  ...(['DRAFT', 'RUNNING'] as const).map((state): Row => {
    return {
      operation: 'writtenProcedure',
      given: state === 'DRAFT' ? 'ein beantragtes Umlaufverfahren' : 'ein laufendes Umlaufverfahren',
      query: `query ($id: ID!) { writtenProcedure(id: $id) { ${fields} } }`,
      prepare: async (ground) => ({ variables: { id: (await procedureIn(ground, state)).procedureId } }),
    };
  }),
  {
    operation: 'writtenProcedures',
    given: 'ein laufendes Umlaufverfahren',
    query: '{ writtenProcedures(first: 200) { totalCount nodes { id } } }',
    prepare: async (ground) => {
      const { procedureId } = await procedureIn(ground, 'RUNNING');
      return { shows: ({ data }) => data.writtenProcedures.nodes.some(({ id }: Identified) => id === procedureId) };
    },
  },
  {
    operation: 'writtenProceduresToReport',
    given: 'ein beendetes Umlaufverfahren',
    query: 'query ($id: ID!) { writtenProceduresToReport(conferenceId: $id) { id } }',
    prepare: async (ground) => {
      const { procedureId } = await procedureIn(ground, 'ENDED');
      return {
        variables: { id: ground.stage.conferenceId },
        shows: ({ data }) => data.writtenProceduresToReport.some(({ id }: Identified) => id === procedureId),
      };
    },
  },
  {
    operation: 'writtenProcedure',
    given: 'ob die Freigabe gesperrt ist',
    query: `query ($id: ID!) { writtenProcedure(id: $id) { isReleaseBlocked } }`,
    prepare: async (ground) => {
      const running = await fullyVoted(ground);
      const chair = await ground.stage.as('vorsitz.hh');
      await done(chair.mutate('endWrittenProcedureEarly', named(running)));
      return {
        variables: { id: running.procedureId },
        shows: ({ data }) => typeof data?.writtenProcedure?.isReleaseBlocked === 'boolean',
      };
    },
  },
];
