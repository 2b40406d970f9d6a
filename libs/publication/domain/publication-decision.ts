import { permit, type Refused } from '#platform/lifecycle';
import type { PublicationState } from '#glossary';
import { publicationLifecycle, type PublicationAction } from './publication-lifecycle.js';
import type { ReleaseEvent } from './release-decision.js';
import type { Publication, PublicationContext } from './publication.js';

export type StoredPublication = Publication & { readonly state: PublicationState };

export interface AcceptedPublication {
  readonly ok: true;
  readonly publication: StoredPublication;
  readonly events: readonly [ReleaseEvent, ...ReleaseEvent[]];
}

/** The next publication and what happened, or every reason against it. Pure: nothing is saved. */
export function decidePublication(
  publication: Publication,
  action: PublicationAction,
  context: PublicationContext,
): AcceptedPublication | Refused {
  const verdict = permit(publicationLifecycle, publication, action, context);
  if (!verdict.ok) return verdict;
  const changed = { ...publication, ...changes(action, context) };
  const next = { ...changed, state: verdict.to, revision: publication.revision + 1 };
  const reason = context.input?.reason?.trim() ?? '';
  const { becomesPublic, staysBack } = next.report;
  const counts = { becomesPublic: becomesPublic.length, staysBack: staysBack.length };
  const data = { conferenceId: next.conferenceId, ...counts };
  const event = { type: verdict.emits, capacity: verdict.capacity, reason: reason === '' ? null : reason, data };
  return { ok: true, publication: next, events: [event] };
}

function changes(action: PublicationAction, { now, person, reportNow }: PublicationContext): Partial<Publication> {
  if (person === null) throw new Error('A publication is the act of a person');
  switch (action) {
    case 'preparePublication':
      if (reportNow === null) throw new Error('A publication was prepared without a report');
      return { preparedBy: person.id, preparedByName: person.name, preparedAt: now, report: reportNow };
    case 'approvePublication':
      return { approvedBy: person.id, approvedByName: person.name, approvedAt: now };
    case 'discardPublication':
      return {};
  }
}
