import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { DeadlineEntity } from './deadline.entity.js';

export const deadlineEntities: EntityTarget<ObjectLiteral>[] = [DeadlineEntity];
