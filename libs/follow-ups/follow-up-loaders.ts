import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, listHistory, type HistoryEntry, type ReadTx } from '#platform/database';
import { loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import { TopicRepository, type Topic } from '#topics';
import type { FollowUpReportEntity } from './persistence/follow-up-report.entity.js';
import type { StoredFollowUp } from './persistence/follow-up-rows.js';
import { FollowUps, type RecordedImplementation } from './persistence/follow-up.repository.js';
import { Origins, type QuotedOrigin } from './persistence/origins.js';

const BY_ID = Symbol('follow-ups');
const OF_RESOLUTION = Symbol('follow-ups of resolutions');
const REPETITIONS = Symbol('repetitions of follow-ups');
const REPORTS = Symbol('reports of follow-ups');
const IMPLEMENTATIONS = Symbol('implementations of follow-ups');
const ORIGIN = Symbol('resolutions of follow-ups');
const CONFERENCE = Symbol('conferences follow-ups are due at');
const TOPIC = Symbol('topics of follow-ups');
const HISTORY = Symbol('history of follow-ups');

/** Everything a request asks of follow-ups in as few statements as ticks. Null is what the reader may not see. */
@Injectable()
export class FollowUpLoaders {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly origins: Origins,
    private readonly topics: TopicRepository,
  ) {}

  async followUpById(context: RequestContext, id: string): Promise<StoredFollowUp | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.followUps.followUpsByIds(tx, ids));
  }

  async followUpsOf(context: RequestContext, resolutionId: string): Promise<readonly StoredFollowUp[]> {
    const batch: Batch<readonly StoredFollowUp[]> = (tx, ids) => this.followUps.followUpsOfResolutions(tx, ids);
    return (await this.load(context, OF_RESOLUTION, resolutionId, batch)) ?? [];
  }

  async repetitionsOf(context: RequestContext, id: string): Promise<readonly StoredFollowUp[]> {
    return (await this.load(context, REPETITIONS, id, (tx, ids) => this.followUps.repetitionsOf(tx, ids))) ?? [];
  }

  async reportsOf(context: RequestContext, id: string): Promise<readonly FollowUpReportEntity[]> {
    return (await this.load(context, REPORTS, id, (tx, ids) => this.followUps.reportsOf(tx, ids))) ?? [];
  }

  async implementationsOf(context: RequestContext, id: string): Promise<readonly RecordedImplementation[]> {
    const batch: Batch<readonly RecordedImplementation[]> = (tx, ids) => this.followUps.implementationsOf(tx, ids);
    return (await this.load(context, IMPLEMENTATIONS, id, batch)) ?? [];
  }

  async originOf(context: RequestContext, resolutionId: string): Promise<QuotedOrigin | null> {
    return this.load(context, ORIGIN, resolutionId, (tx, ids) => this.origins.originsByIds(tx, ids));
  }

  /** First day of the conference it is due at; null while that is not planned. */
  async conferenceStartsOn(context: RequestContext, { id }: StoredFollowUp): Promise<string | null> {
    return this.load(context, CONFERENCE, id, (tx, ids) => this.origins.conferenceDaysOf(tx, ids));
  }

  async topicById(context: RequestContext, id: string): Promise<Topic | null> {
    return this.load(context, TOPIC, id, (tx, ids) => this.topics.listTopicsByIds(tx, ids));
  }

  async historyOf(context: RequestContext, id: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, id, (tx, ids) => listHistory(tx, 'followUp', ids))) ?? [];
  }

  private async load<Value>(
    context: RequestContext,
    key: symbol,
    id: string,
    batch: Batch<Value>,
  ): Promise<Value | null> {
    return loadAsActor(this.database, context, { key, id, batch });
  }
}
