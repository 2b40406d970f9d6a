import { Injectable } from '@nestjs/common';
import type { FailureKind } from '#glossary';
import type { Actor } from '#organisation';
import { Database, SYSTEM_ACTOR } from '#platform/database';

export interface KnownWorker {
  readonly id: string;
  readonly host: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly isStopping: boolean;
}

export interface ScheduledRun {
  readonly jobName: string;
  readonly everySeconds: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly outcome: 'DONE' | 'FAILED';
  readonly failure: FailureKind | null;
  readonly failureCode: string | null;
  readonly lastDoneAt: Date | null;
}

export interface GivenUpJob {
  readonly jobName: string;
  readonly givenUp: number;
  readonly known: number;
}

export interface Backlog {
  readonly open: number;
  readonly openSince: Date | null;
}

/** What the processes have noted of themselves. */
@Injectable()
export class InstallationState {
  constructor(private readonly database: Database) {}

  async workers(actor: Actor): Promise<readonly KnownWorker[]> {
    return this.database.read(actor, (tx) =>
      tx.query(`SELECT id, host, started_at AS "startedAt", seen_at AS "seenAt", is_stopping AS "isStopping"
                FROM worker_presence ORDER BY started_at, id`),
    );
  }

  async scheduledRuns(actor: Actor): Promise<readonly ScheduledRun[]> {
    return this.database.read(actor, (tx) =>
      tx.query(`SELECT job_name AS "jobName", every_seconds AS "everySeconds", started_at AS "startedAt",
                  finished_at AS "finishedAt", outcome, failure, failure_code AS "failureCode",
                  last_done_at AS "lastDoneAt" FROM scheduled_runs ORDER BY job_name`),
    );
  }

  async givenUpJobs(actor: Actor): Promise<readonly GivenUpJob[]> {
    return this.database.read(actor, (tx) =>
      tx.query(`SELECT job_name AS "jobName", count(*)::int AS known,
                  count(*) FILTER (WHERE state = 'GIVEN_UP')::int AS "givenUp"
                FROM dead_letters GROUP BY job_name ORDER BY job_name`),
    );
  }

  /** Read by the system: nobody else may see messages, and nothing of them but their number leaves here. */
  async backlog(): Promise<Backlog> {
    const [backlog] = await this.database.read(SYSTEM_ACTOR, (tx) =>
      tx.query<Backlog>(`SELECT count(*)::int AS open, min(occurred_at) AS "openSince" FROM outbox
        WHERE done_at IS NULL AND NOT EXISTS (
          SELECT FROM job_deliveries WHERE outbox_id = outbox.id AND state = 'FAILED')`),
    );
    return backlog ?? { open: 0, openSince: null };
  }
}
