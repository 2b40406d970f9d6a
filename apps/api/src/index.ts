export { entities } from './business-modules.js';
export { readinessOf } from './health/readiness.js';
export { startApi, type ApiOptions, type RunningApi } from './start-api.js';
