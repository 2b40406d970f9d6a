import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';

const MINUTE = 60_000;
/** A house behind one address asks for some dozens of calendars every quarter of an hour. */
const MOST_PER_MINUTE = 120;
/** As many addresses are remembered; with more than that, everybody is counted together. */
const MOST_ADDRESSES = 10_000;

/** How often an address has asked within the minute. A token cannot be guessed, but asking must not cost us anything. */
@Injectable()
export class FetchLimit {
  private minute = 0;
  private readonly asked = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Whether there is room for one more; counts it. */
  admits(address: string): boolean {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE);
    if (minute !== this.minute) {
      this.minute = minute;
      this.asked.clear();
    }
    const key = this.asked.size < MOST_ADDRESSES || this.asked.has(address) ? address : '';
    const count = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, count);
    return count <= MOST_PER_MINUTE;
  }
}
