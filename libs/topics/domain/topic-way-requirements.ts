import type { Refusal, Requirement } from '#platform/lifecycle';
import type { TopicContext, TopicEntry } from './topic.js';

/** Conditions on the way between conferences, into a written procedure, and into another topic. */
type TopicRequirement = Requirement<TopicEntry, TopicContext>;

const conferenceUnknown: Refusal = {
  code: 'CONFERENCE_UNKNOWN',
  field: 'targetConferenceId',
  message: 'Bitte wählen Sie eine geplante Konferenz.',
};

/** Postponing is always to a conference that comes after the present one and is not over. */
export const namesLaterConference: TopicRequirement = (_topic, context) => {
  const { input, conferenceStartsOn, targetConference: target = null } = context;
  if (input === null) return null;
  if (target === null) return conferenceUnknown;
  return target.startsOn > conferenceStartsOn && !target.isOver
    ? null
    : {
        code: 'CONFERENCE_NOT_LATER',
        field: 'targetConferenceId',
        message: 'Ein Thema wird auf eine spätere, noch nicht beendete Konferenz vertagt.',
      };
};

/** Without a conference named the topic goes back to the one it came from. */
export const namesConferenceAhead: TopicRequirement = (_topic, { targetConference }) => {
  if (targetConference === undefined) return null;
  if (targetConference === null) return conferenceUnknown;
  return targetConference.isOver
    ? {
        code: 'CONFERENCE_OVER',
        field: 'targetConferenceId',
        message: 'Diese Konferenz ist bereits beendet.',
      }
    : null;
};

/** Nothing is registered for a conference that does not take place. */
export const conferenceTakesPlace: TopicRequirement = (_topic, { conferenceIsCancelled = false }) =>
  conferenceIsCancelled
    ? { code: 'CONFERENCE_CANCELLED', field: 'conferenceId', message: 'Diese Konferenz ist abgesagt.' }
    : null;

/** A written procedure votes on a text: without one there is nothing to freeze. */
export const hasTextToFreeze: TopicRequirement = (topic) =>
  topic.proposalVersionId !== null
    ? null
    : {
        code: 'PROPOSAL_MISSING',
        message: 'Es gibt noch keinen Beschlussvorschlag, über den abgestimmt werden könnte.',
      };

/** Both registrants have agreed to the merge; the agreement is a record of its own. */
export const hasConsentToMerge: TopicRequirement = (_topic, { input }) =>
  input?.merge?.isConsented === true
    ? null
    : {
        code: 'MERGE_NOT_CONSENTED',
        message: 'Themen werden zusammengeführt, sobald beide anmeldenden Stellen zugestimmt haben.',
      };
