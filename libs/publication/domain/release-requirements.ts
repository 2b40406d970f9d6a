import type { Requirement } from '#platform/lifecycle';
import { isClassified, type ReleaseContext, type ReleaseEntry } from './release.js';

type ReleaseRequirement = Requirement<ReleaseEntry, ReleaseContext>;

export const isNotClassified: ReleaseRequirement = (release) =>
  isClassified(release) ? { code: 'CLASSIFIED', message: 'Eingestufte Unterlagen werden nie freigegeben.' } : null;

/** Published by default; where its originator did not want that, the originator has to agree. */
export const isWished: ReleaseRequirement = ({ releaseWish }) =>
  releaseWish
    ? null
    : { code: 'RELEASE_NOT_WISHED', message: 'Die anmeldende Stelle hat die Freigabe nicht gewünscht.' };

export const isNotWishedYet: ReleaseRequirement = ({ releaseWish }) =>
  releaseWish ? { code: 'RELEASE_WISHED_ALREADY', message: 'Die Freigabe ist bereits gewünscht.' } : null;

export const objectionPeriodIsOver: ReleaseRequirement = ({ objectionsUntil }, { now }) =>
  now.getTime() >= objectionsUntil.getTime()
    ? null
    : {
        code: 'OBJECTIONS_STILL_POSSIBLE',
        message: 'Die Frist für Widersprüche läuft noch.',
        details: { deadline: objectionsUntil.toISOString() },
      };

export const hasStandingObjection: ReleaseRequirement = (_release, context) =>
  context.hasStandingObjection ? null : { code: 'NO_OBJECTION', message: 'Es liegt kein Widerspruch vor.' };

export const hasNoStandingObjection: ReleaseRequirement = (_release, context) =>
  context.hasStandingObjection ? { code: 'OBJECTION_STANDS', message: 'Es liegt ein Widerspruch vor.' } : null;

/** Four eyes: nobody publishes what the same person prepared (domain.md §2). */
export const isApprovedByAnotherPerson: ReleaseRequirement = (_release, { input }) => {
  const approval = input?.approval;
  if (approval !== undefined && approval.preparedBy !== approval.approvedBy) return null;
  return {
    code: 'NEEDS_APPROVED_PUBLICATION',
    message:
      'Veröffentlicht wird nur mit einer vorbereiteten und von einer anderen Person genehmigten Veröffentlichung.',
  };
};

export const givesReason: ReleaseRequirement = (_release, { input }) =>
  input === null || (input.reason ?? '').trim() !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' };
