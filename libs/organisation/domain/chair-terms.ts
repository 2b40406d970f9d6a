import { landCodes, type LandCode, type PartyCode } from '#glossary';
import { isValidOn } from './validity.js';

/** Who holds the chair, from day to day (both inclusive). Data: terms can be swapped or shortened. */
export interface ChairTerm {
  readonly party: LandCode;
  readonly validFrom: string;
  readonly validTo: string;
}

const FIRST_YEAR_OF_ROTATION = 2005;

/** The Land whose turn it is by rotation. Only a proposal: what counts is the chair term. */
export function proposedChair(year: number): LandCode {
  const turn = (year - FIRST_YEAR_OF_ROTATION) % landCodes.length;
  const land = landCodes.at(turn);
  if (land === undefined) throw new Error(`No year: ${year}`);
  return land;
}

/** The Land that holds the chair on this Berlin day; null when no term covers it. */
export function chairOn(terms: readonly ChairTerm[], day: string): PartyCode | null {
  return terms.find((term) => isValidOn(term, day))?.party ?? null;
}
