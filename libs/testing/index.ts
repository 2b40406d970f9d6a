export { aConferenceStage, type ConferenceStage } from './agendas/conference-stage.js';
export * from './database/index.js';
export * from './organisation/index.js';
export * from './redis/index.js';
export * from './topics/index.js';
