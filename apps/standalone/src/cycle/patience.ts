import { setTimeout as sleep } from 'node:timers/promises';
import { SystemClock } from '#platform/clock';
import { CycleFailure } from './person.js';

const PAUSE = 500;
const clock = new SystemClock();

/** Asks until there is an answer: jobs run by themselves, soon, and nobody waits for them in the procedure. */
export async function until<Found>(what: string, seconds: number, ask: () => Promise<Found | null>): Promise<Found> {
  const end = clock.now().getTime() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (clock.now().getTime() > end) throw new CycleFailure(`Nach ${seconds} s fehlt noch: ${what}`);
    await sleep(PAUSE);
  }
}
