import { Injectable } from '@nestjs/common';
import type { BodyCode } from '#glossary';
import type { Actor } from '#organisation';
import { conferencesByIds, type Conference } from '#conferences';
import { Database, listHistory, type HistoryEntry, type ReadTx } from '#platform/database';
import { loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import type { MinutesEntry } from './domain/minutes.js';
import { MinutesSessions, type MinutesSession } from './minutes-sessions.js';
import { MinutesRecords, type MinutesVersion, type StoredMinutes } from './persistence/minutes.repository.js';

const BY_ID = Symbol('minutes');
const OF_SESSION = Symbol('minutes of sessions');
const SESSIONS = Symbol('sessions with minutes');
const VERSIONS = Symbol('versions of minutes');
const ENTRIES = Symbol('entries of versions');
const CONFERENCE = Symbol('conferences of minutes');
const PARENTS = Symbol('committees above sub-bodies');
const HISTORY = Symbol('history of minutes');

/** Everything a request asks of minutes in as few statements as ticks. Null is what the reader may not see. */
@Injectable()
export class MinutesLoaders {
  constructor(
    private readonly database: Database,
    private readonly records: MinutesRecords,
    private readonly sessions: MinutesSessions,
  ) {}

  async minutesById(context: RequestContext, id: string): Promise<StoredMinutes | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.records.minutesByIds(tx, ids));
  }

  async minutesOfSession(context: RequestContext, sessionId: string): Promise<StoredMinutes | null> {
    return this.load(context, OF_SESSION, sessionId, (tx, ids) => this.records.minutesBySessions(tx, ids));
  }

  async sessionsOf(context: RequestContext, conferenceId: string): Promise<readonly MinutesSession[]> {
    const batch: Batch<readonly MinutesSession[]> = (tx, ids) => this.sessions.sessionsByConferences(tx, ids);
    return (await this.load(context, SESSIONS, conferenceId, batch)) ?? [];
  }

  async versionsOf(context: RequestContext, minutesId: string): Promise<readonly MinutesVersion[]> {
    return (await this.load(context, VERSIONS, minutesId, (tx, ids) => this.records.versionsByMinutes(tx, ids))) ?? [];
  }

  async entriesOf(context: RequestContext, versionId: string): Promise<ReadonlyMap<string, MinutesEntry>> {
    const entries = await this.load(context, ENTRIES, versionId, (tx, ids) => this.records.entriesByVersions(tx, ids));
    return entries ?? new Map();
  }

  async conferenceOf(context: RequestContext, conferenceId: string): Promise<Conference | null> {
    return this.load(context, CONFERENCE, conferenceId, conferencesByIds);
  }

  async parents(context: RequestContext): Promise<ReadonlyMap<BodyCode, BodyCode>> {
    const all = await this.load(context, PARENTS, 'all', async (tx, keys) => {
      const parents = await this.sessions.parents(tx);
      return new Map(keys.map((key) => [key, parents]));
    });
    return all ?? new Map();
  }

  async historyOf(context: RequestContext, minutesId: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, minutesId, (tx, ids) => listHistory(tx, 'minutes', ids))) ?? [];
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
