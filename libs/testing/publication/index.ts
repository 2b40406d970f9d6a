export {
  anArrangedObjection,
  anArrangedPublication,
  anArrangedPublicResolution,
  anArrangedRelease,
} from './arranged-release.js';
export { aReleaseStage, type ReleaseStage } from './release-stage.js';
export { aPublishingStage, type PublishingStage } from './publishing-stage.js';
