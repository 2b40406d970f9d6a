import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from './database.js';

/** Offers the one database and the clock to every module. Whoever opened the database closes it. */
@Global()
@Module({})
export class DatabaseModule {
  static with(database: Database, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
      ],
      exports: [Database, Clock],
    };
  }
}
