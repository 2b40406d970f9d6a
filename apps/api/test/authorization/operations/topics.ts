import type { Topic } from '#topics';
import {
  accepted,
  always,
  clauses,
  draft,
  inCommittee,
  inMainConference,
  inPreConference,
  mutation,
  onTopic,
  reason,
  submitted,
  type Identified,
  type Row,
} from './row.js';

export const topicMutations: readonly Row[] = [
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
  onTopic('concludeTopicInCommittee', 'ein Thema im AK V', inCommittee, { reason }),
  mutation('deferTopic', 'ein Thema in der Vorkonferenz', async (ground) => {
    return { ...(await ground.topic(inPreConference)), targetConferenceId: await ground.conference(), reason };
  }),
  onTopic(
    'giveCommitteeOpinion',
    'ein Thema im AK II, an dem AK V beteiligt ist',
    { ...inCommittee, leadCommittee: 'AK2', involvedCommittees: ['AK5'] },
    { body: 'AK5', recommendation: 'OPEN' },
  ),
  onTopic(
    'forwardTopicToPreConference',
    'ein angenommenes Thema des AK V',
    { ...accepted, registrant: { body: 'AK5' } },
    {
      recommendation: 'OPEN',
    },
  ),
  ...precedents(),
  ...restrictions(),
  onTopic('joinTopic', 'ein Thema im AK V, im Namen Bayerns', inCommittee, { party: 'BY' }),
  onTopic(
    'leaveTopic',
    'ein Thema, das Bayern mit anmeldet',
    { ...inCommittee, coRegistrants: ['BY'] },
    { party: 'BY' },
  ),
  onTopic(
    'takeOverTopic',
    'ein zurückgezogenes Thema, das Bayern mit anmeldet',
    { ...accepted, state: 'WITHDRAWN', coRegistrants: ['BY'] },
    { party: 'BY' },
  ),
  ...merges(),
  onTopic('returnTopicToCommittee', 'ein Thema in der Vorkonferenz', inPreConference, { reason }),
  onTopic('forwardTopicToMainConference', 'ein Thema in der Vorkonferenz', inPreConference, {
    recommendation: 'AGREED',
  }),
  ...revisions(),
  onTopic('withdrawTopic', 'ein Entwurf', draft, { reason }),
  onTopic('withdrawTopic', 'ein Thema im AK V', inCommittee, { reason }),
  onTopic('recordTopicOutcome', 'ein Thema ohne Abstimmung', inMainConference, { outcome: 'NOTED' }),
  mutation('recordTopicOutcome', 'eine geschlossene Abstimmung', async (ground) => {
    const { topicId, expectedRevision } = await ground.closedBallot();
    return { topicId, expectedRevision, outcome: 'NOT_ADOPTED' };
  }),
];

function precedents(): readonly Row[] {
  const cite = (given: string, topic: Partial<Topic>): Row =>
    mutation('citePrecedent', given, async (ground) => {
      const { topicId: precedentTopicId } = await ground.topic({ ...inCommittee, registrant: { party: 'HE' } });
      return { ...(await ground.topic(topic)), precedentTopicId };
    });
  return [
    cite('ein Entwurf', draft),
    cite('ein angenommenes Thema', accepted),
    mutation('removePrecedent', 'ein Entwurf mit Vorgang', async (ground) => ground.citation(draft)),
  ];
}

function restrictions(): readonly Row[] {
  const group = 'eine Gruppe benannter Stellen';
  const restricted = { classification: 'RESTRICTED' } as const;
  return [
    onTopic('restrictTopic', 'ein beschränkter Entwurf', { ...draft, ...restricted }, { restrictedTo: ['BE'] }),
    onTopic(
      'restrictTopic',
      'ein beschränktes Thema im AK V',
      { ...inCommittee, ...restricted },
      { restrictedTo: ['BE'] },
    ),
    mutation('createNeedToKnowGroup', 'jederzeit', async ({ freeName }) => ({ name: freeName(), parties: ['HE'] })),
    mutation('changeNeedToKnowGroup', group, async (ground) => ({
      ...(await ground.group()),
      name: ground.freeName(),
      parties: ['HE'],
    })),
    mutation('dissolveNeedToKnowGroup', group, async (ground) => ground.group()),
  ];
}

function merges(): readonly Row[] {
  const onMerge = (operation: string, given: string, consents = 0, input: object = {}): Row =>
    mutation(operation, given, async (ground) => ({ ...(await ground.merge(consents)), ...input }));
  return [
    mutation('proposeMerge', 'zwei Themen im AK V', async (ground) => {
      const [{ topicId }, { topicId: survivorId }] = [await ground.topic(inCommittee), await ground.topic(inCommittee)];
      return { topicId, survivorId, reason };
    }),
    onMerge('consentToMerge', 'eine vorgeschlagene Zusammenführung'),
    onMerge('declineMerge', 'eine vorgeschlagene Zusammenführung', 0, { reason }),
    onMerge('cancelMerge', 'eine vorgeschlagene Zusammenführung', 0, { reason }),
    onMerge('mergeTopic', 'eine Zusammenführung mit Zustimmung', 1),
  ];
}

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

const topicFields = `id stateLabel visibleBecause conference { id } previousConferences { id } mergedInto { id } merges { id availableActions { action } topic { id } survivor { id } history { id } } history { id } proposal { id } proposalVersions { id } stageTexts { version { id } } recommendations { id } marking restrictedTo { code } needToKnowGroup { id } precedentLinks { id topic { id } clause { id } } citedBy { id topic { id } clause { id } }
  availableActions { action } agendaItem { id } agendaItems { id agenda { id } } ballot { id } resolution { id } registrant { name }`;

function queriesOn(given: string, topic: Partial<Topic>): readonly Row[] {
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

function comparison(given: string, topic: Partial<Topic>): Row {
  return {
    operation: 'proposalComparison',
    given,
    query: `query ($topicId: ID!, $version: ID!) {
      proposalComparison(topicId: $topicId, fromVersionId: $version, toVersionId: $version) { clauses { id } }
    }`,
    prepare: async ({ stage }) => {
      const { id, proposalVersionId } = await stage.placeTopic(topic);
      return { variables: { topicId: id, version: proposalVersionId } };
    },
  };
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

export const topicQueries: readonly Row[] = [
  ...queriesOn('ein Entwurf', draft),
  ...queriesOn('eine Anmeldung', submitted),
  ...queriesOn('ein Thema im AK V', inCommittee),
  ...queriesOn('ein eingestuftes Thema im AK V', { ...inCommittee, classification: 'RESTRICTED' }),
  desk('ein Entwurf', draft),
  desk('eine Anmeldung', submitted),
  desk('ein Thema im AK V', inCommittee),
  always('needToKnowGroups', 'id parties { code } availableActions { action }'),
  comparison('ein Entwurf', draft),
  comparison('ein Thema im AK V', inCommittee),
  {
    operation: 'mergesAwaitingMe',
    given: 'eine vorgeschlagene Zusammenführung',
    query: '{ mergesAwaitingMe { id topic { id } } }',
    prepare: async (ground) => {
      const { mergeId } = await ground.merge(0);
      return { shows: ({ data }) => data.mergesAwaitingMe.some(({ id }: Identified) => id === mergeId) };
    },
  },
];
