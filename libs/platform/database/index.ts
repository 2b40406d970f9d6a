export * from './bootstrap/roles.js';
export * from './database.js';
export * from './database.module.js';
export * from './history.js';
export * from './history-verification.js';
export * from './migrate.js';
export * from './public-database.js';
export * from './transaction.js';
