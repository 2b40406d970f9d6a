export type { WorkerTimings } from './job-host.js';
export { libraries, type Libraries } from './libraries.js';
export { startWorker, type RunningWorker, type WorkerOptions } from './start-worker.js';
