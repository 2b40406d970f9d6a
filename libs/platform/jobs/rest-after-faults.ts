import type { JobWorker } from './job-queues.js';

const REST_MILLISECONDS = 1000;

/**
 * Lets a worker rest after a fault of its queue. BullMQ asks again at once unless the connection was lost; where the
 * queue's answer needs no round trip, that loop would leave the process no turn for anything else, not even to
 * reconnect. Answers what ends the resting for good: to be called before the worker is stopped.
 */
export function restAfterFaults(worker: JobWorker): () => void {
  let rest: NodeJS.Timeout | null = null;
  let isOver = false;
  worker.on('error', () => {
    if (rest !== null || isOver || worker.closing !== undefined) return;
    void worker.pause(true);
    rest = setTimeout(() => {
      rest = null;
      void worker.resume();
    }, REST_MILLISECONDS);
  });
  return () => {
    isOver = true;
    if (rest === null) return;
    clearTimeout(rest);
    rest = null;
    void worker.resume();
  };
}
