import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DeadlinesModule, PassDeadlinesJob } from '#deadlines';
import { Config, parseConfig } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { createLogger, LOGGER } from '#platform/logging';
import type { ConferenceStage } from './conference-stage.js';

/** The sweep over all deadlines as the worker builds it, with the keepers of these libraries. */
export interface SweepingStage {
  /** What the scheduled job does, if it runs. */
  sweep(): Promise<void>;
  /** A part of the libraries, as the worker builds it. */
  part<Part>(type: Type<Part>): Part;
  /** What the log said from a warning on. */
  readonly logged: readonly { readonly msg: string; readonly kind?: string; readonly lateSeconds?: number }[];
  close(): Promise<void>;
}

@Global()
@Module({})
class StageModule {}

export async function sweeping(stage: ConferenceStage, modules: readonly Type[] = []): Promise<SweepingStage> {
  const logged: SweepingStage['logged'][number][] = [];
  const logger = createLogger('warn', { write: (line) => void logged.push(JSON.parse(line)) });
  const settings = [
    { provide: Config, useValue: parseConfig({ DATABASE_URL: stage.testDatabase.appUrl }) },
    { provide: LOGGER, useValue: logger },
  ];
  const imports = [DatabaseModule.with(stage.database, stage.clock), DeadlinesModule, ...modules];
  const root = { module: StageModule, imports, providers: settings, exports: settings };
  const context = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  return {
    sweep: () => context.get(PassDeadlinesJob, { strict: false }).run(),
    part: (type) => context.get(type, { strict: false }),
    logged,
    close: () => context.close(),
  };
}
