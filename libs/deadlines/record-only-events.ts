import { eventLabels } from '#platform/lifecycle';
import { deadlineLifecycle } from './domain/deadline-lifecycle.js';
import { reminderRuleLifecycle } from './domain/reminder-rule-lifecycle.js';

/** Events that the history keeps and no job waits for. */
export const deadlineRecordOnlyEvents: readonly string[] = [
  'deadline.set',
  'deadline.settled',
  ...eventLabels(reminderRuleLifecycle).keys(),
];

/** Every event of deadlines and of how they are reminded of. */
export const deadlineEvents: readonly string[] = [
  ...eventLabels(deadlineLifecycle).keys(),
  ...eventLabels(reminderRuleLifecycle).keys(),
  'deadline.reminded',
];
