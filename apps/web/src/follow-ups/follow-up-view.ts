import { committeeCodes, followUpKindNames, followUpStateNames, partyCodes, partyNames, shortNameOf } from '#glossary';
import type { FollowUpFilter } from '../generated/graphql.js';
import { choicesOf, type Facet, isOn, keyOf, type ListView } from '../paged-list/list-view.js';
import type { Choice } from '../ui/fields.js';

export type FollowUpFacet = 'suche' | 'stand' | 'art' | 'adressat' | 'ueberfaellig' | 'meine';

/** Everybody a follow-up can be addressed to. */
export const addressees: readonly Choice[] = [
  { value: 'CHAIR', label: 'Vorsitz' },
  { value: 'ALL_LAENDER', label: 'Alle Länder' },
  ...committeeCodes.map((code) => ({ value: code, label: shortNameOf(code) })),
  ...partyCodes.map((code) => ({ value: code, label: partyNames[code] })),
];

export const followUpFacets: readonly Facet<FollowUpFacet>[] = [
  { kind: 'search', name: 'suche', label: 'Suche' },
  { kind: 'choice', name: 'stand', label: 'Stand', choices: choicesOf(followUpStateNames) },
  { kind: 'choice', name: 'art', label: 'Art', choices: choicesOf(followUpKindNames) },
  { kind: 'choice', name: 'adressat', label: 'Adressat', choices: addressees },
  { kind: 'flag', name: 'ueberfaellig', label: 'Nur überfällige' },
  { kind: 'flag', name: 'meine', label: 'Nur an meine Stelle' },
];

export function filterOf(view: ListView<FollowUpFacet>): FollowUpFilter {
  const state = keyOf(followUpStateNames, view.stand);
  const kind = keyOf(followUpKindNames, view.art);
  return {
    ...(state === null ? {} : { states: [state] }),
    ...(kind === null ? {} : { kind }),
    ...(view.adressat === '' ? {} : { addressee: view.adressat }),
    ...(view.suche.trim() === '' ? {} : { search: view.suche.trim() }),
    ...(isOn(view.ueberfaellig) ? { overdue: true } : {}),
    ...(isOn(view.meine) ? { mine: true } : {}),
  };
}
