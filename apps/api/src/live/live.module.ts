import { Module, type DynamicModule, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { notificationChanges } from '#notifications';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { LOGGER, type Logger } from '#platform/logging';
import { ChangeFeed, historyChanges } from '#platform/pushes';
import { LiveConnections } from './live-connections.js';
import { RecordChangedResolver } from './record-changed.resolver.js';

/** Pushed updates: what changed is told to whoever has it on the screen and may see it. */
@Module({})
export class LiveModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(private readonly feed: ChangeFeed) {}

  static with({ databaseUrl }: Config, imports: readonly DynamicModule[]): DynamicModule {
    const sources = [historyChanges, notificationChanges];
    const feed = {
      provide: ChangeFeed,
      inject: [Database, LOGGER],
      useFactory: (database: Database, logger: Logger) => new ChangeFeed({ database, databaseUrl, logger, sources }),
    };
    return { module: LiveModule, imports: [...imports], providers: [feed, LiveConnections, RecordChangedResolver] };
  }

  onApplicationBootstrap(): Promise<void> {
    return this.feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.feed.stop();
  }
}
