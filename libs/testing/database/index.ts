export { installDatabaseCopy, ordinaryUser, processesIn, runDatabaseCopy, untilDeserted } from './installed-copy.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
