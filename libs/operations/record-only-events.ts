import { eventLabels } from '#platform/lifecycle';
import { deadLetterLifecycle } from './domain/dead-letter-lifecycle.js';

/** The history keeps who had something run again; no job waits for it. */
export const operationsEvents: readonly string[] = [...eventLabels(deadLetterLifecycle).keys()];
export const operationsRecordOnlyEvents: readonly string[] = [...operationsEvents];
