import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { newId } from '#platform/database';
import { anArrangedRelease } from '#testing/publication';
import type { Topic } from '#topics';
import type { ApiStage } from '../api-stage.js';
import type { Caller } from '../caller.js';
import { jobsAtHand, type JobsAtHand } from '../jobs-at-hand.js';

/** Everybody who may try something, by mail address; a deed names them by position. */
export const everybody = [
  'geschaeftsstelle',
  'vorsitz.hh',
  'koordination.he',
  'koordination.by',
  'koordination.bund',
  'fachreferat.he',
  'vorsitz.ak5',
  'geschaeftsfuehrung.ak5',
  'vorsitz.by',
  'vorsitz.he',
  'gast.ak5',
  'leser.he',
  'technik',
] as const;

export const beginnings = ['collecting', 'circulated', 'voting', 'inWriting'] as const;
export type Beginning = (typeof beginnings)[number];

const MORNING = new Date('2026-11-10T09:00:00Z');
const NEW_YEAR = new Date('2026-12-31T23:00:00Z');

/** What all worlds share: the product, its jobs, and one connection that looks past all rules. */
export interface Ground {
  readonly stage: ApiStage;
  readonly jobs: JobsAtHand;
  readonly client: Client;
}

export async function aGround(stage: ApiStage): Promise<Ground> {
  const client = new Client({ connectionString: stage.testDatabase.superuserUrl });
  await client.connect();
  return { stage, client, jobs: await jobsAtHand(stage) };
}

/** A conference of its own with a few topics, so that what happened in another run does not matter to this one. */
export class World {
  private readonly callers = new Map<string, Promise<Caller>>();
  private lastWritten = '';

  private constructor(
    readonly ground: Ground,
    readonly conferenceId: string,
    readonly topics: readonly Topic[],
  ) {}

  static async begin(ground: Ground, beginning: Beginning): Promise<World> {
    const { stage, client } = ground;
    stage.clock.moveTo(MORNING);
    const conferenceId = newId();
    const named = (title: string): string => `${title} ${markOf(conferenceId)}`;
    await client.query(
      `INSERT INTO conferences
       SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text, 'number', NULL, 'season', 'SPECIAL'))).*
       FROM conferences WHERE id = $1`,
      [stage.conferenceId, conferenceId],
    );
    const place = (given: Partial<Topic> & { readonly title: string }) =>
      stage.placeTopic({ conferenceId, ...given, title: named(given.title) });
    const topics = [
      await place({ state: 'IN_MAIN_CONFERENCE', title: 'Warntag', recommendation: 'AGREED' }),
      await place({ state: 'IN_MAIN_CONFERENCE', title: 'Lagebild', registrant: { party: 'BY' } }),
      await place({ state: 'IN_PRE_CONFERENCE', title: 'Sirenen', recommendation: 'AGREED' }),
      await place({ state: 'IN_COMMITTEE', title: 'Melderecht' }),
      await place({
        state: 'IN_MAIN_CONFERENCE',
        title: 'Aussprache',
        kind: 'FIRESIDE',
        proposalVersionId: null,
        proposalTextHash: null,
      }),
    ];
    await arrangeReleases(stage, conferenceId, named);
    await insertMainSession(ground, conferenceId);
    const world = new World(ground, conferenceId, topics);
    await world.advance(beginning);
    return world;
  }

  /** What people have done before the run begins, so that it gets further. */
  private async advance(beginning: Beginning): Promise<void> {
    await this.stage.holdMainSession(this.conferenceId);
    if (beginning === 'collecting') return;
    const { conferenceId } = this;
    const selection = 'agenda { id revision items { id } }';
    const secretariat = await this.as('geschaeftsstelle');
    const { agenda } = (await secretariat.mutate('compileAgenda', { conferenceId }, selection)).payload;
    await secretariat.mutate('circulateAgenda', { agendaId: agenda.id, expectedRevision: agenda.revision });
    const [topic] = this.topics;
    if (beginning === 'voting') {
      for (const { id } of agenda.items) await (await this.as('vorsitz.hh')).mutate('openBallot', { agendaItemId: id });
    }
    if (beginning !== 'inWriting' || topic === undefined) return;
    const asked = { topicId: topic.id, reason: 'Es eilt.' };
    const made = 'writtenProcedure { id revision }';
    const { writtenProcedure } = (await secretariat.mutate('requestWrittenProcedure', asked, made)).payload;
    await (
      await this.as('vorsitz.hh')
    ).mutate('startWrittenProcedure', {
      procedureId: writtenProcedure.id,
      expectedRevision: writtenProcedure.revision,
      textHash: topic.proposalTextHash,
      closesAt: new Date(MORNING.getTime() + 7_200_000).toISOString(),
      urgencyReason: 'Es eilt.',
    });
  }

  get stage(): ApiStage {
    return this.ground.stage;
  }

  async as(mail: string): Promise<Caller> {
    const known = this.callers.get(mail) ?? this.stage.as(mail);
    this.callers.set(mail, known);
    return known;
  }

  /** A word that stands in every title of this world and nowhere else. */
  get mark(): string {
    return markOf(this.conferenceId);
  }

  /** Looks past all rules; planned once, because every step asks the same. */
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
    return (await this.ground.client.query({ name, text, values: [...values] })).rows as Row[];
  }

  /** Whether anything at all was written since it was asked last: where nothing was, nothing can be broken. */
  async hasChanged(): Promise<boolean> {
    const [row] = await this.rows<{ at: string }>('SELECT pg_current_wal_insert_lsn()::text AS at');
    const before = this.lastWritten;
    this.lastWritten = row?.at ?? '';
    return this.lastWritten !== before;
  }

  /** The same clock for everybody; it stands where the run began until somebody lets time pass. */
  letPass(milliseconds: number): boolean {
    const { clock } = this.stage;
    clock.moveTo(new Date(clock.now().getTime() + milliseconds));
    return true;
  }

  /** To the last second of the year in Berlin, or the first of the next; nobody is signed in for so long. */
  turnTheYear(value: number): boolean {
    const instant = value % 2 === 0 ? NEW_YEAR : new Date(NEW_YEAR.getTime() - 1000);
    if (instant <= this.stage.clock.now()) return false;
    this.stage.clock.moveTo(instant);
    this.callers.clear();
    return true;
  }

  /** All that waits in the queue is done, and everything that is due. */
  async letJobsRun(): Promise<boolean> {
    await this.ground.jobs.deliver();
    await this.ground.jobs.sweep();
    await this.ground.jobs.deliver();
    return true;
  }
}

function markOf(conferenceId: string): string {
  return `zq${conferenceId.slice(-10)}`;
}

/** One that can be released when its time is over, one at once, one that nobody wished, one that is released. */
async function arrangeReleases(stage: ApiStage, conferenceId: string, named: (title: string) => string): Promise<void> {
  const paper = { id: newId(), title: named('Vertrauliche Anlage'), asOf: null, originator: null };
  const attachments = [{ ...paper, classification: 'INTERNAL' as const, releaseWish: false }];
  const arrange = (title: string, given: object): Promise<unknown> =>
    anArrangedRelease(stage, { conferenceId, title: named(title), ...given });
  await arrange('Katastrophenschutz', {});
  await arrange('Waffenrecht', { isOver: true });
  await arrange('Meldewege', { releaseWish: false });
  await arrange('Warnmittel', { release: 'RELEASED', attachments });
}

let sessions = 0;

/** On a day of its own: a body meets once a day. */
async function insertMainSession({ client }: Ground, conferenceId: string): Promise<void> {
  sessions += 1;
  await client.query(
    `WITH session AS (
       INSERT INTO sessions (id, conference_id, body_code, starts_on, ends_on, mode, state, revision, audience)
       SELECT $1, $2, 'MAIN_CONFERENCE', day, day, 'IN_PERSON', 'IN_PROGRESS', 1, array(SELECT generate_series(0, 202))
       FROM (SELECT '2000-01-01'::date + $3::int AS day) AS days RETURNING *)
     INSERT INTO session_bodies (session_id, body_code, position, days, audience)
     SELECT id, body_code, 1, daterange(starts_on, ends_on, '[]'), audience FROM session`,
    [newId(), conferenceId, sessions],
  );
}
