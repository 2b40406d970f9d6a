import type { BodyCode, PartyCode } from '#glossary';

/** Who is asked to do something: a body, a party, whoever holds the chair, or all Länder, each for itself. */
export type Addressee =
  | { readonly kind: 'BODY'; readonly code: BodyCode }
  | { readonly kind: 'PARTY'; readonly code: PartyCode }
  | { readonly kind: 'CHAIR'; readonly code: null }
  | { readonly kind: 'ALL_LAENDER'; readonly code: null };

export const addresseeKindNames = {
  BODY: 'Gremium',
  PARTY: 'Land oder Bund',
  CHAIR: 'Vorsitz',
  ALL_LAENDER: 'Alle Länder',
} as const satisfies Record<Addressee['kind'], string>;
export type AddresseeKind = keyof typeof addresseeKindNames;
