import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { toHistoryEntryType, type Actor } from '#organisation';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  loadAsActor,
  type Batch,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { DeadLetterTransitionHandler } from '../../dead-letter-transition.handler.js';
import { DeadLetterType } from '../../dead-letter.graphql.js';
import { actionsOn, deadLetterLifecycle } from '../../domain/dead-letter-lifecycle.js';

const HISTORY = Symbol('history of dead letters');
const labels = eventLabels(deadLetterLifecycle);

/** The fields of a given-up job that a rule or another table answers. */
@Resolver(() => DeadLetterType)
export class DeadLetterFieldsResolver {
  constructor(
    private readonly database: Database,
    private readonly transition: DeadLetterTransitionHandler,
  ) {}

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  availableActions(
    @Parent() { messageId: outboxId, ...deadLetter }: DeadLetterType,
    @CurrentActor() actor: Actor,
  ): readonly ActionAvailability[] {
    return actionsOn({ ...deadLetter, outboxId }, this.transition.contextOf(actor));
  }

  @ResolveField(() => [HistoryEntryType], { description: 'Who had it run again or set it aside, when and why.' })
  async history(
    @Parent() { id }: DeadLetterType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const batch: Batch<readonly HistoryEntry[]> = (tx, ids) => listHistory(tx, 'deadLetter', ids);
    const entries = await loadAsActor(this.database, context, { key: HISTORY, id, batch });
    return (entries ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }
}
