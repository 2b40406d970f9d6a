import type { BodyCode, PartyCode } from '#glossary';

/** Committees that sit, or the pre-conference, with the bodies above them. */
export interface StatementBody {
  readonly bodies: readonly BodyCode[];
  readonly above: readonly BodyCode[];
}

/** Audience codes the rule needs; handed in so that the rule stays free of tables. */
export interface StatementReaderCodes {
  readonly system: number;
  readonly secretariat: number;
  readonly chair: number;
  party(code: PartyCode): number;
  body(code: BodyCode): number;
  officers(code: BodyCode): number;
}

/**
 * What is declared in a body stays with those who sit in it: its members, who keeps its business, and the secretariat.
 * The chair of the conference sits in the pre-conference alone.
 */
export function readersOf(
  { bodies, above }: StatementBody,
  members: readonly PartyCode[],
  codes: StatementReaderCodes,
): readonly number[] {
  const readers = new Set([
    codes.system,
    ...members.map((code) => codes.party(code)),
    ...bodies.map((code) => codes.body(code)),
    ...[...bodies, ...above].map((code) => codes.officers(code)),
    codes.secretariat,
    ...(bodies.includes('PRE_CONFERENCE') ? [codes.chair] : []),
  ]);
  return [...readers].sort((left, right) => left - right);
}

/** Of the readers those who may see the topic; officers see what the people of their body see. */
export function readersWhoSee(
  readers: readonly number[],
  { bodies, above }: StatementBody,
  { seeing, codes }: { readonly seeing: readonly number[]; readonly codes: StatementReaderCodes },
): readonly number[] {
  const officers = [...bodies, ...above]
    .filter((code) => seeing.includes(codes.body(code)))
    .map((code) => codes.officers(code));
  const allowed = new Set([...seeing, ...officers]);
  return readers.filter((code) => allowed.has(code));
}
