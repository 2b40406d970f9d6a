/** Events of this library that nobody is told of. */
export const organisationRecordOnlyEvents = [
  'person.added',
  'person.assigned',
  'body.setUp',
  'body.renamed',
  'body.membershipChanged',
  'body.dissolved',
  'chairTerm.proposed',
  'chairTerm.confirmed',
  'chairTerm.swapped',
  'chairTerm.shortened',
  'assignment.granted',
  'assignment.deputyAppointed',
  'assignment.handedOver',
  'assignment.ended',
] as const;
