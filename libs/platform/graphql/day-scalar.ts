import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTime } from 'luxon';

function parseDay(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid) return value;
  throw new GraphQLError('Ein Tag wird als JJJJ-MM-TT geschrieben.', { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A calendar day in Berlin, YYYY-MM-DD (ISO 8601). */
export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});
