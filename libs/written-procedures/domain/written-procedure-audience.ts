import type { PartyCode } from '#glossary';

/** Audience codes the rules need; handed in so that they stay free of tables. */
export interface AudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  party(code: PartyCode): number;
}

/**
 * A vote on the release is its party's alone: not even the secretariat reads who objects. The procedure itself and its
 * votes are seen by everybody who sees the topic, guests excepted.
 */
export function audienceOfReleaseVote(party: PartyCode, codes: AudienceCodes): readonly number[] {
  return [codes.system, codes.party(party)];
}

/** Whether the release is blocked, without a name, is for the secretariat. */
export function audienceOfReleaseResult(codes: AudienceCodes): readonly number[] {
  return [codes.system, codes.secretariat];
}
