export { deadLetterLifecycle } from './domain/dead-letter-lifecycle.js';
export { OperationsModule } from './operations.module.js';
export { operationsEvents, operationsRecordOnlyEvents } from './record-only-events.js';
