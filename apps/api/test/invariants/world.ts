import { Client } from 'pg';
import { newId } from '#platform/database';
import { anArrangedRelease } from '#testing/publication';
import type { Topic } from '#topics';
import type { ApiStage } from '../api-stage.js';
import type { Caller } from '../caller.js';

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
  'gast.ak5',
  'leser.he',
  'technik',
] as const;

export const beginnings = ['collecting', 'circulated', 'voting', 'inWriting'] as const;
export type Beginning = (typeof beginnings)[number];

const MORNING = new Date('2026-11-10T09:00:00Z');

/** A conference of its own with a few topics, so that what happened in another run does not matter to this one. */
export class World {
  private readonly callers = new Map<string, Promise<Caller>>();

  private constructor(
    readonly stage: ApiStage,
    private readonly client: Client,
    readonly conferenceId: string,
    readonly topics: readonly Topic[],
  ) {}

  static async begin(stage: ApiStage, beginning: Beginning): Promise<World> {
    stage.clock.moveTo(MORNING);
    const client = new Client({ connectionString: stage.testDatabase.superuserUrl });
    await client.connect();
    const conferenceId = newId();
    await client.query(
      `INSERT INTO conferences
       SELECT (jsonb_populate_record(conferences, jsonb_build_object('id', $2::text, 'number', NULL, 'season', 'SPECIAL'))).*
       FROM conferences WHERE id = $1`,
      [stage.conferenceId, conferenceId],
    );
    const place = (given: Partial<Topic>) => stage.placeTopic({ conferenceId, ...given });
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
    await anArrangedRelease(stage, { conferenceId, title: 'Katastrophenschutz' });
    await anArrangedRelease(stage, { conferenceId, title: 'Waffenrecht', isOver: true });
    await anArrangedRelease(stage, { conferenceId, title: 'Meldewege', releaseWish: false });
    const world = new World(stage, client, conferenceId, topics);
    await world.advance(beginning);
    return world;
  }

  /** What people have done before the run begins, so that it gets further. */
  private async advance(beginning: Beginning): Promise<void> {
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

  async as(mail: string): Promise<Caller> {
    const known = this.callers.get(mail) ?? this.stage.as(mail);
    this.callers.set(mail, known);
    return known;
  }

  /** Looks past all rules. */
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(text, [...values])).rows as Row[];
  }

  /** The same clock for everybody; it stands where the run began until somebody lets time pass. */
  letPass(milliseconds: number): boolean {
    const { clock } = this.stage;
    clock.moveTo(new Date(clock.now().getTime() + milliseconds));
    return true;
  }

  async end(): Promise<void> {
    await this.client.end();
  }
}
