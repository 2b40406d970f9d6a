import { permit, type ActionAvailability } from '#platform/lifecycle';
import { publicationLifecycle } from './publication-lifecycle.js';
import type { Publication, PublicationContext } from './publication.js';

/** Whether the viewer may prepare the next publication, and if not, why. */
export function availabilityOfPreparing(publication: Publication, context: PublicationContext): ActionAvailability {
  const action = 'preparePublication';
  const verdict = permit(publicationLifecycle, publication, action, context);
  const label = publicationLifecycle.labels[action] ?? action;
  return { action, label, available: verdict.ok, refusals: verdict.ok ? [] : verdict.refusals };
}
