export { anArrangedObjection, anArrangedRelease, type ArrangedRelease } from './arranged-release.js';
export { aReleaseStage, type ReleaseStage } from './release-stage.js';
