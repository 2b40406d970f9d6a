import { ALL_PARTIES_AUDIENCE, OFFICE_AUDIENCE } from '#organisation';
import { SYSTEM_AUDIENCE } from '#platform/database';
import type { ReleaseAudienceCodes } from '../domain/release-audience.js';

export const releaseAudienceCodes: ReleaseAudienceCodes = {
  system: SYSTEM_AUDIENCE,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  parties: ALL_PARTIES_AUDIENCE,
};
