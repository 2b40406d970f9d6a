import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { describe } from '@jest/globals';

type Tool = { readonly variable: string; readonly usualPath: string; readonly name: string };

const redis: Tool = { variable: 'KM_REDIS_SERVER', usualPath: '/usr/bin/redis-server', name: 'redis-server' };
const chromium: Tool = { variable: 'KM_CHROMIUM', usualPath: '/usr/bin/chromium', name: 'chromium' };

/** `npm test` names the program; who calls Jest directly gets the one in Debian's place. */
function findPath({ variable, usualPath }: Tool): string | null {
  const named = process.env[variable];
  if (named) return named;
  const isMissing = process.env[`${variable}_MISSING`] !== undefined;
  return !isMissing && existsSync(usualPath) ? usualPath : null;
}

function getPath(tool: Tool): string {
  const path = findPath(tool);
  if (path === null) throw new Error(whyMissing(tool));
  return path;
}

function whyMissing({ variable, name }: Tool): string {
  return process.env[`${variable}_MISSING`] ?? `${name}: nicht vorhanden; „npm test“ installiert es, wo das geht`;
}

/** A group of specs that needs the tool. Skipped with the reason where it is missing; with CI=true that is a failure. */
function describeWith(tool: Tool, name: string, specs: () => void): void {
  if (findPath(tool) !== null) {
    describe(name, specs);
    return;
  }
  const reason = whyMissing(tool);
  process.stderr.write(`übersprungen: „${name}“ (${reason})\n`);
  describe.skip(`${name} (übersprungen: ${reason})`, specs);
}

/** Where programs under test keep their data: in memory if the databases of the run are there. */
export function roomForData(): string {
  const run = process.env['KM_TEST_RUN'];
  return run === undefined ? tmpdir() : dirname(run);
}

/** Throws with the reason where there is no Redis server. */
export const redisServerPath = (): string => getPath(redis);

/** Throws with the reason where there is no browser. */
export const chromiumPath = (): string => getPath(chromium);

export const describeWithRedis = (name: string, specs: () => void): void => describeWith(redis, name, specs);

export const describeWithChromium = (name: string, specs: () => void): void => describeWith(chromium, name, specs);
