import type { TopicState } from '#glossary';
import type { Requirement } from '#platform/lifecycle';
import { consentOf, type MergeContext, type TopicMergeEntry } from './merge.js';

type MergeRequirement = Requirement<TopicMergeEntry, MergeContext>;

const mergeable: readonly TopicState[] = ['SUBMITTED', 'ACCEPTED', 'IN_COMMITTEE', 'IN_PRE_CONFERENCE'];

export const joinsTwoTopics: MergeRequirement = (_merge, { topic, survivor }) => {
  const field = 'survivorId';
  if (topic.id === survivor.id) {
    return { code: 'SAME_TOPIC', field, message: 'Ein Thema kann nicht mit sich selbst zusammengeführt werden.' };
  }
  return topic.conferenceId === survivor.conferenceId
    ? null
    : { code: 'OTHER_CONFERENCE', field, message: 'Beide Themen müssen für dieselbe Konferenz angemeldet sein.' };
};

export const bothAreOnTheirWay: MergeRequirement = (_merge, { topic, survivor }) =>
  [topic, survivor].every(({ state, openBallotId }) => mergeable.includes(state) && openBallotId === null)
    ? null
    : {
        code: 'NOT_MERGEABLE',
        field: 'survivorId',
        message: 'Zusammengeführt werden nur Themen, die angemeldet und noch nicht in der Hauptkonferenz sind.',
      };

export const bothCanBeRead: MergeRequirement = (_merge, { isReadableByBoth }) =>
  isReadableByBoth
    ? null
    : {
        code: 'NOT_READABLE_BY_BOTH',
        message: 'Eine der anmeldenden Stellen kann das andere Thema noch nicht lesen. Bitte nehmen Sie es zuerst an.',
      };

export const isTheOnlyProposal: MergeRequirement = (_merge, { hasOpenMerge }) =>
  hasOpenMerge
    ? {
        code: 'MERGE_ALREADY_PROPOSED',
        message: 'Für eines der Themen ist bereits eine Zusammenführung vorgeschlagen.',
      }
    : null;

export const givesMergeReason: MergeRequirement = (_merge, { input }) =>
  input === null || (input.reason?.trim() ?? '') !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' };

export const hasConsentToGive: MergeRequirement = (merge, { sides }) =>
  sides.some((side) => consentOf(merge, side) === null)
    ? null
    : { code: 'ALREADY_CONSENTED', message: 'Ihre Stelle hat bereits zugestimmt.' };

export const hasBothConsents: MergeRequirement = (merge) =>
  merge.topicConsentedAt !== null && merge.survivorConsentedAt !== null
    ? null
    : { code: 'CONSENT_MISSING', message: 'Es fehlt noch die Zustimmung einer anmeldenden Stelle.' };
