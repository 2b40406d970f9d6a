import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OrganisationModule } from '#organisation';
import { DeadlineKeepers } from './deadline-keepers.js';
import { DeadlineTransitionHandler } from './deadline-transition.handler.js';
import { DeadlineFieldsResolver } from './features/list-deadlines/deadline-fields.resolver.js';
import { DeadlineListQuery } from './features/list-deadlines/deadline-list.query.js';
import { ListDeadlinesResolver } from './features/list-deadlines/list-deadlines.resolver.js';
import { MoveDeadlineResolver } from './features/move-deadline/move-deadline.resolver.js';
import { PassDeadlinesJob } from './features/pass-deadlines/pass-deadlines.job.js';
import { Deadlines } from './persistence/deadline.repository.js';

/** Until when something has to be done: rows on a timeline, moved by the chair, let pass by the system. */
@Module({
  imports: [DiscoveryModule, OrganisationModule],
  providers: [
    DeadlineFieldsResolver,
    DeadlineKeepers,
    DeadlineListQuery,
    DeadlineTransitionHandler,
    Deadlines,
    ListDeadlinesResolver,
    MoveDeadlineResolver,
    PassDeadlinesJob,
  ],
  exports: [DeadlineKeepers, Deadlines],
})
export class DeadlinesModule {}
