import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { CALENDAR_PATH } from '#calendars';
import type { Clock } from '#platform/clock';
import { Config, type SignInConfig } from '#platform/config';
import { DatabaseModule, type Database, type PublicDatabase } from '#platform/database';
import { LOGGER, type Logger } from '#platform/logging';
import { AuthModule } from './auth/index.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { FaultFilter } from './fault-filter.js';
import { graphqlOptions } from './graphql/graphql-options.js';
import { HealthController } from './health/health.controller.js';
import { READINESS, type Readiness } from './health/readiness.js';
import { businessModules } from './business-modules.js';
import { LiveModule } from './live/index.js';
import { PUBLIC_PATH, PublicSideModule } from './public/index.js';

export interface ApiGround {
  readonly config: Config;
  readonly database: Database;
  /** Null: this process has no public side. */
  readonly publicDatabase: PublicDatabase | null;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signIn: SignInConfig;
  readonly readiness: Readiness;
  /** Paths that ask for nobody's identity, beside static files and health. */
  readonly anonymousPaths: readonly string[];
  /** What only this composition offers, for example the development pages of the standalone product. */
  readonly modules?: readonly (Type | DynamicModule)[];
}

/** Composition only: no rule, no SQL. */
@Global()
@Module({})
export class ApiModule {
  static with(ground: ApiGround): DynamicModule {
    const { config, database, publicDatabase, clock, logger, signIn, readiness, anonymousPaths, modules = [] } = ground;
    const settings = [
      { provide: Config, useValue: config },
      { provide: LOGGER, useValue: logger },
    ];
    const auth = AuthModule.with({
      publicUrl: config.publicUrl,
      ...signIn,
      bearerAudiences: [],
      anonymousPaths: ['/healthz', '/readyz', '/assets', PUBLIC_PATH, CALENDAR_PATH, ...anonymousPaths],
    });
    const graphql = GraphQLModule.forRoot(graphqlOptions(config, logger));
    return {
      module: ApiModule,
      imports: [
        DatabaseModule.with(database, clock),
        auth,
        graphql,
        ...businessModules,
        DashboardModule,
        LiveModule.with(config, [auth, graphql]),
        ...(publicDatabase === null ? [] : [PublicSideModule.with(publicDatabase)]),
        ...modules,
      ],
      controllers: [HealthController],
      providers: [
        ...settings,
        { provide: READINESS, useValue: readiness },
        { provide: APP_FILTER, useClass: FaultFilter },
      ],
      exports: settings,
    };
  }
}
