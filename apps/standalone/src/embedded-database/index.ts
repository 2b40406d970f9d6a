export { EmbeddedDatabaseError, type EmbeddedDatabaseFault } from './embedded-database-error.js';
export { startEmbeddedDatabase, type EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded-database.js';
