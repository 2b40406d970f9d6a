import type { Requirement } from '#platform/lifecycle';
import { saysTheSame } from './publication-report.js';
import type { Publication, PublicationContext } from './publication.js';

type PublicationRequirement = Requirement<Publication, PublicationContext>;

export const hasSomethingToPublish: PublicationRequirement = (_publication, { reportNow }) =>
  reportNow === null || reportNow.becomesPublic.length > 0
    ? null
    : { code: 'NOTHING_TO_PUBLISH', message: 'Zurzeit ist nichts freigegeben, was noch nicht öffentlich ist.' };

export const isTheOnlyOnePrepared: PublicationRequirement = (_publication, { isAnotherPrepared }) =>
  isAnotherPrepared
    ? {
        code: 'ALREADY_PREPARED',
        message: 'Es ist bereits eine Veröffentlichung vorbereitet, die auf Genehmigung wartet.',
      }
    : null;

/** Four eyes: whoever prepared it cannot approve it, in whatever capacity. */
export const isAnotherPerson: PublicationRequirement = ({ preparedBy }, { person }) =>
  person !== null && person.id !== preparedBy
    ? null
    : { code: 'SAME_PERSON', message: 'Genehmigen muss eine andere Person als die, die vorbereitet hat.' };

/** What was read is what becomes public. */
export const reportIsStillTrue: PublicationRequirement = ({ report }, { reportNow }) =>
  reportNow === null || saysTheSame(report, reportNow)
    ? null
    : {
        code: 'REPORT_OUTDATED',
        message: 'Seit der Vorbereitung hat sich etwas geändert. Bitte verwerfen Sie sie und bereiten Sie neu vor.',
      };

export const givesReason: PublicationRequirement = (_publication, { input }) =>
  input === null || (input.reason ?? '').trim() !== ''
    ? null
    : { code: 'REASON_REQUIRED', field: 'reason', message: 'Bitte geben Sie einen Grund an.' };
