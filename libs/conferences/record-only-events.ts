/** Events that the history keeps and no job waits for. */
export const conferenceRecordOnlyEvents: readonly string[] = [
  'conference.planned',
  'conference.imported',
  'session.planned',
];
