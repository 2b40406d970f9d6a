export { aConference, aProfile } from './conference-builder.js';
export { aSessionStage, type SessionStage } from './session-stage.js';
