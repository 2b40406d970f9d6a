import { type ActField, type ActValues, textOf } from '../acts/act.js';

/** When something is due is one of three: a day, a conference, or a condition that is looked at on a day. */
export const dueFields: readonly ActField[] = [
  {
    name: 'day',
    label: 'Fällig am',
    kind: 'day',
    optional: true,
    hint: 'Ein Tag, eine Konferenz oder eine Bedingung.',
  },
  {
    name: 'season',
    label: 'Oder fällig zu der Konferenz im',
    kind: 'one',
    optional: true,
    choices: [
      { value: 'SPRING', label: 'Frühjahr' },
      { value: 'AUTUMN', label: 'Herbst' },
    ],
  },
  { name: 'year', label: 'Jahr der Konferenz', kind: 'number', optional: true },
  { name: 'condition', label: 'Oder erst, wenn', kind: 'line', optional: true },
  { name: 'reviewOn', label: 'Bedingung prüfen am', kind: 'day', optional: true },
];

export function dueInput(values: ActValues) {
  const [day, season, year] = [textOf(values, 'day'), textOf(values, 'season'), textOf(values, 'year')];
  const [condition, reviewOn] = [textOf(values, 'condition'), textOf(values, 'reviewOn')];
  return {
    ...(day === '' ? {} : { day }),
    ...(season === '' ? {} : { season: season as 'SPRING' | 'AUTUMN' }),
    ...(year === '' ? {} : { year: Number.parseInt(year, 10) }),
    ...(condition === '' ? {} : { condition }),
    ...(reviewOn === '' ? {} : { reviewOn }),
  };
}
