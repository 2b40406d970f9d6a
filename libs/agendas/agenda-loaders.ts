import { Injectable } from '@nestjs/common';
import { conferencesByIds, toConferenceType, type ConferenceType } from '#conferences';
import type { BodyCode } from '#glossary';
import { Database, type ReadTx } from '#platform/database';
import { loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import type { NumberedClause } from '#proposals';
import { TopicRepository, type Topic } from '#topics';
import type { ConferenceTopic } from './domain/agenda.js';
import { AgendaViews, type AgendaView } from './persistence/agenda-views.js';
import { listAgendaHistory, type AgendaHistoryEntry } from './persistence/agenda-history.loader.js';
import {
  Agendas,
  type AgendaItemRow,
  type AgendaRow,
  type ExplanationRow,
  type SessionDays,
} from './persistence/agenda.repository.js';
import { ClauseMemory } from './persistence/clause-memory.js';

const BY_ID = Symbol('agendas');
const BY_CONFERENCE = Symbol('agendas of conferences');
const BY_SESSION = Symbol('agendas of sessions');
const ALL = Symbol('all agendas of conferences');
const ABOVE = Symbol('bodies above those of sessions');
const DAYS = Symbol('days of sessions');
const ITEMS = Symbol('items of agendas');
const EXPLANATIONS = Symbol('explanations of missing topics');
const ITEM = Symbol('agenda items');
const ITEM_OF_TOPIC = Symbol('agenda items of topics');
const CLAUSES = Symbol('clauses of agenda items');
const TOPIC = Symbol('topics of agenda items');
const MEANT = Symbol('topics meant for conferences');
const CONFERENCE = Symbol('conferences of agendas');
const VIEW = Symbol('what was seen of agendas');
const HISTORY = Symbol('history of agendas');

/** Everything a request asks of agendas in as few statements as ticks. Null is what the reader may not see. */
@Injectable()
export class AgendaLoaders {
  constructor(
    private readonly database: Database,
    private readonly agendas: Agendas,
    private readonly topics: TopicRepository,
    private readonly clauses: ClauseMemory,
    private readonly views: AgendaViews,
  ) {}

  async agendaById(context: RequestContext, id: string): Promise<AgendaRow | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.agendas.agendasByIds(tx, ids));
  }

  async agendaOf(context: RequestContext, conferenceId: string): Promise<AgendaRow | null> {
    return this.load(context, BY_CONFERENCE, conferenceId, (tx, ids) => this.agendas.agendasByConferences(tx, ids));
  }

  async agendaOfSession(context: RequestContext, sessionId: string): Promise<AgendaRow | null> {
    return this.load(context, BY_SESSION, sessionId, (tx, ids) => this.agendas.agendasBySessions(tx, ids));
  }

  async agendasOf(context: RequestContext, conferenceId: string): Promise<readonly AgendaRow[]> {
    return (await this.load(context, ALL, conferenceId, (tx, ids) => this.agendas.allAgendasOf(tx, ids))) ?? [];
  }

  async bodiesAbove(context: RequestContext, sessionId: string): Promise<readonly BodyCode[]> {
    const batch: Batch<readonly BodyCode[]> = (tx, ids) => this.agendas.bodiesAboveSessions(tx, ids);
    return (await this.load(context, ABOVE, sessionId, batch)) ?? [];
  }

  async itemsOf(context: RequestContext, agendaId: string): Promise<readonly AgendaItemRow[]> {
    return (await this.load(context, ITEMS, agendaId, (tx, ids) => this.agendas.itemsByAgendas(tx, ids))) ?? [];
  }

  async explanationsOf(context: RequestContext, agendaId: string): Promise<readonly ExplanationRow[]> {
    const batch: Batch<readonly ExplanationRow[]> = (tx, ids) => this.agendas.explanationsByAgendas(tx, ids);
    return (await this.load(context, EXPLANATIONS, agendaId, batch)) ?? [];
  }

  async itemById(context: RequestContext, id: string): Promise<AgendaItemRow | null> {
    return this.load(context, ITEM, id, (tx, ids) => this.agendas.itemsByIds(tx, ids));
  }

  async itemOfTopic(context: RequestContext, topicId: string): Promise<AgendaItemRow | null> {
    return this.load(context, ITEM_OF_TOPIC, topicId, (tx, ids) => this.agendas.itemsByTopics(tx, ids));
  }

  async clausesOf(context: RequestContext, itemId: string): Promise<readonly NumberedClause[]> {
    return (await this.load(context, CLAUSES, itemId, (tx, ids) => this.clauses.clausesOfItems(tx, ids))) ?? [];
  }

  async topicOf(context: RequestContext, topicId: string): Promise<Topic | null> {
    return this.load(context, TOPIC, topicId, (tx, ids) => this.topics.listTopicsByIds(tx, ids));
  }

  async topicsMeantFor(context: RequestContext, conferenceId: string): Promise<readonly ConferenceTopic[]> {
    const topics = await this.load(context, MEANT, conferenceId, async (tx, ids) => {
      const found = new Map<string, readonly ConferenceTopic[]>();
      for (const id of ids) found.set(id, await this.agendas.topicsOf(tx, id));
      return found;
    });
    return topics ?? [];
  }

  async conferenceOf(context: RequestContext, { conferenceId }: AgendaRow): Promise<ConferenceType | null> {
    const found = await this.load(context, CONFERENCE, conferenceId, conferencesByIds);
    return found === null ? null : toConferenceType(found);
  }

  async daysOfSession(context: RequestContext, sessionId: string): Promise<SessionDays | null> {
    return this.load(context, DAYS, sessionId, (tx, ids) => this.agendas.daysOfSessions(tx, ids));
  }

  async historyOf(context: RequestContext, agendaId: string): Promise<readonly AgendaHistoryEntry[]> {
    return (await this.load(context, HISTORY, agendaId, listAgendaHistory)) ?? [];
  }

  /** Null when the viewer has not seen the agenda yet. */
  async viewOf(context: RequestContext, agendaId: string): Promise<AgendaView | null> {
    return this.load(context, VIEW, agendaId, (tx, ids) => this.views.viewsOf(tx, ids));
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
