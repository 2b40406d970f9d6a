import type { PublicationReport } from './publication-report.js';
import type { Publication } from './publication.js';

/** A publication before its first decision; who prepares it is added then. */
export function newPublication(id: string, conferenceId: string, report: PublicationReport): Publication {
  return {
    id,
    conferenceId,
    state: 'NEW',
    report,
    preparedBy: '',
    preparedByName: '',
    preparedAt: new Date(0),
    approvedBy: null,
    approvedByName: null,
    approvedAt: null,
    revision: 0,
  };
}
