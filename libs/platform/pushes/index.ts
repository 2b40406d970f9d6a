export * from './change-feed.js';
