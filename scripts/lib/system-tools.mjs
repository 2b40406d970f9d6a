/**
 * Programs that npm cannot bring: a Redis server and a browser. Present → used; absent → installed where a package
 * manager and the rights are there; otherwise the specs that need them are skipped and say why.
 */
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const tools = [
  { variable: 'KM_REDIS_SERVER', names: ['redis-server', 'valkey-server'], debian: 'redis-server' },
  {
    variable: 'KM_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debian: 'chromium',
  },
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian keeps servers in /usr/sbin or /usr/bin, and not every user has both in the PATH. */
function findProgram({ variable, names }) {
  const given = process.env[variable];
  if (given) return isExecutable(given) ? given : null;
  const folders = [...new Set([...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'])].filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** While this file says 101, Debian's packages start no services: the harness starts its own, on a free port. */
const policy = '/usr/sbin/policy-rc.d';

async function withoutServices(work) {
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await work();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}

async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work on a machine that has just started.
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const update = await run('apt-get', [...patient, 'update'], { env });
  if (!update.ok) return update;
  return withoutServices(() =>
    run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...packages], { env }),
  );
}

function whyNotInstallable() {
  if (!findProgram({ names: ['apt-get'] })) return 'nicht vorhanden, und apt-get gibt es hier nicht';
  if (process.getuid?.() !== 0) return 'nicht vorhanden, und ohne root-Rechte nicht zu installieren';
  return null;
}

/** The environment for the specs: a path per program, or the reason why there is none. */
export async function provideSystemTools(say) {
  const missing = tools.filter((tool) => !findProgram(tool));
  let reason = missing.length > 0 ? whyNotInstallable() : null;
  if (missing.length > 0 && !reason) {
    const packages = missing.map((tool) => tool.debian);
    say(`Für die Tests werden installiert: ${packages.join(', ')} …`);
    const { ok, output } = await aptInstall(packages);
    if (!ok) {
      reason = 'nicht vorhanden, und die Installation schlug fehl';
      say(output);
    }
  }
  return Object.fromEntries(
    tools.flatMap((tool) => {
      const path = findProgram(tool);
      if (path) return [[tool.variable, path]];
      return [[`${tool.variable}_MISSING`, `${tool.names[0]}: ${reason ?? 'nach der Installation nicht gefunden'}`]];
    }),
  );
}
