import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, type RecordEvent } from '#platform/database';
import { refused, type ActionAvailability, type Refused } from '#platform/lifecycle';
import {
  actionsOnRule,
  decideOnRule,
  reminderRuleLifecycle,
  type ReminderRule,
  type ReminderRuleAction,
} from './domain/reminder-rule-lifecycle.js';
import { ReminderRules } from './persistence/reminder-rule.repository.js';

export interface ReminderRuleTransition {
  readonly ruleId: string;
  readonly expectedRevision: number;
  readonly action: ReminderRuleAction;
}

export type ReminderRuleAnswer = { readonly ok: true; readonly rule: ReminderRule } | Refused;

/** Begin, lock, decide, save, commit: the one way in which a rung of the reminders is switched. */
@Injectable()
export class ReminderRuleTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly rules: ReminderRules,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    { ruleId, expectedRevision, action }: ReminderRuleTransition,
  ): Promise<ReminderRuleAnswer> {
    return this.database.write(actor, async (tx): Promise<ReminderRuleAnswer> => {
      const rule = await this.rules.lockRule(tx, ruleId);
      if (rule === null) return unknownRule;
      if (rule.revision !== expectedRevision) return changedMeanwhile(rule);
      const context = this.contextOf(actor);
      const verdict = decideOnRule(rule, action, context);
      if (!verdict.ok) return verdict;
      const next = { ...rule, state: verdict.to, revision: rule.revision + 1 };
      const { kind, rung } = rule;
      const event: RecordEvent = {
        type: verdict.emits,
        recordKind: reminderRuleLifecycle.record.kind,
        recordId: ruleId,
        actorName: actor.name,
        capacity: verdict.capacity,
        reason: null,
        occurredAt: context.now,
        data: { kind, rung },
      };
      await this.rules.save(tx, next, [event]);
      return { ok: true, rule: next };
    });
  }

  actionsOn(actor: Actor, rule: ReminderRule): readonly ActionAvailability[] {
    return actionsOnRule(rule, this.contextOf(actor));
  }

  private contextOf(actor: Actor): Parameters<typeof decideOnRule>[2] {
    return { now: this.clock.now(), capacities: capacitiesOn(actor, WHOLE_CONFERENCE) };
  }
}

const unknownRule = refused({ code: 'NOT_FOUND', message: 'Diese Erinnerungsstufe gibt es nicht.', field: 'ruleId' });

function changedMeanwhile({ revision }: ReminderRule): Refused {
  const message = 'Die Erinnerungsstufe wurde inzwischen geändert. Bitte laden Sie die Seite neu.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
