import { permit, type Refused } from '#platform/lifecycle';
import { followUpLifecycle, type FollowUpAction } from './follow-up-lifecycle.js';
import type { FollowUp, FollowUpContext } from './follow-up.js';
import type { FollowUpState } from '#glossary';

export interface FollowUpEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AcceptedFollowUp {
  readonly ok: true;
  readonly followUp: FollowUp & { readonly state: FollowUpState };
  readonly events: readonly [FollowUpEvent, ...FollowUpEvent[]];
}

/** The next follow-up and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  followUp: FollowUp,
  action: FollowUpAction,
  context: FollowUpContext,
): AcceptedFollowUp | Refused {
  const verdict = permit(followUpLifecycle, followUp, action, context);
  if (!verdict.ok) return verdict;
  const next = {
    ...followUp,
    ...changes(action, context),
    state: verdict.to,
    updatedAt: context.now,
    revision: followUp.revision + 1,
  };
  const reason = (context.input?.reason ?? '').trim();
  const event: FollowUpEvent = {
    type: verdict.emits,
    capacity: verdict.capacity,
    reason: reason === '' ? null : reason,
    data: { from: followUp.state, to: next.state, ...detailsOf(action, next, context) },
  };
  return { ok: true, followUp: next, events: [event] };
}

function changes(action: FollowUpAction, { input, extension }: FollowUpContext): Partial<FollowUp> {
  const due = input?.due === undefined ? {} : { due: input.due };
  switch (action) {
    case 'extendFollowUp':
      // With another date it comes back once more, at the conference it is due at now.
      return { ...due, extendedById: extension?.resolutionId ?? null, returnedTopicId: null };
    case 'reviewFollowUpCondition':
      return due;
    case 'returnFollowUpAsTopic':
      return { returnedTopicId: input?.topicId ?? null };
    case 'createFollowUp':
    case 'startFollowUp':
    case 'submitFollowUpReport':
    case 'returnFollowUpReport':
    case 'recordImplementation':
    case 'completeFollowUp':
    case 'dropFollowUp':
      return {};
  }
}

function detailsOf(
  action: FollowUpAction,
  { due, extendedById, returnedTopicId, resolutionId, clauseId, addressee, repeatsId }: FollowUp,
  { input }: FollowUpContext,
): Readonly<Record<string, unknown>> {
  switch (action) {
    case 'createFollowUp':
      return { resolutionId, clauseId, addressee, due, ...(repeatsId === null ? {} : { repeatsId }) };
    case 'extendFollowUp':
      return { due, extendedById };
    case 'reviewFollowUpCondition':
      return { due };
    case 'returnFollowUpAsTopic':
      return { topicId: returnedTopicId };
    case 'recordImplementation':
      return { ...input?.implementation };
    default:
      return {};
  }
}
