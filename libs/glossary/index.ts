export * from './papers.js';
export * from './parties.js';
export * from './roles.js';
