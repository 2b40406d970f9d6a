import { setTimeout as sleep } from 'node:timers/promises';

/** Whether the work ended within the seconds. What it throws by then is thrown. */
export async function inTime(work: Promise<unknown>, seconds: number): Promise<boolean> {
  const patience = new AbortController();
  const tooLate = sleep(seconds * 1000, false, { signal: patience.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), tooLate]);
  } finally {
    patience.abort();
  }
}
