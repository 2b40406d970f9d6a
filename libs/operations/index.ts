export { deadLetterLifecycle } from './domain/dead-letter-lifecycle.js';
export { InstallationReadings } from './persistence/installation-readings.js';
export { OperationsModule } from './operations.module.js';
export { operationsEvents, operationsRecordOnlyEvents } from './record-only-events.js';
