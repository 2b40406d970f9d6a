/** One preparation at a time: `npm start` and `npm test` may run side by side in the same folder. */
import { createHash } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './run.mjs';

/** Outside the project, because node_modules and the other folders may not exist yet. */
export const lockFile = join(
  tmpdir(),
  `konferenzmappe-${process.getuid?.() ?? 'user'}-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isHeldByTheDead() {
  try {
    return !isAlive(Number(readFileSync(lockFile, 'utf8')));
  } catch {
    return false;
  }
}

/** Makes a file with content, or does nothing and answers false: there is no moment at which it exists and is empty. */
function createAtOnce(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two that find the same dead holder must not remove each other's new lock: only one at a time may look and remove. */
function removeDeadLock() {
  const guard = `${lockFile}.removal`;
  if (!isHeldByTheDead() || !createAtOnce(guard)) return;
  try {
    if (isHeldByTheDead()) rmSync(lockFile, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function tryToTake() {
  if (createAtOnce(lockFile)) return true;
  removeDeadLock();
  return false;
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
