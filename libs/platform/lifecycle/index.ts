export * from './lifecycle.js';
export * from './lifecycle-document.js';
export * from './reachability.js';
