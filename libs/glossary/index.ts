export * from './follow-ups.js';
export * from './ballots.js';
export * from './conferences.js';
export * from './papers.js';
export * from './parties.js';
export * from './roles.js';
export * from './statements.js';
