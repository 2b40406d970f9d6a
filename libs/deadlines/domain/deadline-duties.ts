import type { DeadlineKind, Role } from '#glossary';

const registering: readonly DeadlineKind[] = ['COMMITTEE_REGISTRATION', 'DIRECT_REGISTRATION'];

const byRole: Readonly<Record<Role, readonly DeadlineKind[]>> = {
  SECRETARIAT: ['AGENDA_DRAFT', 'FINAL_PAPERS'],
  CHAIR: ['AGENDA_DRAFT', 'PRE_CONFERENCE'],
  PARTY_COORDINATOR: [...registering, 'PRE_CONFERENCE', 'RELEASE_OBJECTION', 'WRITTEN_PROCEDURE', 'MINUTES_OBJECTION'],
  PARTY_EXPERT: registering,
  COMMITTEE_CHAIR: ['COMMITTEE_REGISTRATION', 'COMMITTEE_SESSIONS', 'FINAL_PAPERS'],
  COMMITTEE_SECRETARY: ['COMMITTEE_REGISTRATION', 'COMMITTEE_SESSIONS', 'FINAL_PAPERS'],
  COMMITTEE_MEMBER: ['COMMITTEE_SESSIONS'],
  GUEST: [],
  READER: [],
  ADMIN: [],
};

/** Whose part it is: those who are told when the deadline is moved. */
export function rolesWith(kind: DeadlineKind): readonly Role[] {
  return (Object.keys(byRole) as Role[]).filter((role) => byRole[role].includes(kind));
}
