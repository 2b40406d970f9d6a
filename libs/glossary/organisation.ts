/** What kinds of bodies there are (Gremium). */
export const bodyKindNames = {
  WORKING_COMMITTEE: 'Arbeitskreis',
  PRE_CONFERENCE: 'Vorkonferenz',
  MAIN_CONFERENCE: 'Hauptkonferenz',
  SUB_COMMITTEE: 'Unterausschuss',
  WORKING_GROUP: 'Arbeitsgruppe',
} as const;
export type BodyKind = keyof typeof bodyKindNames;

export const bodyStateNames = { ACTIVE: 'Besteht', DISSOLVED: 'Aufgelöst' } as const;
export type BodyState = keyof typeof bodyStateNames;

/** How a party belongs to a body. */
export const membershipKindNames = { MEMBER: 'Mitglied', PERMANENT_GUEST: 'Ständiger Gast', GUEST: 'Gast' } as const;
export type MembershipKind = keyof typeof membershipKindNames;

export const chairTermStateNames = { PROPOSED: 'Vorgeschlagen', CONFIRMED: 'Bestätigt' } as const;
export type ChairTermState = keyof typeof chairTermStateNames;
