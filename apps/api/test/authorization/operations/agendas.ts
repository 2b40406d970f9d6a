import type { Ground } from '../ground.js';
import { mutation, reason, type Row } from './row.js';

function onAgenda(operation: string, given: string, state: Parameters<Ground['agenda']>[0], input: object = {}): Row {
  return mutation(operation, given, async (ground) => {
    const { itemId, ...agenda } = await ground.agenda(state);
    return { ...agenda, ...(operation.endsWith('Item') ? { itemId } : {}), ...input };
  });
}

/** An item that all have recommended, which stands on this list of a circulated agenda. */
function onConsentList(operation: string, given: string, list: string): Row {
  return mutation(operation, given, async (ground) => {
    const { agendaId, expectedRevision, itemId } = await ground.agenda('CIRCULATED');
    await ground.stage.arrange('UPDATE agenda_items SET list = $2 WHERE id = $1', [itemId, list]);
    await ground.stage.arrange(
      `UPDATE topics SET recommendation = 'AGREED' WHERE id = (SELECT topic_id FROM agenda_items WHERE id = $1)`,
      [itemId],
    );
    const isOfParty = operation === 'pullItemOffConsentList';
    return { agendaId, itemId, ...(isOfParty ? {} : { expectedRevision }), reason };
  });
}

export const agendaMutations: readonly Row[] = [
  mutation('compileAgenda', 'eine Konferenz', async (ground) => ({ conferenceId: await ground.conference() })),
  mutation('compileAgenda', 'eine Sitzung des AK V', async ({ stage }) => ({
    sessionId: await stage.planSession('AK5'),
  })),
  onAgenda('moveAgendaItem', 'eine Sammlung', 'COLLECTING', { position: 1 }),
  onAgenda('moveAgendaItem', 'eine versandte Tagesordnung', 'CIRCULATED', { position: 1, reason }),
  onAgenda('removeAgendaItem', 'eine versandte Tagesordnung', 'CIRCULATED', { reason }),
  onConsentList('putItemOnConsentList', 'ein einvernehmlicher Punkt', 'DISCUSSION'),
  onConsentList('pullItemOffConsentList', 'ein Punkt der Grünen Liste', 'CONSENT'),
  mutation('markAgendaSeen', 'eine versandte Tagesordnung', async (ground) => {
    const { agendaId } = await ground.agenda('CIRCULATED');
    return { agendaId, upTo: ground.stage.clock.now().toISOString() };
  }),
  onAgenda('circulateAgenda', 'eine Sammlung', 'COLLECTING'),
  mutation('circulateSupplement', 'eine versandte Tagesordnung', async (ground) => {
    const { agendaId } = await ground.agenda('CIRCULATED');
    return ground.lateItem(agendaId);
  }),
  onAgenda('reviewAgenda', 'eine versandte Tagesordnung', 'CIRCULATED'),
  mutation('explainMissingTopic', 'eine versandte Tagesordnung', async (ground) => {
    const { agendaId, expectedRevision } = await ground.agenda('CIRCULATED');
    const topicId = await ground.topicMissingOn(agendaId);
    return { agendaId, expectedRevision, topicId, explanation: reason };
  }),
  onAgenda('finaliseAgenda', 'eine geprüfte Tagesordnung', 'REVIEWED'),
  onAgenda('approveAgenda', 'eine endgültige Tagesordnung', 'FINAL'),
  onAgenda('closeAgenda', 'eine genehmigte Tagesordnung', 'APPROVED'),
];

/** The agenda of a session of AK V, compiled by its secretary. */
function committeeAgendaQuery(given: string, isCirculated: boolean): Row {
  return {
    operation: 'agenda',
    given,
    query: `query ($id: ID!) { agenda(id: $id) { id bodyLabel items { id } } }`,
    prepare: async (ground) => ({ variables: { id: await ground.agendaOfCommittee(isCirculated) } }),
  };
}

function agendaQuery(given: string, state: Parameters<Ground['agenda']>[0]): Row {
  const fields =
    'id stateLabel conference { id } items { id } missingTopics { topicId } changesSinceSeen { upTo } availableActions { action } history { id }';
  return {
    operation: 'agenda',
    given,
    query: `query ($id: ID!) { agenda(id: $id) { ${fields} } }`,
    prepare: async (ground) => ({ variables: { id: (await ground.agenda(state)).agendaId } }),
  };
}

export const agendaQueries: readonly Row[] = [
  agendaQuery('eine Sammlung', 'COLLECTING'),
  agendaQuery('eine versandte Tagesordnung', 'CIRCULATED'),
  committeeAgendaQuery('eine Sammlung des AK V', false),
  committeeAgendaQuery('eine versandte Tagesordnung des AK V', true),
];
