import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, listHistory, type HistoryEntry, type ReadTx } from '#platform/database';
import { loadAsActor, type Batch, type RequestContext } from '#platform/graphql';
import { StatementPlaces, type FoundPlace, type StatementPlaceRef } from './persistence/statement-places.js';
import { Statements, type StoredStatement } from './persistence/statement.repository.js';

const BY_ID = Symbol('statements');
const OF_TOPIC = Symbol('statements of topics');
const ITEM_OF_BODY = Symbol('items of topics in bodies');
const PLACE = Symbol('places of statements');
const HISTORY = Symbol('history of statements');

/** Everything a request asks of statements in as few statements as ticks. Null is what the reader may not see. */
@Injectable()
export class StatementLoaders {
  constructor(
    private readonly database: Database,
    private readonly statements: Statements,
    private readonly places: StatementPlaces,
    private readonly clock: Clock,
  ) {}

  async statementById(context: RequestContext, id: string): Promise<StoredStatement | null> {
    return this.load(context, BY_ID, id, (tx, ids) => this.statements.statementsByIds(tx, ids));
  }

  async statementsOf(context: RequestContext, topicId: string): Promise<readonly StoredStatement[]> {
    return (
      (await this.load(context, OF_TOPIC, topicId, (tx, ids) => this.statements.statementsByTopics(tx, ids))) ?? []
    );
  }

  /** All statements of a topic are made at one place, seldom at two. */
  async placeOf(context: RequestContext, ref: StatementPlaceRef): Promise<FoundPlace | null> {
    const key = `${ref.agendaItemId ?? ''} ${ref.writtenProcedureId ?? ''}`;
    return this.load(context, PLACE, key, async (tx, keys) => {
      const found = new Map<string, FoundPlace>();
      for (const each of keys) {
        const [agendaItemId = '', writtenProcedureId = ''] = each.split(' ');
        const asked = { agendaItemId: agendaItemId || null, writtenProcedureId: writtenProcedureId || null };
        const place = await this.places.findPlace(tx, asked, this.clock.now());
        if (place !== null) found.set(each, place);
      }
      return found;
    });
  }

  /** The item under which a committee or the pre-conference deals with the topic. */
  async itemOfBody(context: RequestContext, topicId: string): Promise<string | null> {
    return this.load(context, ITEM_OF_BODY, topicId, (tx, ids) => this.places.itemsOfBodies(tx, ids));
  }

  async historyOf(context: RequestContext, statementId: string): Promise<readonly HistoryEntry[]> {
    return (await this.load(context, HISTORY, statementId, (tx, ids) => listHistory(tx, 'statement', ids))) ?? [];
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
