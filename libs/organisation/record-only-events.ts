/** Events of this library that nobody is told of. */
export const organisationRecordOnlyEvents = [
  'person.added',
  'person.assigned',
  'body.setUp',
  'body.renamed',
  'body.membershipChanged',
  'body.dissolved',
  'assignment.ended',
] as const;
