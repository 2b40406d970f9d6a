import { anAdoptedResolution } from '#testing/agendas';
import type { Ground } from '../ground.js';
import { mutation, reason, type Identified, type Row } from './row.js';

type Made = Readonly<Record<'followUpId', string> & Record<'expectedRevision', number>>;

const report = { kind: 'REPORT', addressee: 'AK5', due: { season: 'AUTUMN', year: 2027 } };
const implementation = { kind: 'IMPLEMENTATION', addressee: 'ALL_LAENDER', due: { day: '2027-12-31' } };
const conditional = { ...report, due: { condition: 'Das Gesetz tritt in Kraft', reviewOn: '2027-03-01' } };

async function wish({ stage }: Ground, given: object): Promise<Record<string, unknown>> {
  const { resolutionId, clauseIds } = await anAdoptedResolution(stage);
  return { resolutionId, clauseId: clauseIds[1], task: 'Bericht über die Warnmittel', ...given };
}

async function made(ground: Ground, given: object = report): Promise<Made> {
  const secretariat = await ground.stage.as('geschaeftsstelle');
  const input = await wish(ground, given);
  const { payload, text } = await secretariat.mutate('createFollowUp', input, 'followUp { id revision }');
  if (!payload?.followUp) throw new Error(`The ground cannot be laid: ${text}`);
  return { followUpId: payload.followUp.id, expectedRevision: payload.followUp.revision };
}

async function reported(ground: Ground): Promise<Made> {
  const addressee = await ground.stage.as('vorsitz.ak5');
  const { followUpId, expectedRevision } = await made(ground);
  const input = { followUpId, expectedRevision, report: 'Die Warnmittel sind erfasst.' };
  const { payload } = await addressee.mutate('submitFollowUpReport', input, 'followUp { revision }');
  return { followUpId, expectedRevision: payload.followUp.revision };
}

const open = 'ein Auftrag an den AK V';
const handedIn = 'ein vorgelegter Bericht des AK V';

export const followUpMutations: readonly Row[] = [
  mutation('createFollowUp', 'ein Beschluss', (ground) => wish(ground, report)),
  mutation('startFollowUp', open, (ground) => made(ground)),
  mutation('submitFollowUpReport', open, async (ground) => ({ ...(await made(ground)), report: 'Der Bericht.' })),
  mutation('returnFollowUpReport', handedIn, async (ground) => ({ ...(await reported(ground)), reason })),
  mutation('completeFollowUp', handedIn, reported),
  mutation('recordImplementation', 'eine Umsetzung in den Ländern, für Hessen', async (ground) => {
    return { ...(await made(ground, implementation)), party: 'HE', status: 'IN_PROGRESS' };
  }),
  mutation('extendFollowUp', open, async (ground) => {
    const { resolutionId } = await anAdoptedResolution(ground.stage, {}, '2026-12-03');
    return { ...(await made(ground)), resolutionId, due: { season: 'SPRING', year: 2028 } };
  }),
  mutation('reviewFollowUpCondition', 'ein bedingter Auftrag', async (ground) => {
    return { ...(await made(ground, conditional)), due: { day: '2027-09-30' }, reason };
  }),
  mutation('dropFollowUp', open, async (ground) => ({ ...(await made(ground)), reason })),
];

const fields = `id stateLabel kindLabel isOverdue isToBeReviewed addressee { name } due { label } origin { title }
  repeats { id } repeatedBy { id } extendedBy { id } returnedAs { id } reports { number } implementations { party }
  availableActions { action } history { id }`;

export const followUpQueries: readonly Row[] = [
  {
    operation: 'followUp',
    given: open,
    query: `query ($id: ID!) { followUp(id: $id) { ${fields} } }`,
    prepare: async (ground) => ({ variables: { id: (await made(ground)).followUpId } }),
  },
  {
    operation: 'followUps',
    given: open,
    query: '{ followUps(first: 100) { nodes { id } } }',
    prepare: async (ground) => {
      const { followUpId } = await made(ground);
      return { shows: ({ data }) => data.followUps.nodes.some(({ id }: Identified) => id === followUpId) };
    },
  },
];
