import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithRedis } from '#testing/tools';
import { Person } from '../src/cycle/person.js';
import { playCycle } from '../src/cycle/play-cycle.js';
import type { Disturbance, Passage } from './scale/front-door.js';
import { MachineRoom, until, type RunningApi } from './scale/machine-room.js';
import { MailDoor } from './scale/mailbox.js';
import { RunningProcess } from './scale/running-process.js';

const LONG = 300_000;

/** Which vote of the half-year each misfortune meets: all of them in the middle of a ballot. */
const IDLE_API_DIES = 25;
const API_DIES_UNDER_A_VOTE = 55;
const API_DIES_AFTER_A_VOTE = 85;

/** Events about which somebody is told, in alphabetical order. */
const announced = [
  'agendaItem.placed',
  'resolution.adopted',
  'topic.accepted',
  'topic.assigned',
  'topic.returned',
  'topic.submitted',
];

/** Processes die in the middle of the votes, as a power cut or the kernel would end them. */
class Misfortunes {
  private votes = 0;
  private successor: Promise<RunningApi>;
  /** What has happened, in order. */
  readonly happened: string[] = [];

  constructor(
    private readonly room: MachineRoom,
    private apis: readonly RunningApi[],
    private readonly worker: RunningProcess,
    private readonly mails: MailDoor,
  ) {
    this.successor = Promise.resolve(apis[0] as RunningApi);
    room.door.leadTo(apis.map(({ port }) => port));
  }

  /** Before each request at the door. */
  async meet({ mutation, input, target }: Passage): Promise<Disturbance> {
    if (mutation === 'recordTopicOutcome') this.mails.hold();
    if (mutation !== 'castVote') return {};
    this.votes += 1;
    await this.killWorkerWithMails();
    if (this.votes === IDLE_API_DIES) await this.killIdleApi(target);
    if (this.votes === API_DIES_UNDER_A_VOTE) return this.killUnderVote(target, String(input['ballotId']));
    if (this.votes === API_DIES_AFTER_A_VOTE) return this.killAfterVote(target);
    return {};
  }

  /** The worker has handed over mails and waits for the receipts; what it got receipts for is noted. */
  private async killWorkerWithMails(): Promise<void> {
    if (this.mails.held === 0 || !this.worker.isRunning) return;
    await until(async () => {
      const [row] = await this.room.ask<{ noted: number }>(
        `SELECT count(*)::int AS noted FROM mail_deliveries WHERE state = 'SENT' AND notification_id = ANY ($1)`,
        [this.mails.taken],
      );
      return row?.noted === this.mails.taken.length;
    }, 'every mail with a receipt is noted');
    await this.worker.kill();
    this.happened.push('a worker died with mails under way');
  }

  /** No request under way, but open connections to the door and to the database. */
  private async killIdleApi(target: number): Promise<void> {
    await this.dismiss(target);
    this.successor = this.join();
    this.happened.push('an api died between two requests');
  }

  /** The vote waits for the ballot, which somebody else holds, when its api dies. */
  private async killUnderVote(target: number, ballotId: string): Promise<Disturbance> {
    await this.successor;
    await this.room.ask('BEGIN');
    await this.room.ask('SELECT FROM ballots WHERE id = $1 FOR UPDATE', [ballotId]);
    const whileUnderWay = async (): Promise<void> => {
      await until(async () => (await this.room.waitingForLocks()) > 0, 'the vote waits for the ballot');
      await this.dismiss(target);
      await this.room.ask('ROLLBACK');
      this.successor = this.join();
      this.happened.push('an api died under a vote');
    };
    return { whileUnderWay };
  }

  /** The vote is cast, and nobody hears of it. */
  private async killAfterVote(target: number): Promise<Disturbance> {
    await this.successor;
    const loseAnswer = async (): Promise<void> => {
      await this.dismiss(target);
      this.happened.push('an api died after a vote');
    };
    return { loseAnswer };
  }

  private async dismiss(port: number): Promise<void> {
    const left = this.apis.filter((each) => each.port !== port);
    const [gone] = this.apis.filter((each) => each.port === port);
    this.apis = left;
    this.room.door.leadTo(left.map((each) => each.port));
    await gone?.process.kill();
  }

  /** As Compose starts another one. */
  private async join(): Promise<RunningApi> {
    const api = await this.room.startApi();
    this.apis = [...this.apis, api];
    this.room.door.leadTo(this.apis.map(({ port }) => port));
    return api;
  }
}

describeWithRedis('two api processes and two workers on one PostgreSQL and one Redis', () => {
  let room: MachineRoom;
  let out: string;
  let misfortunes: Misfortunes;
  const mailDoors: MailDoor[] = [];
  const printed: string[] = [];

  beforeAll(async () => {
    room = await MachineRoom.furnish();
    out = await mkdtemp(join(tmpdir(), 'km-scale-out-'));
    const [first, second] = [await MailDoor.open(), await MailDoor.open()];
    mailDoors.push(first, second);
    const apis = await Promise.all([room.startApi(), room.startApi()]);
    const [doomed] = await Promise.all([room.startWorker(first.url), room.startWorker(second.url)]);
    misfortunes = new Misfortunes(room, apis, doomed, first);
    room.door.disturb = (passage) => misfortunes.meet(passage);
    await playCycle({ origin: room.door.url, out, print: (line) => void printed.push(line) });
    await until(async () => (await openMessages()) === 0, 'every message is delivered');
  }, LONG);

  afterAll(async () => {
    await room?.clear();
    await Promise.all(mailDoors.map((door) => door.close()));
    if (out !== undefined) await rm(out, { recursive: true, force: true });
  }, LONG);

  async function openMessages(): Promise<number> {
    const [row] = await room.ask<{ open: number }>('SELECT count(*)::int AS open FROM outbox WHERE done_at IS NULL');
    return row?.open ?? 0;
  }

  it('lose three apis and a worker in the middle of the votes', () => {
    expect([...misfortunes.happened].sort()).toEqual([
      'a worker died with mails under way',
      'an api died after a vote',
      'an api died between two requests',
      'an api died under a vote',
    ]);
    expect(room.door.repeats).toBe(2);
  });

  it('come to the outcomes that a half-year has in which nobody dies', async () => {
    const outcomes = printed.flatMap((line) => /^ {5}TOP (.+): /.exec(line)?.[1] ?? []);
    expect(outcomes).toEqual([
      '1 – Beschlossen',
      '2 – Beschlossen',
      '3 – Nicht beschlossen',
      ...['4', '5', '6'].map((number) => `${number} – Beschlossen`),
    ]);
    const inWriting = printed.filter((line) => /^ {5}Umlaufbeschluss .* – Beschlossen( durch Schweigen)?: /.test(line));
    expect(inWriting).toHaveLength(4);
    const [kept] = await room.ask('SELECT count(*)::int AS resolutions FROM resolutions');
    expect(kept).toEqual({ resolutions: outcomes.length - 1 + inWriting.length });
  });

  it('count a vote once that was given again because nobody heard of it', async () => {
    const again = await room.ask<{ choices: string[] }>(
      `SELECT array_agg(choice ORDER BY version) AS choices FROM votes GROUP BY ballot_id, party HAVING count(*) > 1`,
    );
    expect(again).toEqual([{ choices: ['YES', 'YES'] }]);
  });

  it('keep every history whole', async () => {
    expect(await room.run('dist/apps/api/src/verify-history.js')).toMatch(/^Geprüft: \d{3,} .*unversehrt/);
  });

  it('name the history that somebody with all power over the server has changed', async () => {
    const [vote] = await room.ask<{ id: string; name: string }>(
      `SELECT id, actor_name AS name FROM history WHERE event = 'vote.cast' ORDER BY id LIMIT 1`,
    );
    const rename = (name?: string) => room.ask('UPDATE history SET actor_name = $2 WHERE id = $1', [vote?.id, name]);
    await room.ask("SET session_replication_role = 'replica'");
    await rename('Jemand anders');
    await expect(room.run('dist/apps/api/src/verify-history.js')).rejects.toThrow(
      /ended with 1:[^]* 1 sind verletzt:\n {2}- vote .*nachträglich verändert/,
    );
    await rename(vote?.name);
    await room.ask("SET session_replication_role = 'origin'");
    expect(await room.run('dist/apps/api/src/verify-history.js')).toContain('unversehrt');
  });

  it('tell every message to each recipient once', async () => {
    const told = await room.ask<{ event: string; messages: number; untold: number; twice: number }>(
      `SELECT event, count(*) FILTER (WHERE coalesce(told, 0) = 0)::int AS untold,
              count(*) FILTER (WHERE told <> recipients OR kinds > 1)::int AS twice
       FROM outbox LEFT JOIN (
         SELECT message_id, count(*) AS told, count(DISTINCT recipient_id) AS recipients,
           -- Of a late registration the chair hears in words of its own.
           count(DISTINCT kind) FILTER (WHERE kind <> 'late-topic-registered') AS kinds
         FROM notifications GROUP BY message_id
       ) AS notified ON message_id = outbox.id
       WHERE event = ANY ($1) AND data->'supplement' IS NULL GROUP BY event ORDER BY event`,
      [announced],
    );
    expect(told).toEqual(announced.map((event) => ({ event, untold: 0, twice: 0 })));
  });

  it('send every mail once', async () => {
    const notifications = await room.ask<{ id: string }>(
      `SELECT id::text FROM notifications WHERE channel = 'MAIL' ORDER BY id`,
    );
    expect(notifications.length).toBeGreaterThan(100);
    const arrived = mailDoors.flatMap(({ taken }) => taken).sort();
    expect(arrived).toEqual(notifications.map(({ id }) => id));
    const [deliveries] = await room.ask(`SELECT count(*)::int AS lost FROM mail_deliveries WHERE state <> 'SENT'`);
    expect(deliveries).toEqual({ lost: 0 });
  });

  it('let somebody in whom the administrator adds', async () => {
    const add = (role: string): Promise<string> =>
      room.run('dist/apps/api/src/add-person.js', [
        ...['--name', 'Nele Sievers', '--mail', 'sievers@innen.example', '--from', '2026-01-01'],
        ...['--role', role, '--party', 'SH'],
      ]);
    const added = 'Nele Sievers <sievers@innen.example>, Leserecht Schleswig-Holstein ab 2026-01-01\n';
    expect(await add('READER')).toBe(`Angelegt: ${added}`);
    expect(await add('READER')).toBe(`Schon vorhanden: ${added}`);
    await expect(add('MINISTER')).rejects.toThrow(/ended with 1:\nDie Rolle „MINISTER“ gibt es nicht\./);
    await until(async () => (await openMessages()) === 0, 'the worker knows what to do with it');
  });

  it('give up no job', async () => {
    const [jobs] = await room.ask(`SELECT count(*)::int AS failed FROM job_deliveries WHERE state = 'FAILED'`);
    expect(jobs).toEqual({ failed: 0 });
  });

  it('tell whoever watches over them what they did, with no id and no address in it', async () => {
    const told = await Promise.all(
      room.processes.filter(({ isRunning }) => isRunning).map((each) => room.scrape(each)),
    );
    const [everything, ofWorker] = [told.join('\n'), told.find((each) => each.includes('workers_alive')) ?? ''];
    expect(everything).toMatch(
      /konferenzmappe_graphql_operations_total\{type="mutation",field="castVote",outcome="done"\} [1-9]/,
    );
    expect(everything).toMatch(/konferenzmappe_graphql_duration_seconds_count\{type="query"\} [1-9]/);
    expect(ofWorker).toMatch(/konferenzmappe_jobs_total\{job="send-notification-mail",outcome="done"\} [1-9]/);
    expect(ofWorker).toMatch(/konferenzmappe_job_duration_seconds_count\{job="pass-deadlines"\} [1-9]/);
    expect(ofWorker).toMatch(/konferenzmappe_mails_total\{outcome="sent"\} [1-9]/);
    expect(ofWorker).toMatch(/konferenzmappe_queue_jobs\{queue="event-jobs",state="waiting"\} \d/);
    expect(ofWorker).toMatch(/^konferenzmappe_outbox_open_messages 0$/m);
    expect(ofWorker).toMatch(/^konferenzmappe_queue_up 1$/m);
    expect(ofWorker).toMatch(/^konferenzmappe_workers_alive [12]$/m);
    expect(everything).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|@|innen\.example/);
  });

  it('are healthy for whoever asks as Compose does', async () => {
    const ready = await fetch(new URL('/readyz', room.door.url));
    expect(await ready.json()).toEqual({ database: true, migrations: true, queue: true });
    expect(await room.run('deploy/worker-health.mjs')).toBe('');
    const withoutRedis = RunningProcess.finish('deploy/worker-health.mjs', { REDIS_URL: 'redis://127.0.0.1:1' });
    await expect(withoutRedis).rejects.toThrow('ended with 1');
  });

  it('answer what is under way when they are asked to stop, and end by themselves', async () => {
    const reader = await Person.signIn(room.door.url, 'koordination.he@konferenzmappe.example');
    await room.ask('BEGIN');
    await room.ask('LOCK TABLE people IN ACCESS EXCLUSIVE MODE');
    const answer = reader.ask('{ viewer { person { name } } }');
    await until(async () => (await room.waitingForLocks()) > 0, 'the request waits for the table');
    const running = room.processes.filter(({ isRunning }) => isRunning);
    for (const each of running) each.signal('SIGTERM');
    for (const each of running) each.signal('SIGINT');
    await until(() => running.some(({ isRunning }) => !isRunning), 'the worker has nothing to wait for');
    await room.ask('ROLLBACK');
    expect(await answer).toEqual({ viewer: { person: { name: 'Katharina Vogt' } } });
    const codes = await Promise.all(running.map(async (each) => (await each.end()).code));
    expect(codes).toEqual(running.map(() => 0));
    expect(running).toHaveLength(2);
  });
});
