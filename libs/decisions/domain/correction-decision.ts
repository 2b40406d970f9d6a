import type { CorrectionState } from '#glossary';
import { permit, type Refused } from '#platform/lifecycle';
import { correctionLifecycle, type CorrectionAction } from './correction-lifecycle.js';
import type { Correction, CorrectionContext } from './correction.js';

export interface CorrectionEvent {
  readonly type: string;
  readonly capacity: string;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type DecidedCorrection = Correction & { readonly state: CorrectionState };

export interface AcceptedCorrection {
  readonly ok: true;
  readonly correction: DecidedCorrection;
  readonly events: readonly [CorrectionEvent, ...CorrectionEvent[]];
}

/** The next correction and what happened, or every reason against it. Pure: nothing is saved. */
export function decide(
  correction: Correction,
  action: CorrectionAction,
  context: CorrectionContext,
): AcceptedCorrection | Refused {
  const verdict = permit(correctionLifecycle, correction, action, context);
  if (!verdict.ok) return verdict;
  const revision = correction.revision + 1;
  const next = { ...correction, ...changes(action, context), state: verdict.to, revision };
  const { resolutionId, topicId, textHash, number } = next;
  const data = { resolutionId, topicId, textHash, ...(number === null ? {} : { number }) };
  const reason = (context.input?.reason ?? '').trim();
  const event = { type: verdict.emits, capacity: verdict.capacity, reason: reason === '' ? null : reason, data };
  return { ok: true, correction: next, events: [event] };
}

function changes(
  action: CorrectionAction,
  { now, actorName, resolution, input }: CorrectionContext,
): Partial<DecidedCorrection> {
  const decided = { decidedAt: now, decidedBy: actorName };
  switch (action) {
    case 'proposeCorrection':
      return { proposedAt: now, proposedBy: actorName, reason: (input?.reason ?? '').trim() };
    case 'confirmCorrection':
      return { ...decided, number: resolution.confirmedCorrections + 1 };
    case 'rejectCorrection':
      return { ...decided, answer: (input?.reason ?? '').trim() };
  }
}
