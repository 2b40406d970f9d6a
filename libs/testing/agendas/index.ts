export { anAdoptedResolution, type AdoptedResolution } from './adopted-resolution.js';
export { aBallotStage, type BallotStage } from './ballot-stage.js';
export { sweeping, type SweepingStage } from './sweeping-stage.js';
export { listening, type ListeningStage } from './listening-stage.js';
