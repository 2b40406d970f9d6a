import { registerEnumType } from '@nestjs/graphql';

/** Shows a closed set of the glossary as a GraphQL enum; what `@Field(() => …)` takes. Call once per name. */
export function closedSet<Value extends string>(
  name: string,
  labels: Readonly<Record<Value, string>>,
): Readonly<Record<Value, Value>> {
  const values = Object.fromEntries(Object.keys(labels).map((value) => [value, value])) as Record<Value, Value>;
  registerEnumType(values, { name });
  return values;
}
