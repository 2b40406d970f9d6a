/** Audience codes the rule needs; handed in so that the rule stays free of tables. */
export interface ReleaseAudienceCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  readonly parties: readonly number[];
}

/**
 * Who sees a release: of those who see the topic, the parties, the secretariat and the chair. Committees and guests have
 * no part in it.
 */
export function audienceOfRelease(topicAudience: readonly number[], codes: ReleaseAudienceCodes): readonly number[] {
  const entitled = [codes.system, ...codes.parties, codes.secretariat, codes.chair];
  return entitled.filter((code) => topicAudience.includes(code));
}

/** Who sees an objection: the party that raised it. Nobody else, the secretariat and the chair among them. */
export function audienceOfObjection(party: number, { system }: ReleaseAudienceCodes): readonly number[] {
  return [system, party];
}
