/** More than this is not looked at one by one: the reader is told to read everything again. */
const MOST = 500;

/** New rows by the name of their source; null when something may have been missed. */
export type Announced = ReadonlyMap<string, readonly string[]> | null;

/** What was announced since one reader was told last. Gathers without end of time, but not of space. */
export class AnnouncedChanges {
  private readonly ids = new Map<string, string[]>();
  private count = 0;
  private hasMissed = false;
  private isClosed = false;
  private wake: () => void = () => undefined;

  add(source: string, ids: readonly string[]): void {
    this.count += ids.length;
    if (this.count > MOST) return this.miss();
    this.ids.set(source, [...(this.ids.get(source) ?? []), ...ids]);
    this.wake();
  }

  miss(): void {
    this.hasMissed = true;
    this.ids.clear();
    this.wake();
  }

  close(): void {
    this.isClosed = true;
    this.wake();
  }

  /** Waits until there is something to take; false when nobody wants it any more. */
  async arrive(): Promise<boolean> {
    if (!this.isClosed && !this.hasMissed && this.count === 0) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return !this.isClosed;
  }

  take(): Announced {
    const taken = this.hasMissed ? null : new Map(this.ids);
    this.ids.clear();
    this.count = 0;
    this.hasMissed = false;
    return taken;
  }
}
