export type { OutboxMessage } from '#platform/outbox';
export * from './event-job.js';
export * from './scheduled-job.js';
