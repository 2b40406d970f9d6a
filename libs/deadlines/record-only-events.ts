import { eventLabels } from '#platform/lifecycle';
import { deadlineLifecycle } from './domain/deadline-lifecycle.js';

/** Events that the history keeps and no job waits for. */
export const deadlineRecordOnlyEvents: readonly string[] = ['deadline.set', 'deadline.settled'];

/** Every event that a deadline can emit. */
export const deadlineEvents: readonly string[] = [...eventLabels(deadlineLifecycle).keys()];
