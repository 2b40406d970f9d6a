import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, type ReadTx } from '#platform/database';

/** What happened between two conferences and is told in the next: a part of the agenda and of the minutes. */
export interface SessionReport {
  readonly heading: string;
  readonly entries: readonly SessionReportEntry[];
}

export interface SessionReportEntry {
  readonly title: string;
  /** How it ended, when, under which number; in the order in which they are said. */
  readonly facts: readonly string[];
  /** The mark of a classified paper; null for what all parties may read. */
  readonly marking: string | null;
}

/** A library above this one that has something to tell the main conference. */
export interface SessionReportSource {
  /** Null when there is nothing to tell, or nothing that the reader may see. */
  reportTo(tx: ReadTx, conferenceId: string): Promise<SessionReport | null>;
}

/** Asks all libraries that have signed up, under the rights of the reader. */
@Injectable()
export class SessionReports {
  private readonly sources: SessionReportSource[] = [];

  constructor(private readonly database: Database) {}

  add(source: SessionReportSource): void {
    this.sources.push(source);
  }

  async read(actor: Actor, conferenceId: string): Promise<readonly SessionReport[]> {
    return this.database.read(actor, (tx) => this.to(tx, conferenceId));
  }

  async to(tx: ReadTx, conferenceId: string): Promise<readonly SessionReport[]> {
    const reports: SessionReport[] = [];
    for (const source of this.sources) {
      const report = await source.reportTo(tx, conferenceId);
      if (report !== null) reports.push(report);
    }
    return reports;
  }
}
