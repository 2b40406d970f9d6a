import type { Capacity } from '#glossary';
import { capacitiesOn, partiesActedFor, type Actor } from '#organisation';
import { refused, type Capacities, type Refused } from '#platform/lifecycle';
import type { Topic } from '#topics';
import type { CommentedTopic, CommentRound, CommentRoundContext } from './domain/comment-round.js';
import type { StoredRound } from './persistence/comment-round.repository.js';

export type RoundAnswer = { readonly ok: true; readonly round: StoredRound } | Refused;

type Given = Pick<CommentRoundContext, 'now' | 'input'> &
  Partial<Pick<CommentRoundContext, 'haveAllAnswered' | 'term' | 'clauseIds'>> & {
    readonly topic: Topic;
    readonly hasOpenRound?: boolean;
  };

/** What a decision about a round on this topic needs; the rest is given by who asks. */
export function contextFor(
  actor: Actor,
  { body }: Pick<CommentRound, 'body'>,
  { topic, hasOpenRound = false, ...given }: Given,
): CommentRoundContext {
  return {
    haveAllAnswered: null,
    term: null,
    clauseIds: null,
    ...given,
    capacities: hatsFor(body, capacitiesOn(actor, topic)),
    ownParties: partiesActedFor(actor, 'PARTY_COORDINATOR'),
    topic: commentedTopic(topic, hasOpenRound),
  };
}

const committeeHats: readonly Capacity[] = ['COMMITTEE_CHAIR', 'COMMITTEE_SECRETARY'];
const conferenceHats: readonly Capacity[] = ['SECRETARIAT', 'CHAIR'];

/** Whoever holds offices in both acts in that of the body that asks. */
function hatsFor(body: CommentRound['body'], capacities: Capacities<Capacity>): Capacities<Capacity> {
  const [own, others] = body === 'PRE_CONFERENCE' ? [conferenceHats, committeeHats] : [committeeHats, conferenceHats];
  if (!own.some((hat) => capacities.has(hat))) return capacities;
  const worn = new Set([...capacities].filter((hat) => !others.includes(hat)));
  return Object.assign(worn, { names: capacities.names ?? new Map<Capacity, string>() });
}

/** The topic as the conditions of a round read it. */
export function commentedTopic(topic: Topic, hasOpenRound: boolean): CommentedTopic {
  const { state, leadCommittee, proposalVersionId, proposalTextHash: textHash } = topic;
  return { state, leadCommittee, proposalVersionId, textHash, hasOpenRound };
}

export const unknownRound = refused({
  code: 'NOT_FOUND',
  message: 'Die Anmerkungsrunde gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'roundId',
});

export function roundChangedMeanwhile({ revision }: StoredRound): Refused {
  const message =
    'Die Anmerkungsrunde wurde inzwischen geändert. Bitte laden Sie sie neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
