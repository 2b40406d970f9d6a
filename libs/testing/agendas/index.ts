export { aBallotStage, type BallotStage } from './ballot-stage.js';
export { aConferenceStage, type ConferenceStage } from './conference-stage.js';
export { listening, type ListeningStage } from './listening-stage.js';
