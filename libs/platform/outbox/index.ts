export * from './deliveries.js';
export * from './outbox-message.js';
export * from './outbox-relay.js';
export * from './relay-loop.js';
