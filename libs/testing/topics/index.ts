export * from './topic-builder.js';
