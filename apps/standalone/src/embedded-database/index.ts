export { EmbeddedDatabaseError } from './embedded-database-error.js';
export { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';
