import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database, listHistory, type HistoryEntry, type ReadTx } from '#platform/database';
import { loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import { TopicRepository, type Topic } from '#topics';
import type { ReleaseObjection } from './domain/release-objection.js';
import type { Release } from './domain/release.js';
import { ReleaseObjections } from './persistence/release-objection.repository.js';
import { Releases } from './persistence/release.repository.js';

const BY_ID = Symbol('releases');
const OF_TOPIC = Symbol('releases of topics');
const OBJECTIONS = Symbol('objections of releases');
const TOPIC = Symbol('topics of releases');
const HISTORY = Symbol('history of releases');
const PUBLICATION_HISTORY = Symbol('history of publications');
const OBJECTION_HISTORY = Symbol('history of objections');

/** Everything a request asks of releases in as few statements as ticks. Null is what the reader may not see. */
@Injectable()
export class ReleaseLoaders {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly objections: ReleaseObjections,
    private readonly topics: TopicRepository,
  ) {}

  async releaseById(context: RequestContext, id: string): Promise<Release | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.releases.releasesByIds(tx, ids));
  }

  async releasesOfTopic(context: RequestContext, topicId: string): Promise<readonly Release[]> {
    return (await this.load(context, OF_TOPIC, topicId, (tx, ids) => this.releases.releasesByTopics(tx, ids))) ?? [];
  }

  /** Those of the viewer's own parties; row-level security leaves no others. */
  async objectionsTo(context: RequestContext, releaseId: string): Promise<readonly ReleaseObjection[]> {
    const batch: Batch<readonly ReleaseObjection[]> = (tx, ids) => this.objections.objectionsByReleases(tx, ids);
    return (await this.load(context, OBJECTIONS, releaseId, batch)) ?? [];
  }

  async topicOf(context: RequestContext, topicId: string): Promise<Topic | null> {
    return this.load(context, TOPIC, topicId, (tx, ids) => this.topics.listTopicsByIds(tx, ids));
  }

  async historyOf(context: RequestContext, releaseId: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, releaseId, (tx, ids) => listHistory(tx, 'release', ids))) ?? [];
  }

  async historyOfObjection(context: RequestContext, id: string): Promise<readonly HistoryEntry[]> {
    const batch: Batch<readonly HistoryEntry[]> = (tx, ids) => listHistory(tx, 'releaseObjection', ids);
    return (await this.load(context, OBJECTION_HISTORY, id, batch)) ?? [];
  }

  async historyOfPublication(context: RequestContext, id: string): Promise<readonly HistoryEntry[]> {
    const batch: Batch<readonly HistoryEntry[]> = (tx, ids) => listHistory(tx, 'publication', ids);
    return (await this.load(context, PUBLICATION_HISTORY, id, batch)) ?? [];
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
