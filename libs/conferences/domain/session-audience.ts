import type { BodyCode } from '#glossary';

/** Audience codes the rule needs; handed in so that the rule stays free of tables. */
export interface SessionAudienceCodes {
  readonly everybody: readonly number[];
  body(code: BodyCode): number;
  guests(code: BodyCode): number;
}

/**
 * That a body meets is no secret of the procedure: all parties, bodies and offices see every session. Guests see the
 * sessions of the bodies they are guests of.
 */
export function audienceOfSession(bodies: readonly BodyCode[], codes: SessionAudienceCodes): readonly number[] {
  const own = bodies.flatMap((body) => [codes.body(body), codes.guests(body)]);
  return [...new Set([...codes.everybody, ...own])].sort((a, b) => a - b);
}
