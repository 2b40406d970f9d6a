import { Redis } from 'ioredis';
import type { Database } from '#platform/database';
import { migrations } from '#migrations';

export const READINESS = Symbol('Readiness');

export interface Readiness {
  check(): Promise<{ readonly database: boolean; readonly migrations: boolean; readonly queue: boolean }>;
  close(): Promise<void>;
}

/** Asks what the process needs: each part answers for itself, none waits longer than two seconds. */
export function readinessOf(database: Database, redisUrl: string | null): Readiness {
  const redis =
    redisUrl === null
      ? null
      : new Redis(redisUrl, { lazyConnect: true, commandTimeout: 2000, maxRetriesPerRequest: 0 });
  redis?.on('error', () => undefined);
  return {
    check: async () => {
      const applied = await database.countMigrations();
      const queue =
        redis === null
          ? applied !== null
          : await redis
              .ping()
              .then(() => true)
              .catch(() => false);
      return { database: applied !== null, migrations: applied === migrations.length, queue };
    },
    close: async () => redis?.disconnect(),
  };
}
