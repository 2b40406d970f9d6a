export * from './closed-set.js';
export * from './common.graphql.js';
export * from './cursor.js';
export * from './day-scalar.js';
export * from './request-context.js';
