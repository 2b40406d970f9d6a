import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { libraries } from '#apps/worker';
import { ActorDirectory, SYSTEM, type Actor } from '#organisation';
import { FixedClock } from '#platform/clock';
import { Config } from '#platform/config';
import { DatabaseModule, type Database } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { CHAIR } from './paper-acts.js';
import { demoPeople } from './people.js';

/** The libraries of the house with a clock that stands where an act of the demo happened. */
@Module({})
export class DemoModule {
  static with(database: Database, clock: FixedClock, config: Config): DynamicModule {
    const settings: DynamicModule = {
      module: DemoModule,
      global: true,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
    return { ...settings, imports: [DatabaseModule.with(database, clock), ...libraries.modules] };
  }
}

/** Where the people of the demo act: by the handlers of the product, at instants of the past. */
export class DemoStage {
  private constructor(
    readonly database: Database,
    private readonly context: INestApplicationContext,
    private readonly clock: FixedClock,
    private readonly personIds: ReadonlyMap<string, string>,
  ) {}

  static async open(database: Database, config: Config, now: Date): Promise<DemoStage> {
    const clock = new FixedClock(now);
    const options = { logger: false, abortOnError: false } as const;
    const context = await NestFactory.createApplicationContext(DemoModule.with(database, clock, config), options);
    return new DemoStage(database, context, clock, await idsOfPeople(database));
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  handler<Handler>(type: Type<Handler>): Handler {
    return this.context.get(type, { strict: false });
  }

  /** Who this mailbox belonged to at that instant, which is the present from now on. */
  async as(mailbox: string, at: Date): Promise<Actor> {
    this.clock.moveTo(at);
    if (mailbox !== CHAIR) return this.actorOf(mailbox);
    const { chairParty } = await this.actorOf('geschaeftsstelle');
    if (chairParty === null) throw new Error(`Nobody holds the chair on ${at.toISOString()}`);
    return this.actorOf(`vorsitz.${chairParty.toLowerCase()}`);
  }

  private async actorOf(mailbox: string): Promise<Actor> {
    const actor = await this.handler(ActorDirectory).actorOfPerson(this.personIds.get(mailbox) ?? '');
    if (actor === null) throw new Error(`Nobody of the demo is called ${mailbox}`);
    return actor;
  }
}

/** By the part of the mail address before the @. */
async function idsOfPeople(database: Database): Promise<ReadonlyMap<string, string>> {
  const mails = demoPeople.map(({ mail }) => mail);
  const rows = await database.read(SYSTEM, (tx) =>
    tx.query<{ id: string; mail: string }>('SELECT id, mail FROM people WHERE mail = ANY ($1::citext[])', [mails]),
  );
  return new Map(rows.map(({ id, mail }) => [mail.split('@')[0] ?? mail, id]));
}

/** What the demo does is allowed; a refusal is a fault of the demo. */
export function permitted<Answer extends { readonly ok: true }>(what: string, answer: Answer | Refused): Answer {
  if (answer.ok) return answer;
  throw new Error(`${what}: ${answer.refusals.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
}
