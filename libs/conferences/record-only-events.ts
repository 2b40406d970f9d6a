import { eventLabels } from '#platform/lifecycle';
import { conferenceLifecycle } from './domain/conference-lifecycle.js';
import { conferenceProfileLifecycle } from './domain/conference-profile-lifecycle.js';
import { participantLifecycle } from './domain/participant-lifecycle.js';
import { sessionLifecycle } from './domain/session-lifecycle.js';

/** Events that the history keeps and no job waits for. */
export const conferenceRecordOnlyEvents: readonly string[] = [
  'conferenceProfile.created',
  'conferenceProfile.edited',
  'conference.planned',
  'conference.imported',
  'conference.edited',
  'conference.rechaired',
  'session.planned',
  'session.opened',
  'session.representativeNamed',
  'participant.announced',
  'participant.attendanceRecorded',
  'participant.withdrawn',
  'session.minutesDrafted',
  'session.minutesAgreed',
];

/** Every event that a profile, a conference or a session can emit. */
export const conferenceEvents: readonly string[] = [
  ...eventLabels(conferenceProfileLifecycle).keys(),
  ...eventLabels(conferenceLifecycle).keys(),
  ...eventLabels(sessionLifecycle).keys(),
  ...eventLabels(participantLifecycle).keys(),
];
