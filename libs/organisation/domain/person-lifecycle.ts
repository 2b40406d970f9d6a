import { capacityNames, type Capacity } from '#glossary';
import type { DecisionContext, Lifecycle, Refusal } from '#platform/lifecycle';

export const personStateNames = { KNOWN: 'Erfasst' } as const;
export type PersonState = keyof typeof personStateNames;

export interface PersonEntry {
  readonly state: PersonState | 'NEW';
}

export interface PersonContext extends DecisionContext<Capacity> {
  /** What is wrong with name and mail address. */
  readonly problems: readonly Refusal[];
  readonly isMailTaken: boolean;
}

type Rule = (entry: PersonEntry, context: PersonContext) => Refusal | readonly Refusal[] | null;

export const nameAndMailFit: Rule = (_entry, { problems }) => problems;

/** Two people behind one address could not be told apart at the sign-in. */
export const mailIsFree: Rule = (_entry, { isMailTaken }) =>
  isMailTaken
    ? { code: 'MAIL_TAKEN', message: 'Diese E-Mail-Adresse gehört schon zu einer erfassten Person.', field: 'mail' }
    : null;

/** The technical administration adds people and nothing else: who is added sees nothing until entrusted with something. */
export const personLifecycle: Lifecycle<PersonEntry, PersonState, Capacity, PersonContext> = {
  record: { kind: 'person', label: 'Person' },
  states: personStateNames,
  capacities: capacityNames,
  requirements: { nameAndMailFit, mailIsFree },
  rows: {
    addPerson: {
      from: ['NEW'],
      to: 'KNOWN',
      by: ['SECRETARIAT', 'ADMIN'],
      requires: [nameAndMailFit, mailIsFree],
      emits: 'person.added',
    },
  },
  labels: { addPerson: 'Person erfassen' },
};
