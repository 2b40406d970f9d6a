/** Events that the history keeps and no job waits for. */
export const conferenceRecordOnlyEvents: readonly string[] = [
  'conferenceProfile.created',
  'conferenceProfile.edited',
  'conference.planned',
  'conference.imported',
  'session.planned',
];
