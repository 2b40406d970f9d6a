import { roleNames } from '#glossary';
import { labelOfAssignment } from '#organisation';
import type { DemoIdentity } from '../identity/index.js';
import type { DemoPerson } from './people.js';

/** How the sign-in page shows a person of the demo. */
export function identityOf({ mail, name, assignments }: DemoPerson): DemoIdentity {
  const [first] = assignments;
  return {
    subject: mail,
    mail,
    name,
    group: first === undefined ? 'Ohne Aufgabe' : roleNames[first.role],
    office: assignments.map(labelOfAssignment).join(', '),
  };
}
