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

/** The deadlines that concern whoever holds these roles: something is expected of them until then. */
export function dutiesOf(roles: readonly Role[]): readonly DeadlineKind[] {
  return [...new Set(roles.flatMap((role) => byRole[role]))];
}

/** Whose part it is: those who are told when the deadline is moved. */
export function rolesWith(kind: DeadlineKind): readonly Role[] {
  return (Object.keys(byRole) as Role[]).filter((role) => byRole[role].includes(kind));
}
