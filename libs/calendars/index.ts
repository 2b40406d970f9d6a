import { eventLabels } from '#platform/lifecycle';
import { calendarFeedLifecycle } from './domain/calendar-feed-lifecycle.js';

export { CALENDAR_PATH } from './calendar-feed-transition.handler.js';
export * from './calendars.module.js';
export { calendarFeedLifecycle } from './domain/calendar-feed-lifecycle.js';
export * from './persistence/entities.js';

/** Every event that a subscription can emit; nobody but its person has to know. */
export const calendarEvents: readonly string[] = [...eventLabels(calendarFeedLifecycle).keys()];
export const calendarRecordOnlyEvents: readonly string[] = [...calendarEvents];
