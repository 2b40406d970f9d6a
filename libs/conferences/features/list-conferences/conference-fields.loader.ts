import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import { loaderOf, type RequestContext } from '#platform/graphql';
import { conferenceLifecycle } from '../../domain/conference-lifecycle.js';
import type { Session } from '../../domain/session.js';
import { Conferences } from '../../persistence/conference.repository.js';
import { sessionsByConferenceIds } from '../../persistence/conference.loader.js';

const SESSIONS = Symbol('sessions of conferences');
const HISTORY = Symbol('history of conferences');
const CURRENT = Symbol('current conference');

/** What the fields of all conferences of one request need, in one statement each. */
@Injectable()
export class ConferenceFieldsLoader {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly clock: Clock,
  ) {}

  async sessionsOf(context: RequestContext, actor: Actor, conferenceId: string): Promise<readonly Session[]> {
    const loader = loaderOf(context, SESSIONS, (ids) =>
      this.database.read(actor, (tx) => sessionsByConferenceIds(tx, ids)),
    );
    return (await loader.load(conferenceId)) ?? [];
  }

  async historyOf(context: RequestContext, actor: Actor, conferenceId: string): Promise<readonly HistoryEntry[]> {
    const { kind } = conferenceLifecycle.record;
    const loader = loaderOf(context, HISTORY, (ids) => this.database.read(actor, (tx) => listHistory(tx, kind, ids)));
    return (await loader.load(conferenceId)) ?? [];
  }

  /** Asks once per request which conference is current, and answers every conference by it. */
  async isCurrent(context: RequestContext, actor: Actor, conferenceId: string): Promise<boolean> {
    const loader = loaderOf(context, CURRENT, async (ids) => {
      const current = await this.database.read(actor, (tx) => this.conferences.currentConference(tx, this.clock.now()));
      return new Map(ids.map((id) => [id, id === current?.id]));
    });
    return (await loader.load(conferenceId)) ?? false;
  }
}
