import { Module, type DynamicModule } from '@nestjs/common';
import type { PublicDatabase } from '#platform/database';
import { PublicChanges, PublicPapers } from '#publication';
import { PublicCollections } from './public-collection.js';
import { PublicDataController } from './public-data.controller.js';
import { PublicPagesController } from './public-pages.controller.js';

/** The public side: its own pages, its own database role, no way to anything else. */
@Module({})
export class PublicSideModule {
  static with(database: PublicDatabase): DynamicModule {
    return {
      module: PublicSideModule,
      controllers: [PublicDataController, PublicPagesController],
      providers: [
        { provide: PublicPapers, useValue: new PublicPapers(database) },
        { provide: PublicChanges, useValue: new PublicChanges(database) },
        { provide: PublicCollections, useValue: new PublicCollections() },
      ],
    };
  }
}
