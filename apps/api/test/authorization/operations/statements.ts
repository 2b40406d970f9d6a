import type { Ground } from '../ground.js';
import { done } from '../ground.js';
import { mutation, reason, type Row } from './row.js';

const text = 'Die erklärende Stelle legt Wert auf die Feststellung, dass die Kosten offen sind.';

/** A statement of Hessen, as far as its coordination has brought it. */
async function statement(ground: Ground, isAnnounced: boolean): Promise<Prepared> {
  const { itemId, topic } = await ground.item();
  const coordination = await ground.stage.as('koordination.he');
  const selection = 'statement { id revision textHash }';
  const given = { agendaItemId: itemId, party: 'HE', text };
  let answer = await done(coordination.mutate('draftStatement', given, selection));
  if (isAnnounced) answer = await done(coordination.mutate('announceStatement', seen(answer.payload), selection));
  return { ...seen(answer.payload), textHash: answer.payload.statement.textHash, topicId: topic.id };
}

interface Prepared {
  readonly statementId: string;
  readonly expectedRevision: number;
  readonly textHash: string;
  readonly topicId: string;
}

function seen({ statement: { id, revision } }: { readonly statement: { id: string; revision: number } }): {
  readonly statementId: string;
  readonly expectedRevision: number;
} {
  return { statementId: id, expectedRevision: revision };
}

const step = (operation: string, given: string, isAnnounced: boolean, input: object = {}): Row =>
  mutation(operation, given, async (ground) => {
    const { statementId, expectedRevision } = await statement(ground, isAnnounced);
    return { statementId, expectedRevision, ...input };
  });

export const statementMutations: readonly Row[] = [
  mutation('draftStatement', 'für Hessen zu einem Punkt', async (ground) => {
    return { agendaItemId: (await ground.item()).itemId, party: 'HE', text };
  }),
  mutation('announceStatementOnBehalf', 'für Hessen zu einem Punkt', async (ground) => {
    return { agendaItemId: (await ground.item()).itemId, party: 'HE', text, reason };
  }),
  step('editStatement', 'ein Entwurf Hessens', false, { text }),
  step('announceStatement', 'ein Entwurf Hessens', false),
  mutation('cosignStatement', 'eine Erklärung Hessens, für Bayern', async (ground) => {
    const { statementId, textHash } = await statement(ground, true);
    return { statementId, textHash, party: 'BY' };
  }),
  mutation('withdrawCosignature', 'eine von Bayern mitgezeichnete Erklärung', async (ground) => {
    const { statementId, textHash } = await statement(ground, true);
    const bavaria = await ground.stage.as('koordination.by');
    await done(bavaria.mutate('cosignStatement', { statementId, textHash, party: 'BY' }));
    return { statementId, party: 'BY' };
  }),
  step('recordStatement', 'eine Erklärung Hessens', true),
  step('withdrawStatement', 'eine Erklärung Hessens', true),
];

const shown = (given: string, isAnnounced: boolean): Row => ({
  operation: 'statement',
  given,
  query: `query ($id: ID!) { statement(id: $id) { id stateLabel party { code } topic { id } cosignatures { cosignedBy }
    mayCosignFor { code } cosignedFor { code } availableActions { action } history { id } } }`,
  prepare: async (ground) => ({ variables: { id: (await statement(ground, isAnnounced)).statementId } }),
});

export const statementQueries: readonly Row[] = [
  shown('ein Entwurf Hessens', false),
  shown('eine Erklärung Hessens', true),
];
