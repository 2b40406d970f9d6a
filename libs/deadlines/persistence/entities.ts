import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { DeadlineEntity } from './deadline.entity.js';
import { ReminderRuleEntity } from './reminder-rule.entity.js';
import { ReminderEntity, ReminderRunEntity } from './reminder.entity.js';

export const deadlineEntities: EntityTarget<ObjectLiteral>[] = [
  DeadlineEntity,
  ReminderRuleEntity,
  ReminderEntity,
  ReminderRunEntity,
];
