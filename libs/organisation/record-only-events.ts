/** Events of this library that nobody is told of. */
export const organisationRecordOnlyEvents = [
  'person.added',
  'person.assigned',
  'body.setUp',
  'body.renamed',
  'body.membershipChanged',
  'body.dissolved',
  'assignment.granted',
  'assignment.deputyAppointed',
  'assignment.handedOver',
  'assignment.ended',
] as const;
