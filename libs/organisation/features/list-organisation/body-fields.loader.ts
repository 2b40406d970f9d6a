import { Injectable } from '@nestjs/common';
import type { BodyCode } from '#glossary';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import { loaderOf, orNotFound, type RequestContext } from '#platform/graphql';
import { availableActions, type ActionAvailability } from '#platform/lifecycle';
import { BodyTransitionHandler } from '../../body-transition.handler.js';
import type { Actor } from '../../domain/actor.js';
import { entryOfBody } from '../../domain/body-decision.js';
import { bodyLifecycle } from '../../domain/body-lifecycle.js';
import type { BodyRecord } from '../../domain/body-record.js';
import { Bodies } from '../../persistence/body.repository.js';

const BODIES = Symbol('bodies');
const ALL = Symbol('all bodies');
const HISTORY = Symbol('history of bodies');

/** What the fields of all bodies of one request need, in one statement. */
@Injectable()
export class BodyFieldsLoader {
  constructor(
    private readonly database: Database,
    private readonly bodies: Bodies,
    private readonly transition: BodyTransitionHandler,
  ) {}

  async bodyOf(context: RequestContext, actor: Actor, code: BodyCode): Promise<BodyRecord> {
    const loader = loaderOf(context, BODIES, async () => {
      const all = await this.allBodies(context, actor);
      return new Map<string, BodyRecord>(all.map((body) => [body.code, body]));
    });
    return orNotFound(await loader.load(code));
  }

  async actionsOn(context: RequestContext, actor: Actor, code: BodyCode): Promise<readonly ActionAvailability[]> {
    const all = await this.allBodies(context, actor);
    const body = await this.bodyOf(context, actor, code);
    return availableActions(bodyLifecycle, entryOfBody(body), this.transition.contextOf(actor, body, all, null));
  }

  async historyOf(context: RequestContext, actor: Actor, id: string): Promise<readonly HistoryEntry[]> {
    const loader = loaderOf(context, HISTORY, (ids) => this.database.read(actor, (tx) => listHistory(tx, 'body', ids)));
    return (await loader.load(id)) ?? [];
  }

  private async allBodies(context: RequestContext, actor: Actor): Promise<readonly BodyRecord[]> {
    const loader = loaderOf(context, ALL, async () => {
      return new Map([['all', await this.database.read(actor, (tx) => this.bodies.listBodies(tx))]]);
    });
    return (await loader.load('all')) ?? [];
  }
}
