import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { CalendarFeedEntity } from './calendar-feed.entity.js';

export const calendarEntities: EntityTarget<ObjectLiteral>[] = [CalendarFeedEntity];
