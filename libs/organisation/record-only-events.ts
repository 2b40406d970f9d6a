import { eventLabels } from '#platform/lifecycle';
import { assignmentLifecycle } from './domain/assignment-lifecycle.js';
import { bodyLifecycle } from './domain/body-lifecycle.js';
import { chairTermLifecycle } from './domain/chair-term-lifecycle.js';
import { officeHeadLifecycle } from './domain/office-head-lifecycle.js';
import { personLifecycle } from './domain/person-lifecycle.js';

/** Events of this library that nobody is told of: nobody receives or loses anything by them. */
export const organisationRecordOnlyEvents: readonly string[] = [
  'person.added',
  'body.renamed',
  ...eventLabels(officeHeadLifecycle).keys(),
];

/**
 * Every event that the organisation can emit. Who chairs follows from `chairTerm.proposed`, `.confirmed`, `.swapped`
 * and `.shortened`: one for each term that changed, with its party, first and last day as they are then.
 */
export const organisationEvents: readonly string[] = [
  ...eventLabels(personLifecycle).keys(),
  // Entrusted with a role by an administrator at the server.
  'person.assigned',
  ...eventLabels(bodyLifecycle).keys(),
  ...eventLabels(chairTermLifecycle).keys(),
  ...eventLabels(assignmentLifecycle).keys(),
  ...eventLabels(officeHeadLifecycle).keys(),
];
