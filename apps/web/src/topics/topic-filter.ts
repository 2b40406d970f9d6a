import type { TopicFilter, TopicKind, TopicSort, TopicState } from '../generated/graphql.js';
import { topicKindNames, topicStateNames } from '#glossary';

/** What the list shows, as it stands in the address: it can be sent on, and the browser's "back" works. */
export interface TopicListView {
  readonly state: string;
  readonly conference: string;
  readonly registrant: string;
  readonly committee: string;
  readonly kind: string;
  readonly search: string;
  readonly mine: boolean;
  readonly sort: TopicSort;
}

const sorts: readonly TopicSort[] = ['UPDATED_DESC', 'SUBMITTED_DESC', 'TITLE_ASC'];
export const sortNames: Readonly<Record<TopicSort, string>> = {
  UPDATED_DESC: 'Zuletzt geändert',
  SUBMITTED_DESC: 'Zuletzt angemeldet',
  TITLE_ASC: 'Titel',
};

export function viewOf(params: URLSearchParams): TopicListView {
  const sort = sorts.find((known) => known === params.get('sortierung'));
  return {
    state: params.get('stand') ?? '',
    conference: params.get('konferenz') ?? '',
    registrant: params.get('anmelder') ?? '',
    committee: params.get('arbeitskreis') ?? '',
    kind: params.get('art') ?? '',
    search: params.get('suche') ?? '',
    mine: params.get('meine') === 'ja',
    sort: sort ?? 'UPDATED_DESC',
  };
}

export function paramsOf(view: TopicListView): URLSearchParams {
  const entries: readonly (readonly [string, string])[] = [
    ['suche', view.search],
    ['stand', view.state],
    ['konferenz', view.conference],
    ['anmelder', view.registrant],
    ['arbeitskreis', view.committee],
    ['art', view.kind],
    ['meine', view.mine ? 'ja' : ''],
    ['sortierung', view.sort === 'UPDATED_DESC' ? '' : view.sort],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value]));
}

const isState = (value: string): value is TopicState => value in topicStateNames;
const isKind = (value: string): value is TopicKind => value in topicKindNames;

export function filterOf(view: TopicListView): TopicFilter {
  return {
    ...(isState(view.state) ? { states: [view.state] } : {}),
    ...(view.conference === '' ? {} : { conferenceId: view.conference }),
    ...(view.registrant === '' ? {} : { registrant: view.registrant }),
    ...(view.committee === '' ? {} : { committee: view.committee }),
    ...(isKind(view.kind) ? { kind: view.kind } : {}),
    ...(view.search.trim() === '' ? {} : { search: view.search.trim() }),
    ...(view.mine ? { mine: true } : {}),
  };
}
