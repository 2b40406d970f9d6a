import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AssignmentEntity } from './assignment.entity.js';
import { BodyNameEntity } from './body-name.entity.js';
import { BodyEntity } from './body.entity.js';
import { ChairTermEntity } from './chair-term.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { OfficeHeadEntity } from './office-head.entity.js';
import { PartyEntity } from './party.entity.js';
import { PersonIdentityEntity } from './person-identity.entity.js';
import { PersonEntity } from './person.entity.js';

export const organisationEntities: EntityTarget<ObjectLiteral>[] = [
  PartyEntity,
  BodyEntity,
  BodyNameEntity,
  MembershipEntity,
  PersonEntity,
  PersonIdentityEntity,
  AssignmentEntity,
  ChairTermEntity,
  OfficeHeadEntity,
];
