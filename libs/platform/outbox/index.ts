export * from './outbox-message.js';
