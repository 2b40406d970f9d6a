export { renderPdf } from './document-engine.js';
export type { JsonValue } from './document-engine.js';
export { germanDay, germanPeriod } from './text/german-days.js';
export type { IsoDay } from './text/german-days.js';
