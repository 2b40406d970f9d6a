import { Injectable } from '@nestjs/common';
import type { BodyCode } from '#glossary';
import type { Actor } from '#organisation';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import { loadAsActor, orNotFound, type Batch, type RequestContext } from '#platform/graphql';
import type { ActionAvailability } from '#platform/lifecycle';
import type { Conference } from './domain/conference.js';
import { announcingOf } from './domain/participant-lifecycle.js';
import { actionsOnSession, planningOf } from './domain/session-decision.js';
import { sessionLifecycle } from './domain/session-lifecycle.js';
import type { SessionInvitation } from './domain/session.js';
import { conferencesByIds, invitationsBySessionIds } from './persistence/conference.loader.js';
import { Sessions } from './persistence/session.repository.js';
import { SessionTransitionHandler } from './session-transition.handler.js';
import type { SessionType } from './session.graphql.js';

const CONFERENCES = Symbol('conferences of sessions');
const INVITATIONS = Symbol('invitations to sessions');
const HISTORY = Symbol('history of sessions');
const PARENTS = Symbol('committees above sub-bodies');

/** What the fields of all sessions of one request need, in one statement each. */
@Injectable()
export class SessionFieldsLoader {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly transition: SessionTransitionHandler,
  ) {}

  async conferenceOf(context: RequestContext, conferenceId: string): Promise<Conference> {
    return orNotFound(await this.load(context, CONFERENCES, conferenceId, conferencesByIds));
  }

  async invitationsOf(context: RequestContext, sessionId: string): Promise<readonly SessionInvitation[]> {
    return (await this.load(context, INVITATIONS, sessionId, invitationsBySessionIds)) ?? [];
  }

  async historyOf(context: RequestContext, sessionId: string): Promise<readonly HistoryEntry[]> {
    const { kind } = sessionLifecycle.record;
    return (await this.load(context, HISTORY, sessionId, (tx, ids) => listHistory(tx, kind, ids))) ?? [];
  }

  async actionsOn(context: RequestContext, session: SessionType): Promise<readonly ActionAvailability[]> {
    const conference = await this.conferenceOf(context, session.conferenceId);
    const { bodyCodes: bodies, ...known } = session;
    const record = { ...known, bodies, body: session.body.code };
    const asking = this.transition.contextOf(actorOf(context), bodies, await this.parents(context));
    const announcing = announcingOf(record, { ...asking, announced: null, attendance: null, others: [] });
    return [...actionsOnSession(record, conference, asking), announcing];
  }

  /** Officers of a committee may plan its sessions: whoever holds such an office is asked as one of that committee. */
  async planningOf(context: RequestContext, conference: Conference): Promise<ActionAvailability> {
    const actor = actorOf(context);
    const bodies = actor.assignments.flatMap(({ body }) => (body === null ? [] : [body]));
    const parents = await this.parents(context);
    const answers = [[], ...bodies.map((body) => [body])].map((lead) =>
      planningOf(conference, this.transition.contextOf(actor, lead, parents)),
    );
    const [first] = answers;
    const answer = answers.find(({ available }) => available) ?? first;
    if (answer === undefined) throw new Error('There is always an answer without a body');
    return answer;
  }

  private async parents(context: RequestContext): Promise<ReadonlyMap<BodyCode, BodyCode>> {
    const all = await this.load(context, PARENTS, 'all', async (tx, keys) => {
      const parents = await this.sessions.listParents(tx);
      return new Map(keys.map((key) => [key, parents]));
    });
    return all ?? new Map();
  }

  private async load<Value>(
    context: RequestContext,
    symbol: symbol,
    key: string,
    batch: Batch<Value>,
  ): Promise<Value | null> {
    return loadAsActor(this.database, context, { key: symbol, id: key, batch });
  }
}

function actorOf({ actor }: RequestContext): Actor {
  return actor as Actor;
}
