import { permit, type ActionAvailability } from '#platform/lifecycle';
import { publicationLifecycle } from './publication-lifecycle.js';
import type { Publication, PublicationContext } from './publication.js';

/** Whether the viewer may prepare the next publication, and if not, why. */
export function availabilityOfPreparing(publication: Publication, context: PublicationContext): ActionAvailability {
  const action = 'preparePublication';
  const verdict = permit(publicationLifecycle, publication, action, context);
  const label = publicationLifecycle.labels[action] ?? action;
  if (!verdict.ok) return { action, label, available: false, refusals: verdict.refusals };
  return { action, label, available: true, capacity: publicationLifecycle.capacities[verdict.capacity], refusals: [] };
}
