import type { CommentRoundState } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { commentRoundLifecycle, type CommentRoundAction } from './comment-round-lifecycle.js';
import type { CommentRound, CommentRoundContext } from './comment-round.js';

export interface CommentRoundEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type DecidedRound = CommentRound & { readonly state: CommentRoundState };

export interface AcceptedRound {
  readonly ok: true;
  readonly round: DecidedRound;
  /** Never empty: a change nobody recorded cannot be expressed. */
  readonly events: readonly [CommentRoundEvent, ...CommentRoundEvent[]];
}

/** The next state of the round and what happened, or every reason against it. Pure: nothing is saved. */
export function decideRound(
  round: CommentRound,
  action: CommentRoundAction,
  context: CommentRoundContext,
): AcceptedRound | Refused {
  const verdict = permit(commentRoundLifecycle, round, action, context);
  if (!verdict.ok) return verdict;
  // An answer is a row of its own and leaves the round as it is: 17 parties may answer in the same second.
  const revision = action === 'answerCommentRound' ? round.revision : round.revision + 1;
  const next = { ...round, ...changesBy[action](round, context), state: verdict.to, revision };
  return { ok: true, round: next, events: [eventOf(round, next, verdict, context)] };
}

type Change = (round: CommentRound, context: CommentRoundContext) => Partial<CommentRound>;

const endsNow: Change = (_round, { now }) => ({ endedAt: now });

/** What each action changes beside state and revision. */
const changesBy: Readonly<Record<CommentRoundAction, Change>> = {
  openCommentRound: (_round, { now, topic, input }) => ({
    proposalVersionId: topic.proposalVersionId,
    textHash: topic.textHash,
    parties: input?.parties ?? [],
    question: trimmed(input?.question),
    openedAt: now,
    closesAt: input?.closesAt ?? null,
  }),
  answerCommentRound: () => ({}),
  extendCommentRound: (_round, { input }) => ({ closesAt: input?.closesAt ?? null }),
  closeCommentRound: endsNow,
  /** Over since its instant, however late that is noticed. */
  endCommentRound: ({ closesAt }) => ({ endedAt: closesAt }),
  withdrawCommentRound: endsNow,
  supersedeCommentRound: endsNow,
};

/** What the history tells: who answered and for which text, never what. */
function eventOf(
  before: CommentRound,
  after: CommentRound,
  { emits, capacity }: Permitted<string, string>,
  { input }: CommentRoundContext,
): CommentRoundEvent {
  const { topicId, conferenceId, body, textHash, closesAt } = after;
  const data = {
    topicId,
    conferenceId,
    body,
    from: before.state,
    to: after.state,
    textHash,
    closesAt: closesAt?.toISOString() ?? null,
    ...(before.closesAt === null || before.closesAt === closesAt ? {} : { before: before.closesAt.toISOString() }),
    ...(input?.party === undefined ? {} : { party: input.party, kind: input.comment?.kind }),
  };
  return { type: emits, capacity, reason: trimmed(input?.reason), data };
}

function trimmed(text: string | null | undefined): string | null {
  const words = (text ?? '').trim();
  return words === '' ? null : words;
}
