import { capacityNames, type Capacity, type Role } from '#glossary';
import { labelOfAssignment } from './acting-person.js';
import { isSubBodyCode } from './bodies.js';

const roles: Readonly<Partial<Record<Capacity, Role>>> = {
  COMMITTEE_CHAIR: 'COMMITTEE_CHAIR',
  REGISTRANT_COMMITTEE_CHAIR: 'COMMITTEE_CHAIR',
  INVOLVED_COMMITTEE_CHAIR: 'COMMITTEE_CHAIR',
  COMMITTEE_SECRETARY: 'COMMITTEE_SECRETARY',
  REGISTRANT_COMMITTEE_SECRETARY: 'COMMITTEE_SECRETARY',
  COMMITTEE_MEMBER: 'COMMITTEE_MEMBER',
  GUEST: 'GUEST',
};

/** "Vorsitz UA FEK" where a sub-body gives the capacity; otherwise what the capacity is called in general. */
export function labelOfCapacity(capacity: Capacity, body: string | null): string {
  const role = roles[capacity];
  if (role === undefined || body === null || !isSubBodyCode(body)) return capacityNames[capacity];
  return labelOfAssignment({ role, party: null, body });
}
