import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Only names the place of this run's PostgreSQL. The first spec that asks for a database starts it there (see
 * libs/testing/database), so that a run of pure specs costs nothing.
 */
export default function globalSetup() {
  process.env.KM_TEST_RUN = join(tmpdir(), `km-test-${process.pid}-${randomBytes(4).toString('hex')}`);
  process.env.KM_TEST_RUNNER_PID = String(process.pid);
}
