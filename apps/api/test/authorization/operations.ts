import type { Topic } from '#topics';
import type { GraphqlAnswer } from '../caller.js';
import type { Ground } from './ground.js';

export interface Call {
  readonly input?: Readonly<Record<string, unknown>>;
  /** Variables of a query; mutations have an input. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whether what was prepared is there for the person; by default, whether there was an answer without refusal. */
  readonly shows?: (answer: GraphqlAnswer) => boolean | Promise<boolean>;
}

export interface Row {
  readonly operation: string;
  /** The starting point, as authorization.md calls it. */
  readonly given: string;
  readonly query?: string;
  prepare(ground: Ground): Promise<Call>;
}

const draft: Partial<Topic> = {
  state: 'DRAFT',
  submittedAt: null,
  acceptedAt: null,
  leadCommittee: null,
  urgencyReason: 'Die Lage hat sich geändert.',
};
const day = new Date('2026-11-09T09:00:00Z');
const submitted: Partial<Topic> = { ...draft, state: 'SUBMITTED', submittedAt: day };
const accepted: Partial<Topic> = { ...submitted, state: 'ACCEPTED', acceptedAt: day };
const inCommittee: Partial<Topic> = { ...accepted, state: 'IN_COMMITTEE', leadCommittee: 'AK5' };
const inPreConference: Partial<Topic> = { ...inCommittee, state: 'IN_PRE_CONFERENCE' };
const inMainConference: Partial<Topic> = { ...inCommittee, state: 'IN_MAIN_CONFERENCE' };
const reason = 'So ist es vereinbart.';
const clauses = [{ text: 'Die IMK nimmt den Bericht zur Kenntnis.' }];

function mutation(operation: string, given: string, prepare: (ground: Ground) => Promise<Call['input'] & object>): Row {
  return { operation, given, prepare: async (ground) => ({ input: await prepare(ground) }) };
}

function onTopic(operation: string, given: string, topic: Partial<Topic>, input: object = {}): Row {
  return mutation(operation, given, async (ground) => ({ ...(await ground.topic(topic)), ...input }));
}

function onAgenda(operation: string, given: string, state: Parameters<Ground['agenda']>[0], input: object = {}): Row {
  return mutation(operation, given, async (ground) => {
    const { itemId, ...agenda } = await ground.agenda(state);
    return { ...agenda, ...(operation.endsWith('Item') ? { itemId } : {}), ...input };
  });
}

const topicMutations: readonly Row[] = [
  mutation('createTopic', 'im Namen Hessens', async ({ stage }) => {
    return { conferenceId: stage.conferenceId, registrantParty: 'HE', fields: { title: 'Warntag' } };
  }),
  onTopic('editTopic', 'ein Entwurf', draft, { fields: { title: 'Warntag' } }),
  onTopic('submitTopicRegistration', 'ein Entwurf', draft),
  onTopic('returnTopicRegistration', 'eine Anmeldung', submitted, { reason }),
  onTopic('consentToLateTopic', 'eine verspätete Anmeldung', { ...submitted, isLate: true }),
  onTopic('acceptTopicRegistration', 'eine Anmeldung', submitted),
  onTopic('assignTopicToCommittee', 'ein angenommenes Thema', accepted, { leadCommittee: 'AK5' }),
  onTopic('forwardTopicToPreConference', 'ein angenommenes Thema', accepted, { recommendation: 'OPEN' }),
  onTopic('forwardTopicToPreConference', 'ein Thema im AK V', inCommittee, { recommendation: 'OPEN' }),
  onTopic('returnTopicToCommittee', 'ein Thema in der Vorkonferenz', inPreConference, { reason }),
  onTopic('forwardTopicToMainConference', 'ein Thema in der Vorkonferenz', inPreConference, {
    recommendation: 'AGREED',
  }),
  ...revisions(),
  onTopic('withdrawTopic', 'ein Entwurf', draft, { reason }),
  onTopic('withdrawTopic', 'ein Thema im AK V', inCommittee, { reason }),
  onTopic('recordTopicOutcome', 'ein Thema ohne Abstimmung', inMainConference, { outcome: 'POSTPONED' }),
  mutation('recordTopicOutcome', 'eine geschlossene Abstimmung', async (ground) => {
    const { topicId, expectedRevision } = await ground.closedBallot();
    return { topicId, expectedRevision, outcome: 'NOT_ADOPTED' };
  }),
];

function revisions(): readonly Row[] {
  const stages: readonly (readonly [string, Partial<Topic>])[] = [
    ['ein Entwurf', draft],
    ['ein Thema im AK V', inCommittee],
    ['ein Thema in der Vorkonferenz', inPreConference],
  ];
  return stages.map(([given, topic]) =>
    mutation('reviseProposal', given, async (ground) => {
      return { topicId: (await ground.topic(topic)).topicId, expectedVersion: 1, clauses };
    }),
  );
}

const agendaMutations: readonly Row[] = [
  mutation('compileAgenda', 'eine Konferenz', async (ground) => ({ conferenceId: await ground.conference() })),
  onAgenda('moveAgendaItem', 'eine Sammlung', 'COLLECTING', { position: 1 }),
  onAgenda('moveAgendaItem', 'eine versandte Tagesordnung', 'CIRCULATED', { position: 1, reason }),
  onAgenda('removeAgendaItem', 'eine versandte Tagesordnung', 'CIRCULATED', { reason }),
  onAgenda('circulateAgenda', 'eine Sammlung', 'COLLECTING'),
  onAgenda('reviewAgenda', 'eine versandte Tagesordnung', 'CIRCULATED'),
  onAgenda('finaliseAgenda', 'eine geprüfte Tagesordnung', 'REVIEWED'),
  onAgenda('approveAgenda', 'eine endgültige Tagesordnung', 'FINAL'),
  onAgenda('closeAgenda', 'eine genehmigte Tagesordnung', 'APPROVED'),
];

const ballotMutations: readonly Row[] = [
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
];

const otherMutations: readonly Row[] = [
  mutation('planConference', 'eine Sondersitzung', async (ground) => ground.conferencePlan()),
  mutation('planSession', 'eine Sitzung des AK V', async (ground) => {
    const startsOn = ground.freeDay();
    const { conferenceId } = ground.stage;
    return { conferenceId, body: 'AK5', startsOn, endsOn: startsOn, mode: 'VIDEO' };
  }),
  {
    operation: 'markNotificationsRead',
    given: 'eine Benachrichtigung der Koord. anmeldend',
    prepare: async (ground) => {
      const id = await ground.notificationOf('koordination.he');
      const isRead = 'SELECT FROM notifications WHERE id = $1 AND read_at IS NOT NULL';
      return { input: { ids: [id] }, shows: async () => (await ground.stage.arrange(isRead, [id])).length === 1 };
    },
  },
];

export const mutations: readonly Row[] = [...topicMutations, ...agendaMutations, ...ballotMutations, ...otherMutations];

interface Identified {
  readonly id: string;
}

const topicFields = `id stateLabel visibleBecause conference { id } history { id } proposal { id } proposalVersions { id }
  availableActions { action } agendaItem { id } ballot { id } resolution { id } registrant { name }`;

function topicQueries(given: string, topic: Partial<Topic>): readonly Row[] {
  return [
    {
      operation: 'topic',
      given,
      query: `query ($id: ID!) { topic(id: $id) { ${topicFields} } }`,
      prepare: async (ground) => ({ variables: { id: (await ground.topic(topic)).topicId } }),
    },
    {
      operation: 'topics',
      given,
      query: '{ topics(first: 100) { nodes { id } } }',
      prepare: async (ground) => {
        const { topicId } = await ground.topic(topic);
        return { shows: ({ data }) => data.topics.nodes.some(({ id }: Identified) => id === topicId) };
      },
    },
  ];
}

function desk(given: string, topic: Partial<Topic>): Row {
  return {
    operation: 'desk',
    given,
    query: '{ desk { topic { id } } }',
    prepare: async (ground) => {
      const { topicId } = await ground.topic(topic);
      return { shows: ({ data }) => data.desk.some((item: { topic: Identified }) => item.topic.id === topicId) };
    },
  };
}

function agendaQuery(given: string, state: Parameters<Ground['agenda']>[0]): Row {
  const fields = 'id stateLabel conference { id } items { id } availableActions { action } history { id }';
  return {
    operation: 'agenda',
    given,
    query: `query ($id: ID!) { agenda(id: $id) { ${fields} } }`,
    prepare: async (ground) => ({ variables: { id: (await ground.agenda(state)).agendaId } }),
  };
}

function always(operation: string, selection: string): Row {
  return { operation, given: 'jederzeit', query: `{ ${operation} { ${selection} } }`, prepare: async () => ({}) };
}

const ballotFields = `id stateLabel topic { id } text { id } votes { choice } tally { yes } myVotes { code }
  availableActions { action } allowedOutcomes history { id }`;

export const queries: readonly Row[] = [
  always('viewer', 'person { name } capacities { label } mayRegisterFor { name } unreadNotifications'),
  always('parties', 'code'),
  always('bodies', 'code'),
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
  ...topicQueries('ein Entwurf', draft),
  ...topicQueries('eine Anmeldung', submitted),
  ...topicQueries('ein Thema im AK V', inCommittee),
  ...topicQueries('ein eingestuftes Thema im AK V', { ...inCommittee, classification: 'RESTRICTED' }),
  desk('ein Entwurf', draft),
  desk('eine Anmeldung', submitted),
  desk('ein Thema im AK V', inCommittee),
  agendaQuery('eine Sammlung', 'COLLECTING'),
  agendaQuery('eine versandte Tagesordnung', 'CIRCULATED'),
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
  {
    operation: 'notifications',
    given: 'eine Benachrichtigung der Koord. anmeldend',
    query: '{ notifications { nodes { id } } }',
    prepare: async (ground) => {
      const told = await ground.notificationOf('koordination.he');
      return { shows: ({ data }) => data.notifications.nodes.some(({ id }: Identified) => id === told) };
    },
  },
];
