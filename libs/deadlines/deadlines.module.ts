import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OrganisationModule } from '#organisation';
import { DeadlineKeepers } from './deadline-keepers.js';
import { DeadlineTransitionHandler } from './deadline-transition.handler.js';
import { DeadlineFieldsResolver } from './features/list-deadlines/deadline-fields.resolver.js';
import { DeadlineListQuery } from './features/list-deadlines/deadline-list.query.js';
import { ListDeadlinesResolver } from './features/list-deadlines/list-deadlines.resolver.js';
import { ReminderRulesResolver } from './features/list-reminder-rules/reminder-rules.resolver.js';
import { RemindersOfDeadlineResolver } from './features/list-reminders/reminders-of-deadline.resolver.js';
import { MoveDeadlineResolver } from './features/move-deadline/move-deadline.resolver.js';
import { PassDeadlinesJob } from './features/pass-deadlines/pass-deadlines.job.js';
import { RemindOfDeadlinesJob } from './features/remind-of-deadlines/remind-of-deadlines.job.js';
import { SwitchReminderOffResolver } from './features/switch-reminder-off/switch-reminder-off.resolver.js';
import { SwitchReminderOnResolver } from './features/switch-reminder-on/switch-reminder-on.resolver.js';
import { PassDeadlineHandler } from './pass-deadline.handler.js';
import { Deadlines } from './persistence/deadline.repository.js';
import { ReminderRules } from './persistence/reminder-rule.repository.js';
import { Reminders } from './persistence/reminder.repository.js';
import { ReminderRuleTransitionHandler } from './reminder-rule-transition.handler.js';

/** Until when something has to be done: rows on a timeline, moved by the chair, let pass by the system. */
@Module({
  imports: [DiscoveryModule, OrganisationModule],
  providers: [
    DeadlineFieldsResolver,
    DeadlineKeepers,
    DeadlineListQuery,
    DeadlineTransitionHandler,
    Deadlines,
    ListDeadlinesResolver,
    MoveDeadlineResolver,
    PassDeadlineHandler,
    PassDeadlinesJob,
    ReminderRules,
    ReminderRulesResolver,
    ReminderRuleTransitionHandler,
    Reminders,
    RemindersOfDeadlineResolver,
    RemindOfDeadlinesJob,
    SwitchReminderOffResolver,
    SwitchReminderOnResolver,
  ],
  exports: [DeadlineKeepers, DeadlineListQuery, Deadlines, Reminders],
})
export class DeadlinesModule {}
