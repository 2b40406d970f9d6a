import type { WrittenProcedureState } from '#glossary';
import { permit, type Permitted, type Refused } from '#platform/lifecycle';
import { writtenProcedureLifecycle, type WrittenProcedureAction } from './written-procedure-lifecycle.js';
import type { WrittenProcedure, WrittenProcedureContext } from './written-procedure.js';

export interface WrittenProcedureEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type DecidedProcedure = WrittenProcedure & { readonly state: WrittenProcedureState };

export interface AcceptedProcedure {
  readonly ok: true;
  readonly procedure: DecidedProcedure;
  /** Never empty: a change nobody recorded cannot be expressed. */
  readonly events: readonly [WrittenProcedureEvent, ...WrittenProcedureEvent[]];
}

/** The next procedure and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  procedure: WrittenProcedure,
  action: WrittenProcedureAction,
  context: WrittenProcedureContext,
): AcceptedProcedure | Refused {
  const verdict = permit(writtenProcedureLifecycle, procedure, action, context);
  if (!verdict.ok) return verdict;
  const revision = isForm(action) ? procedure.revision : procedure.revision + 1;
  const next = { ...procedure, ...changesBy[action](procedure, context), state: verdict.to, revision };
  return { ok: true, procedure: next, events: [eventOf(procedure, next, verdict, context)] };
}

/** A form is a row of its own and leaves the procedure as it is: 17 parties may give theirs in the same second. */
function isForm(action: WrittenProcedureAction): boolean {
  return action === 'giveWrittenVote' || action === 'giveWrittenVoteOnBehalf';
}

type Change = (procedure: WrittenProcedure, context: WrittenProcedureContext) => Partial<WrittenProcedure>;

const nothing: Change = () => ({});
const endsNow: Change = (_procedure, { now }) => ({ endedAt: now });

/** What each action changes beside state and revision. */
const changesBy: Readonly<Record<WrittenProcedureAction, Change>> = {
  requestWrittenProcedure: (_procedure, { input }) => ({ requestReason: (input?.reason ?? '').trim() }),
  startWrittenProcedure: (_procedure, { now, input, topic }) => ({
    round: 1,
    startedAt: now,
    closesAt: input?.closesAt ?? null,
    urgencyReason: trimmed(input?.urgencyReason),
    rule: input?.rule ?? null,
    number: input?.number ?? null,
    proposalVersionId: topic?.proposalVersionId ?? null,
    textHash: topic?.textHash ?? null,
  }),
  giveWrittenVote: nothing,
  giveWrittenVoteOnBehalf: nothing,
  demandDiscussion: endsNow,
  changeTextOfWrittenProcedure: ({ round }, { input }) => ({
    round: round + 1,
    closesAt: input?.closesAt ?? null,
    urgencyReason: trimmed(input?.urgencyReason),
    proposalVersionId: input?.proposal?.versionId ?? null,
    textHash: input?.proposal?.textHash ?? null,
  }),
  endWrittenProcedureEarly: (_procedure, { now }) => ({ endedEarlyAt: now }),
  adoptWrittenProcedure: (procedure, { input }) => ({
    endedAt: endOf(procedure),
    resolutionNumber: input?.number ?? null,
  }),
  failWrittenProcedure: (procedure) => ({ endedAt: endOf(procedure) }),
  withdrawWrittenProcedure: endsNow,
  reportWrittenProcedure: (_procedure, { input }) => ({ reportedConferenceId: input?.conferenceId ?? null }),
};

/** Over since its instant, however late that is noticed. */
function endOf({ endedEarlyAt, closesAt }: WrittenProcedure): Date | null {
  return endedEarlyAt ?? closesAt;
}

/** What the history tells; of a form never the objection to the release, which belongs to its party alone. */
function eventOf(
  before: WrittenProcedure,
  after: WrittenProcedure,
  { emits, capacity }: Permitted<string, string>,
  { input }: WrittenProcedureContext,
): WrittenProcedureEvent {
  const data = {
    topicId: after.topicId,
    from: before.state,
    to: after.state,
    ...(after.textHash === null ? {} : { textHash: after.textHash, round: after.round }),
    ...(after.closesAt === null ? {} : { closesAt: after.closesAt.toISOString() }),
    ...(after.number === null ? {} : { number: after.number }),
    ...(after.resolutionNumber === null ? {} : { resolutionNumber: after.resolutionNumber }),
    ...(input?.party === undefined ? {} : { party: input.party }),
  };
  return { type: emits, capacity, reason: trimmed(input?.reason ?? input?.urgencyReason), data };
}

function trimmed(text: string | null | undefined): string | null {
  const words = (text ?? '').trim();
  return words === '' ? null : words;
}
