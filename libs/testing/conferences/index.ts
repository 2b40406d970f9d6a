export { aConference, aProfile } from './conference-builder.js';
