import type { ActField, ActValues } from './act.js';

export function initialOf(fields: readonly ActField[]): ActValues {
  return Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])));
}

/** Only what the dialog can show again: choices that still exist, and nobody who has to be looked for anew. */
export function stillPossible(fields: readonly ActField[], stored: ActValues): ActValues {
  const entries = fields.flatMap(({ name, kind, choices = [] }) => {
    const value = stored[name];
    if (value === undefined || kind === 'person' || kind === 'topic') return [];
    const isOffered = (each: string) => choices.some((choice) => choice.value === each);
    if (typeof value !== 'string') return [[name, value.filter(isOffered)]];
    return kind === 'one' && !isOffered(value) ? [] : [[name, value]];
  });
  return Object.fromEntries(entries) as ActValues;
}
