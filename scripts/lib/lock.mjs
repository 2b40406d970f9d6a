/** One preparation at a time: `npm start` and `npm test` may run side by side in the same folder. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './run.mjs';

/** Outside the project, because node_modules and the other folders may not exist yet. */
const lockFile = join(
  tmpdir(),
  `konferenzmappe-${userInfo().uid}-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function holder() {
  try {
    return Number(readFileSync(lockFile, 'utf8'));
  } catch {
    return null;
  }
}

function tryToTake() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pid = holder();
    // A process that was killed cannot clean up; an empty file is one that is being written at this moment.
    if (pid !== null && pid !== 0 && !isAlive(pid)) rmSync(lockFile, { force: true });
    return false;
  }
}

export async function withLock(work, { onWait }) {
  for (let tries = 0; !tryToTake(); tries++) {
    if (tries === 4) onWait();
    await wait(250);
  }
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
