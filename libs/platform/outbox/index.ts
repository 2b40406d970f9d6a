export * from './dead-letters.js';
export * from './deliveries.js';
export * from './delivery.js';
export * from './failure.js';
export * from './outbox-message.js';
export * from './outbox-relay.js';
export * from './relay-loop.js';
