import { eventLabels } from '#platform/lifecycle';
import { JOB_GIVEN_UP } from '#platform/outbox';
import { deadLetterLifecycle } from './domain/dead-letter-lifecycle.js';

/** The history keeps who had something run again or set it aside; jobs wait only for what was given up. */
export const operationsEvents: readonly string[] = [...eventLabels(deadLetterLifecycle).keys()];
export const operationsRecordOnlyEvents: readonly string[] = operationsEvents.filter((event) => event !== JOB_GIVEN_UP);
