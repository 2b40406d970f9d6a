import { outcomeConsequences, outcomeNames } from '#glossary';
import type { Outcome } from '../generated/graphql.js';
import type { Choice } from '../ui/fields.js';
import { type ActField, type ActValues, oneOf, textOf } from './act.js';

/** The outcomes the server allows, each with what follows from it; where it may be postponed to, when that is known. */
export function outcomeFields(
  allowed: readonly Outcome[],
  proposed: Outcome | null,
  conferences: readonly Choice[] = [],
): readonly ActField[] {
  const choices = allowed.map((value) => ({ value, label: outcomeNames[value], hint: outcomeConsequences[value] }));
  return [
    {
      name: 'outcome',
      label: 'Ergebnis',
      kind: 'one',
      choices,
      ...(proposed === null ? {} : { hint: `Nach den Stimmen: ${outcomeNames[proposed]}`, initial: proposed }),
    },
    {
      name: 'reason',
      label: 'Begründung',
      kind: 'text',
      optional: true,
      hint: 'Nötig beim Vertagen, Zurückverweisen und Absetzen.',
    },
    ...(allowed.includes('POSTPONED') && conferences.length > 0 ? [postponedTo(conferences)] : []),
  ];
}

function postponedTo(conferences: readonly Choice[]): ActField {
  return {
    name: 'targetConferenceId',
    label: 'Vertagt auf',
    kind: 'one',
    optional: true,
    hint: 'Ohne Angabe: die nächste reguläre Konferenz.',
    choices: conferences,
  };
}

export function outcomeInput(values: ActValues) {
  const [reason, targetConferenceId] = [textOf(values, 'reason'), textOf(values, 'targetConferenceId')];
  return {
    outcome: oneOf<Outcome>(values, 'outcome'),
    ...(reason === '' ? {} : { reason }),
    ...(targetConferenceId === '' ? {} : { targetConferenceId }),
  };
}
