import { randomBytes } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const GIGABYTE = 2 ** 30;

/**
 * In memory where there is plenty: the databases of a run live for minutes, and on a disk PostgreSQL spends more time
 * in the file system than on our statements.
 */
function roomForDatabases() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 4 * GIGABYTE && freemem() > 8 * GIGABYTE ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir(); // Only Linux has it.
  }
}

/**
 * Only names the place of this run's PostgreSQL. The first spec that asks for a database starts it there (see
 * libs/testing/database), so that a run of pure specs costs nothing.
 */
export default function globalSetup() {
  process.env.KM_TEST_RUN = join(roomForDatabases(), `km-test-${process.pid}-${randomBytes(4).toString('hex')}`);
  process.env.KM_TEST_RUNNER_PID = String(process.pid);
}
