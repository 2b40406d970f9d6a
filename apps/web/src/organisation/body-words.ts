import type { BodyRowPartsFragment } from '../generated/graphql.js';

type Named = Pick<BodyRowPartsFragment, 'shortName' | 'name'>;

/** "AK II: Innere Sicherheit"; a body whose full name is its short one is named once. */
export function titleOfBody({ shortName, name }: Named): string {
  return shortName === name ? name : `${shortName}: ${name}`;
}

export function bodyPath(code: string): string {
  return `/organisation/gremien/${encodeURIComponent(code)}`;
}

export const standNames = { heute: 'Bestehen heute', frueher: 'Früher', alle: 'Heute und früher' } as const;
export type Stand = keyof typeof standNames;

/** What begins later counts as of today: it is there to be prepared. */
export function stands({ validTo }: Pick<BodyRowPartsFragment, 'validTo'>, stand: Stand, today: string): boolean {
  const isPast = validTo !== null && validTo < today;
  return stand === 'alle' || isPast === (stand === 'frueher');
}

/** Every word is part of the short or of the full name. */
export function isCalled({ shortName, name }: Named, search: string): boolean {
  const called = `${shortName} ${name}`.toLocaleLowerCase('de');
  return search
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((word) => called.includes(word));
}
