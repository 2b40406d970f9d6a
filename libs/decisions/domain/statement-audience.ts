import type { Statement } from './statement.js';

/** Audience codes the rule needs; handed in so that the rule stays free of tables. */
export interface StatementAudienceCodes {
  readonly system: number;
  /** Of the party that makes the statement. */
  readonly author: number;
  /** Who sees the topic, without its guests; in a committee and in the pre-conference those of them who sit in it. */
  readonly topic: readonly number[];
}

/** Until it is announced a statement belongs to its author alone; from then on to all who see the topic, never to guests. */
export function audienceOfStatement(
  { announcedAt }: Pick<Statement, 'announcedAt'>,
  { system, author, topic }: StatementAudienceCodes,
): readonly number[] {
  const audience = new Set([system, author, ...(announcedAt === null ? [] : topic)]);
  return [...audience].sort((left, right) => left - right);
}
