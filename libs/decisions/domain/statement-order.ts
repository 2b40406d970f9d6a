import { partyCodes, type PartyCode } from '#glossary';

/** In the official order of the Länder, the Bund last; a joint statement stands where its author does. */
export function inOrderOfLaender<Each extends { readonly party: PartyCode; readonly id: string }>(
  statements: readonly Each[],
): readonly Each[] {
  const place = ({ party }: Each): number => partyCodes.indexOf(party);
  return [...statements].sort((left, right) => place(left) - place(right) || (left.id < right.id ? -1 : 1));
}
