export { aConferenceStage, type ConferenceStage } from './conference-stage.js';
