import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Database, DatabaseActor, ReadTx } from '../database/index.js';

/** What resolvers share during one request. The actor's shape belongs to the library that knows people. */
export interface RequestContext {
  readonly actor: unknown;
  readonly requestId: string;
  readonly loaders: Map<symbol, DataLoader<string, unknown>>;
}

/** The signed-in actor. The global guard has already refused requests without one. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): unknown => {
  return GqlExecutionContext.create(context).getContext<RequestContext>().actor;
});

export const CurrentContext = createParamDecorator((_data: unknown, context: ExecutionContext): RequestContext => {
  return GqlExecutionContext.create(context).getContext<RequestContext>();
});

/**
 * The loader of this request under `key`, made by the first who asks. `load` answers rows by their key; a key without
 * a row resolves to null. Batches all keys of one tick into one call.
 */
export function loaderOf<Value>(
  context: RequestContext,
  key: symbol,
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): DataLoader<string, Value | null> {
  const known = context.loaders.get(key) as DataLoader<string, Value | null> | undefined;
  if (known !== undefined) return known;
  const loader = new DataLoader<string, Value | null>(async (keys) => {
    const found = await load(keys);
    return keys.map((each) => found.get(each) ?? null);
  });
  context.loaders.set(key, loader);
  return loader;
}

/** Answers rows by their key; a key without a row is one the reader may not see. */
export type Batch<Value> = (tx: ReadTx, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/**
 * Reads one row with all others of this tick in one statement, as the actor of the request: row-level security answers.
 * Null is what the reader may not see.
 */
export async function loadAsActor<Value>(
  database: Database,
  context: RequestContext,
  { key, id, batch }: { readonly key: symbol; readonly id: string; readonly batch: Batch<Value> },
): Promise<Value | null> {
  // The platform hands the actor on without knowing more of its shape than the database needs.
  const actor = context.actor as DatabaseActor;
  return loaderOf(context, key, (ids) => database.read(actor, (tx) => batch(tx, ids))).load(id);
}

/** The one answer for what does not exist and for what the reader may not see. */
export function notFound(): GraphQLError {
  return new GraphQLError('Das gibt es nicht, oder Sie dürfen es nicht sehen.', { extensions: { code: 'NOT_FOUND' } });
}

/** Throws `NOT_FOUND` for null: unknown and not visible are the same answer. */
export function orNotFound<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw notFound();
  return value;
}
