import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobDiscovery } from './job-discovery.js';
import { PruneOutboxJob } from './prune-outbox.job.js';

/** For the worker: finds its jobs. */
@Module({ imports: [DiscoveryModule], providers: [JobDiscovery, PruneOutboxJob], exports: [JobDiscovery] })
export class JobsModule {}
