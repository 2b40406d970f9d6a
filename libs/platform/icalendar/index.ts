export { writeCalendar, type CalendarEntry } from './calendar-file.js';
