/** What a ballot is about: an item of the agenda, the block of a consent list, or a text that is voted on in writing. */
export const ballotKindNames = {
  ITEM: 'Abstimmung über einen Punkt',
  BLOCK: 'Abstimmung en bloc',
  WRITTEN_PROCEDURE: 'Abstimmung im Umlaufverfahren',
} as const;
export type BallotKind = keyof typeof ballotKindNames;

/** Unanimity: adopted when no Land says No. Majority: adopted when enough say Yes, whoever says No. */
export const adoptionRuleNames = { UNANIMITY: 'Einstimmigkeit', MAJORITY: 'Mehrheit' } as const;
export type AdoptionRule = keyof typeof adoptionRuleNames;
