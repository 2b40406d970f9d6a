import type { Topic } from '#topics';
import { done, type Ground } from '../ground.js';
import { inCommittee, inPreConference, mutation, reason, type Identified, type Row } from './row.js';

interface Prepared {
  readonly roundId: string;
  readonly expectedRevision: number;
  readonly textHash: string;
}

/** An open round on a topic of Hessen: of AK V, or of the Vorkonferenz when it is there. */
async function roundOn(ground: Ground, topic: Partial<Topic>): Promise<Prepared> {
  const { id: topicId, proposalTextHash: textHash } = await ground.stage.placeTopic(topic);
  const whoAsks = await ground.stage.as(topic.state === 'IN_COMMITTEE' ? 'vorsitz.ak5' : 'geschaeftsstelle');
  const selection = 'commentRound { id revision textHash }';
  const { payload } = await done(whoAsks.mutate('openCommentRound', { topicId, textHash, workingDays: 5 }, selection));
  const { id: roundId, revision: expectedRevision, textHash: asked } = payload.commentRound;
  return { roundId, expectedRevision, textHash: asked };
}

const named = ({ roundId, expectedRevision }: Prepared) => ({ roundId, expectedRevision });
const placed = async (ground: Ground, topic: Partial<Topic>) => {
  const { id: topicId, proposalTextHash: textHash } = await ground.stage.placeTopic(topic);
  return { topicId, textHash, workingDays: 5 };
};
const given = [
  ['eine Runde des AK V', inCommittee],
  ['eine Runde der Vorkonferenz', inPreConference],
] as const;

async function answerOf(
  ground: Ground,
  party: string,
  topic: Partial<Topic> = inCommittee,
): Promise<Readonly<Record<string, unknown>>> {
  const { roundId, textHash } = await roundOn(ground, topic);
  return { roundId, textHash, party, kind: 'NO_OBJECTION' };
}

export const commentRoundMutations: readonly Row[] = [
  mutation('openCommentRound', 'ein Thema im AK V', (ground) => placed(ground, inCommittee)),
  mutation('openCommentRound', 'ein Thema in der Vorkonferenz', (ground) => placed(ground, inPreConference)),
  mutation('answerCommentRound', 'für Hessen', (ground) => answerOf(ground, 'HE')),
  mutation('answerCommentRound', 'für den Bund', (ground) => answerOf(ground, 'BUND')),
  mutation('answerCommentRound', 'für Hessen, beschränktes Thema', (ground) =>
    answerOf(ground, 'HE', { ...inCommittee, classification: 'RESTRICTED' }),
  ),
  ...given.flatMap(([what, topic]): readonly Row[] => [
    mutation('extendCommentRound', what, async (ground) => {
      return { ...named(await roundOn(ground, topic)), workingDays: 5, reason };
    }),
    mutation('closeCommentRound', what, async (ground) => ({ ...named(await roundOn(ground, topic)), reason })),
    mutation('withdrawCommentRound', what, async (ground) => ({ ...named(await roundOn(ground, topic)), reason })),
  ]),
];

const fields = `id stateLabel isOver body { code } topic { id } text { id } termInWords longestExtension
  asked { party { code } comment { kind } earlier { version } isAwaited } answeredCount askedCount myParties { code }
  availableActions { action } history { id }`;

const shown = (what: string, topic: Partial<Topic>): Row => ({
  operation: 'commentRound',
  given: what,
  query: `query ($id: ID!) { commentRound(id: $id) { ${fields} } }`,
  prepare: async (ground) => ({ variables: { id: (await roundOn(ground, topic)).roundId } }),
});

const listed = (what: string, filter: string): Row => ({
  operation: 'commentRounds',
  given: what,
  query: `{ commentRounds(first: 200${filter}) { totalCount nodes { id } } }`,
  prepare: async (ground) => {
    const { roundId } = await roundOn(ground, inCommittee);
    return { shows: ({ data }) => data.commentRounds.nodes.some(({ id }: Identified) => id === roundId) };
  },
});

export const commentRoundQueries: readonly Row[] = [
  shown('eine Runde des AK V', inCommittee),
  shown('eine Runde zu einem beschränkten Thema', { ...inCommittee, classification: 'RESTRICTED' }),
  listed('eine Runde des AK V', ''),
  listed('eine Runde, die auf mich wartet', ', filter: { awaitsMyAnswer: true }'),
  {
    operation: 'topic',
    given: 'die Anmerkungsrunden eines Themas',
    query: `query ($id: ID!) { topic(id: $id) { commentRounds { id } commentRoundOpening { available }
      commentTerms { workingDays inWords } } }`,
    prepare: async (ground) => {
      const { roundId } = await roundOn(ground, inCommittee);
      const [row] = await ground.stage.arrange<{ id: string }>(
        'SELECT topic_id AS id FROM comment_rounds WHERE id = $1',
        [roundId],
      );
      return {
        variables: { id: row?.id },
        shows: ({ data }) => data?.topic?.commentRounds?.some(({ id }: Identified) => id === roundId) === true,
      };
    },
  },
];
