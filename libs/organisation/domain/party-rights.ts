/** What a party may do in a body: four rights, each by itself. Being a member says none of them. */
export interface PartyRights {
  readonly mayRegister: boolean;
  readonly mayVote: boolean;
  readonly mayDeclare: boolean;
  readonly mayObjectToRelease: boolean;
}

/** Of a party that does not belong to the body. */
export const NO_RIGHTS: PartyRights = {
  mayRegister: false,
  mayVote: false,
  mayDeclare: false,
  mayObjectToRelease: false,
};
