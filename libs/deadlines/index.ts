export * from './domain/calendar.js';
export * from './domain/working-days.js';
export * from './holidays.js';
