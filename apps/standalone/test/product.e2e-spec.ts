import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '#testing/pdf';
import { roomForData } from '#testing/tools';
import { Person } from '../src/cycle/person.js';
import { freePort, playCycle, startProgram, type RunningProgram } from './running-product.js';

const READY = /Konferenzmappe ist bereit: (http:\/\/\S+)/;
const LONG = 240_000;

let room: string;
let dataDirectory: string;
let port: number;
const running = new Set<RunningProgram>();

beforeAll(async () => {
  room = await mkdtemp(join(roomForData(), 'konferenzmappe-product-'));
  dataDirectory = join(room, 'var');
  port = await freePort();
});
afterEach(() => {
  for (const program of running) program.signal('SIGKILL');
  running.clear();
});
afterAll(() => rm(room, { recursive: true, force: true }));

async function started(environment: Readonly<Record<string, string>> = {}): Promise<RunningProgram> {
  const program = startProgram({ dataDirectory, port, environment });
  running.add(program);
  await program.printed(READY);
  return program;
}

const pdf = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(room, 'out', `${name}.pdf`)));

async function stopped(program: RunningProgram): Promise<number | null> {
  program.signal('SIGTERM');
  return program.ended;
}

/** Processes that still name the room on their command line or work in its directory. */
function leftBehind(): string {
  try {
    return execFileSync('pgrep', ['-af', room], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

describe('the standalone product', () => {
  it(
    'plays a whole half-year, and keeps it over a restart',
    async () => {
      const first = await started();
      const address = `http://127.0.0.1:${port}`;
      const cycle = playCycle(address, join(room, 'out'));
      const code = await cycle.ended;
      expect(code === 0 ? '' : cycle.output()).toBe('');
      const summary = cycle.output();
      expect(summary).toMatch(/TOP 3 – Nicht beschlossen: Zwischenbilanz/);
      expect(summary).toMatch(/Umlaufbeschluss \d+\/\d{4} – Beschlossen: Analysefähigkeit/);
      const agenda = await readPdf(await pdf('tagesordnung'));
      const collection = await readPdf(await pdf('beschluesse'));
      expect(agenda.pages.join(' ')).toMatch(/Erfolgsfaktoren.*abgesetzt/s);
      expect(collection.pages.join(' ')).toContain('Stärkung des Bevölkerungsschutzes');
      expect(collection.pages.join(' ')).not.toMatch(/Zwischenbilanz|Verbotszonen|Erfolgsfaktoren/);
      const count = async (): Promise<unknown> => {
        const secretariat = await Person.signIn(address, 'geschaeftsstelle@konferenzmappe.example');
        return secretariat.ask('{ topics(first: 1) { totalCount } }');
      };
      const before = await count();
      expect(await stopped(first)).toBe(0);
      expect(leftBehind()).toBe('');
      const second = await started();
      expect(second.output()).not.toMatch(/eingerichtet|Vorführdaten/);
      expect(await count()).toEqual(before);
      expect(await stopped(second)).toBe(0);
    },
    LONG,
  );

  it(
    'ends cleanly on a second signal and on Ctrl+C',
    async () => {
      const program = await started();
      program.signal('SIGINT');
      program.signal('SIGINT');
      program.signal('SIGTERM');
      expect(await program.ended).toBe(0);
      expect(leftBehind()).toBe('');
    },
    LONG,
  );

  it(
    'ends by itself when its database is gone',
    async () => {
      const program = await started();
      const [postmaster = ''] = (await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(postmaster), 'SIGKILL');
      expect(await program.ended).toBe(1);
      expect(program.output()).toContain('Die Datenbank ist ausgefallen');
      expect(leftBehind()).toBe('');
    },
    LONG,
  );

  it(
    'starts again with its data after it was killed',
    async () => {
      const program = await started();
      program.signal('SIGKILL');
      await program.ended;
      const again = await started();
      expect(await stopped(again)).toBe(0);
      expect(leftBehind()).toBe('');
    },
    LONG,
  );
});

/** What it says when it cannot start: one sentence on the terminal, exit code 1, no stack. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const program = startProgram({ dataDirectory, port: await freePort(), environment });
  running.add(program);
  expect(await program.ended).toBe(1);
  expect(program.output()).not.toMatch(/\n\s+at /);
  return program.output();
}

describe('a start that cannot succeed is explained in a sentence', () => {
  it('when the port is taken', async () => {
    const other: Server = createServer();
    const taken = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    expect(await refusal({ PORT: String(taken) })).toContain(`Port ${taken} ist schon belegt.`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('when the data directory cannot be written', async () => {
    const file = join(room, 'eine-datei');
    await writeFile(file, '');
    expect(await refusal({ DATA_DIR: join(file, 'var') })).toContain(file);
  });

  it('when settings are wrong, all of them at once', async () => {
    const said = await refusal({ LOG_LEVEL: 'laut', REDIS_URL: 'ftp://x', SMTP_URL: 'mail' });
    for (const name of ['LOG_LEVEL', 'REDIS_URL', 'SMTP_URL']) expect(said).toContain(name);
  });

  it('when it would let everybody in where people work', async () => {
    const said = await refusal({ NODE_ENV: 'production', PUBLIC_URL: 'https://mappe.example' });
    expect(said).toContain('KM_DEMO_IDENTITY=yes');
  });

  it('when cookies would travel in the clear', async () => {
    expect(await refusal({ PUBLIC_URL: 'http://mappe.example' })).toContain('PUBLIC_URL');
  });
});
