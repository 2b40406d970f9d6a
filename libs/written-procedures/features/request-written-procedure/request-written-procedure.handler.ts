import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId, type Tx } from '#platform/database';
import { TopicRepository, unknownTopic } from '#topics';
import { decide } from '../../domain/written-procedure-decision.js';
import { contextFor, procedureTopicOf, type ProcedureAnswer } from '../../persistence/held-procedures.js';
import { ProcedureTerms } from '../../persistence/procedure-terms.js';
import { WrittenProcedures } from '../../persistence/written-procedure.repository.js';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import { isUnfinished, newProcedure } from '../../written-request.js';

export interface RequestWrittenProcedure {
  readonly topicId: string;
  readonly reason: string;
}

/** Asks that a text be voted on in writing. The chair opens the procedure. */
@Injectable()
export class RequestWrittenProcedureHandler {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly procedures: WrittenProcedures,
    private readonly terms: ProcedureTerms,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: RequestWrittenProcedure): Promise<ProcedureAnswer> {
    return this.database.write(actor, (tx) => this.requestInTx(tx, actor, input));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async requestInTx(tx: Tx, actor: Actor, { topicId, reason }: RequestWrittenProcedure): Promise<ProcedureAnswer> {
    const topic = await this.topics.lockTopic(tx, topicId);
    if (topic === null) return unknownTopic;
    const now = this.clock.now();
    const others = (await this.procedures.proceduresByTopics(tx, [topicId])).get(topicId) ?? [];
    const context = {
      ...contextFor(actor, { topic, now, input: { reason } }),
      topic: procedureTopicOf(topic, others.some(isUnfinished)),
    };
    const isForParty = !context.capacities.has('SECRETARIAT') && !context.capacities.has('CHAIR');
    const requestedBy = isForParty ? (context.ownParties[0] ?? null) : null;
    const decision = decide(newProcedure(newId(), topic, requestedBy), 'requestWrittenProcedure', context);
    if (!decision.ok) return decision;
    const profileCode = await this.terms.profileCodeOf(tx, topic.conferenceId);
    const procedure: StoredProcedure = { ...decision.procedure, profileCode, requestedAt: now };
    await this.procedures.save(tx, actor, { procedure, events: decision.events }, { topic, now });
    return { ok: true, procedure };
  }
}
