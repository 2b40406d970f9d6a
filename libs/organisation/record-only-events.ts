/** Events of this library that nobody is told of. */
export const organisationRecordOnlyEvents = ['person.added', 'person.assigned'] as const;
