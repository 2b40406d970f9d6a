import { shortNameOf, partyNames, type BodyCode, type PartyCode } from '#glossary';
import { bodyOf, partyOf, type Body, type Party } from './bodies.js';

/** Who registers a topic: exactly one party or one body. */
export type RegistrantRef =
  { readonly party: PartyCode; readonly body?: never } | { readonly body: BodyCode; readonly party?: never };

export interface Registrant {
  readonly party: Party | null;
  readonly body: Body | null;
  readonly name: string;
}

export function registrantOf(ref: RegistrantRef): Registrant {
  return ref.party !== undefined
    ? { party: partyOf(ref.party), body: null, name: partyNames[ref.party] }
    : { party: null, body: bodyOf(ref.body), name: shortNameOf(ref.body) };
}
