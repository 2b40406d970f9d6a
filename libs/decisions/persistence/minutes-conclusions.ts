import type { AgendaItemRow } from '#agendas';
import { recommendationNames } from '#glossary';
import type { ReadTx } from '#platform/database';
import { numbered, ProposalRepository } from '#proposals';
import { recommendationsByTopics, type KeptRecommendation, type Topic, type TopicRepository } from '#topics';
import type { Minutes, MinutesConclusion } from '../domain/minutes.js';

export type MinutesOf = Pick<Minutes, 'sessionId' | 'conferenceId' | 'bodies'>;

/** What became of an item, and with which text. */
interface Ending extends Omit<MinutesConclusion, 'clauses'> {
  readonly proposalVersionId: string | null;
}

/** What committees and the pre-conference made of their items: what they recommended, and what they concluded themselves. */
export async function conclusionsOf(
  tx: ReadTx,
  minutes: MinutesOf,
  items: readonly AgendaItemRow[],
  topics: TopicRepository,
): Promise<ReadonlyMap<string, MinutesConclusion>> {
  const topicIds = items.map(({ topicId }) => topicId);
  const known = await topics.listTopicsByIds(tx, topicIds);
  const given = await recommendationsByTopics(tx, topicIds);
  const endings = items.flatMap((item): (readonly [string, Ending])[] => {
    const topic = known.get(item.topicId);
    const ending = topic === undefined ? null : endingOf(minutes, item, topic, given.get(topic.id) ?? []);
    return ending === null ? [] : [[item.id, ending]];
  });
  const versions = await new ProposalRepository().versionsByIds(
    tx,
    endings.flatMap(([, { proposalVersionId }]) => proposalVersionId ?? []),
  );
  return new Map(
    endings.map(([itemId, { proposalVersionId, ...ending }]) => {
      const clauses = numbered(versions.get(proposalVersionId ?? '')?.clauses ?? []);
      return [itemId, { ...ending, clauses }];
    }),
  );
}

/** Null for a fireside talk, and for what goes on in the body. */
function endingOf(
  { bodies, conferenceId }: MinutesOf,
  item: AgendaItemRow,
  topic: Topic,
  given: readonly KeptRecommendation[],
): Ending | null {
  if (item.state === 'REMOVED' || item.list === 'FIRESIDE' || topic.kind === 'FIRESIDE') return null;
  const own = given.filter(
    (each) => each.body !== null && bodies.includes(each.body) && each.conferenceId === conferenceId,
  );
  const last = own.filter(({ givenAt }) => givenAt >= item.placedAt).at(-1);
  if (last !== undefined) {
    const { recommendation, note: remark, proposalVersionId } = last;
    return { ending: `Empfehlung: ${recommendationNames[recommendation]}`, remark, proposalVersionId };
  }
  const isConcluded =
    topic.state === 'CONCLUDED' && topic.leadCommittee !== null && bodies.includes(topic.leadCommittee);
  if (!isConcluded) return null;
  const proposalVersionId = topic.frozenVersions.COMMITTEE_ADOPTED ?? null;
  return { ending: 'Im Arbeitskreis abschließend behandelt', remark: null, proposalVersionId };
}
