export { counterOf, durationOf, type Measured, type Reading } from './measures.js';
export { serveMetrics, type RunningMetrics } from './metrics-server.js';
