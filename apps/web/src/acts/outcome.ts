import { outcomeNames } from '#glossary';
import type { Outcome } from '../generated/graphql.js';
import { type ActField, type ActValues, oneOf, textOf } from './act.js';

/** The server says which outcomes the votes allow; without a ballot it decides when it is asked. */
export function outcomeFields(allowed: readonly Outcome[], proposed: Outcome | null): readonly ActField[] {
  const codes = allowed.length > 0 ? allowed : (Object.keys(outcomeNames) as Outcome[]);
  const choices = codes.map((value) => ({ value, label: outcomeNames[value] }));
  return [
    {
      name: 'outcome',
      label: 'Ergebnis',
      kind: 'one',
      choices,
      ...(proposed === null ? {} : { hint: `Nach den Stimmen: ${outcomeNames[proposed]}` }),
    },
    { name: 'reason', label: 'Begründung', kind: 'text', optional: true },
  ];
}

export function outcomeInput(values: ActValues) {
  const given = textOf(values, 'reason');
  return { outcome: oneOf<Outcome>(values, 'outcome'), ...(given === '' ? {} : { reason: given }) };
}
