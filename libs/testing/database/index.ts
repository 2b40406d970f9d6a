export {
  installDatabaseCopy,
  ordinaryUser,
  processesIn,
  runDatabaseCopy,
  untilDeserted,
  type DatabaseProgram,
} from './installed-copy.js';
export { LooseKeys } from './loose-keys.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
