import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import { reminderRuleLifecycle, type ReminderRule } from '../../domain/reminder-rule-lifecycle.js';
import { ReminderRules } from '../../persistence/reminder-rule.repository.js';
import { inOrderOfTheLadder, ReminderRuleType, toReminderRuleType } from '../../reminder-rule.graphql.js';
import { ReminderRuleTransitionHandler } from '../../reminder-rule-transition.handler.js';

const HISTORY = Symbol('history of reminder rules');
const labels = eventLabels(reminderRuleLifecycle);

/** A closed set: as many as there are kinds of deadlines and rungs. */
@Resolver(() => ReminderRuleType)
export class ReminderRulesResolver {
  constructor(
    private readonly database: Database,
    private readonly rules: ReminderRules,
    private readonly transition: ReminderRuleTransitionHandler,
  ) {}

  @Query(() => [ReminderRuleType], { description: 'When people are reminded, by kind of deadline and rung.' })
  async reminderRules(@CurrentActor() actor: Actor): Promise<readonly ReminderRuleType[]> {
    const rules = await this.database.read(actor, (tx) => this.rules.listRules(tx));
    return inOrderOfTheLadder(rules).map(toReminderRuleType);
  }

  @ResolveField(() => [AvailableActionType], { description: 'What the viewer may do now; for the rest, why not.' })
  availableActions(
    @Parent() rule: ReminderRuleType & ReminderRule,
    @CurrentActor() actor: Actor,
  ): readonly ActionAvailability[] {
    return this.transition.actionsOn(actor, rule);
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: ReminderRuleType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const batch: Batch<readonly HistoryEntry[]> = (tx, ids) => listHistory(tx, reminderRuleLifecycle.record.kind, ids);
    const entries = await loadAsActor(this.database, context, { key: HISTORY, id, batch });
    return (entries ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }
}
