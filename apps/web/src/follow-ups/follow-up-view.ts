import { followUpKindNames, followUpStateNames, type FollowUpKind, type FollowUpState } from '#glossary';
import type { FollowUpFilter } from '../generated/graphql.js';

/** What the list shows, as it stands in the address: it can be sent on, and the browser's "back" works. */
export interface FollowUpListView {
  readonly state: string;
  readonly kind: string;
  readonly addressee: string;
  readonly search: string;
  readonly overdue: boolean;
  readonly mine: boolean;
}

export function viewOf(params: URLSearchParams): FollowUpListView {
  return {
    state: params.get('stand') ?? '',
    kind: params.get('art') ?? '',
    addressee: params.get('adressat') ?? '',
    search: params.get('suche') ?? '',
    overdue: params.get('ueberfaellig') === 'ja',
    mine: params.get('meine') === 'ja',
  };
}

export function paramsOf(view: FollowUpListView): URLSearchParams {
  const entries: readonly (readonly [string, string])[] = [
    ['suche', view.search],
    ['stand', view.state],
    ['art', view.kind],
    ['adressat', view.addressee],
    ['ueberfaellig', view.overdue ? 'ja' : ''],
    ['meine', view.mine ? 'ja' : ''],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value]));
}

const isState = (value: string): value is FollowUpState => value in followUpStateNames;
const isKind = (value: string): value is FollowUpKind => value in followUpKindNames;

export function filterOf(view: FollowUpListView): FollowUpFilter {
  return {
    ...(isState(view.state) ? { states: [view.state] } : {}),
    ...(isKind(view.kind) ? { kind: view.kind } : {}),
    ...(view.addressee === '' ? {} : { addressee: view.addressee }),
    ...(view.search.trim() === '' ? {} : { search: view.search.trim() }),
    ...(view.overdue ? { overdue: true } : {}),
    ...(view.mine ? { mine: true } : {}),
  };
}
