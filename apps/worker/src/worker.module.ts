import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { DatabaseModule, type Database } from '#platform/database';
import { JobsModule } from '#platform/jobs';
import { LOGGER, type Logger } from '#platform/logging';
import type { Libraries } from './libraries.js';

export interface WorkerGround {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The libraries without any way in from outside: the worker acts on messages alone. */
@Global()
@Module({})
export class WorkerModule {
  static with({ config, database, clock, logger }: WorkerGround, { modules }: Libraries): DynamicModule {
    const settings = [
      { provide: Config, useValue: config },
      { provide: LOGGER, useValue: logger },
    ];
    return {
      module: WorkerModule,
      imports: [DatabaseModule.with(database, clock), JobsModule, ...modules],
      providers: settings,
      exports: settings,
    };
  }
}
