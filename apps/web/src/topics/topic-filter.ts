import { committeeCodes, partyCodes, partyNames, shortNameOf, topicKindNames, topicStateNames } from '#glossary';
import type { TopicFilter, TopicSort } from '../generated/graphql.js';
import { choicesOf, type Facet, isOn, keyOf, type ListView } from '../paged-list/list-view.js';
import type { Choice } from '../ui/fields.js';

export type TopicFacet = 'suche' | 'stand' | 'konferenz' | 'anmelder' | 'arbeitskreis' | 'art' | 'sortierung' | 'meine';

const sortNames: Readonly<Record<TopicSort, string>> = {
  UPDATED_DESC: 'Zuletzt geändert',
  SUBMITTED_DESC: 'Zuletzt angemeldet',
  TITLE_ASC: 'Titel',
};

const committees: readonly Choice[] = committeeCodes.map((code) => ({ value: code, label: shortNameOf(code) }));
const registrants: readonly Choice[] = [
  ...partyCodes.map((code) => ({ value: code, label: partyNames[code] })),
  ...committees,
];

/** The conferences come from the server; null until they are there. */
export function topicFacets(conferences: readonly Choice[] | null): readonly Facet<TopicFacet>[] {
  return [
    { kind: 'search', name: 'suche', label: 'Suche' },
    { kind: 'choice', name: 'stand', label: 'Stand', choices: choicesOf(topicStateNames) },
    { kind: 'choice', name: 'konferenz', label: 'Konferenz', choices: conferences },
    { kind: 'choice', name: 'anmelder', label: 'Anmeldende Stelle', choices: registrants },
    { kind: 'choice', name: 'arbeitskreis', label: 'Arbeitskreis', choices: committees },
    { kind: 'choice', name: 'art', label: 'Art', choices: choicesOf(topicKindNames) },
    { kind: 'choice', name: 'sortierung', label: 'Sortierung', choices: choicesOf(sortNames), usual: 'UPDATED_DESC' },
    { kind: 'flag', name: 'meine', label: 'Nur Themen meiner Stelle' },
  ];
}

export function sortOf({ sortierung }: ListView<TopicFacet>): TopicSort {
  return keyOf(sortNames, sortierung) ?? 'UPDATED_DESC';
}

export function filterOf(view: ListView<TopicFacet>): TopicFilter {
  const state = keyOf(topicStateNames, view.stand);
  const kind = keyOf(topicKindNames, view.art);
  return {
    ...(state === null ? {} : { states: [state] }),
    ...(kind === null ? {} : { kind }),
    ...(view.konferenz === '' ? {} : { conferenceId: view.konferenz }),
    ...(view.anmelder === '' ? {} : { registrant: view.anmelder }),
    ...(view.arbeitskreis === '' ? {} : { committee: view.arbeitskreis }),
    ...(view.suche.trim() === '' ? {} : { search: view.suche.trim() }),
    ...(isOn(view.meine) ? { mine: true } : {}),
  };
}
