import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { databaseRoles } from '#platform/database';
import { JOBS_SCHEMA, queueNames } from './job-queues.js';

/**
 * Brings BullMQ's own schema up to date, beside ours and with the owner's connection. The processes may work with its
 * rows, not change its shape. May run again at any time.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, JOBS_SCHEMA);
    // BullMQ makes a queue's sequence on first use, for which the processes have no right.
    for (const name of queueNames) await client.query(`SELECT ${JOBS_SCHEMA}.next_job_id($1)`, [name]);
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = client.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`
      GRANT TEMPORARY ON DATABASE ${database} TO ${databaseRoles.app};
      GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO ${databaseRoles.app};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO ${databaseRoles.app};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOBS_SCHEMA} TO ${databaseRoles.app};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO ${databaseRoles.app};
    `);
  } finally {
    await client.end();
  }
}
