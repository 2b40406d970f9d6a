import type { Choice } from '../ui/fields.js';

/** One thing by which a list is narrowed or sorted; its name stands in the address. */
export type Facet<Name extends string> =
  | { readonly kind: 'search'; readonly name: Name; readonly label: string }
  | { readonly kind: 'flag'; readonly name: Name; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly name: Name;
      readonly label: string;
      /** Null until they are known: what the address says is believed so long. */
      readonly choices: readonly Choice[] | null;
      /** What holds when nothing is chosen, for example the usual sorting; without it, nothing narrows the list. */
      readonly usual?: string;
    };

/** What the list shows, as it stands in the address: it can be sent on, and the browser's "back" works. */
export type ListView<Name extends string> = Readonly<Record<Name, string>>;

const ON = 'ja';

export const isOn = (value: string): boolean => value === ON;
export const flagOf = (checked: boolean): string => (checked ? ON : '');

export const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The key that an address names, when there is such a key. */
export function keyOf<Key extends string>(names: Readonly<Record<Key, string>>, value: string): Key | null {
  return isKeyOf(names, value) ? value : null;
}

/** What an address says in vain, because no such choice exists, narrows nothing. */
export function viewOf<Name extends string>(
  facets: readonly Facet<Name>[],
  params: Pick<URLSearchParams, 'get'>,
): ListView<Name> {
  const entries = facets.map((facet) => [facet.name, valueOf(facet, params.get(facet.name) ?? '')]);
  return Object.fromEntries(entries) as ListView<Name>;
}

/** Only what differs from the usual, so that the address of the whole list is the short one. */
export function paramsOf<Name extends string>(facets: readonly Facet<Name>[], view: ListView<Name>): URLSearchParams {
  const entries = facets.map((facet) => [facet.name, view[facet.name].trim(), usualOf(facet)] as const);
  return new URLSearchParams(
    entries.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value]),
  );
}

function valueOf(facet: Facet<string>, value: string): string {
  if (facet.kind === 'flag') return flagOf(isOn(value));
  if (facet.kind === 'search' || facet.choices === null) return value;
  return facet.choices.some((choice) => choice.value === value) ? value : usualOf(facet);
}

const usualOf = (facet: Facet<string>): string => (facet.kind === 'choice' ? (facet.usual ?? '') : '');

function isKeyOf<Key extends string>(names: Readonly<Record<Key, string>>, value: string): value is Key {
  return Object.hasOwn(names, value);
}
