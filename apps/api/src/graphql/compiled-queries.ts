import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { RequestContext } from '#platform/graphql';

/** Compiling costs as much as some answers: what is asked once or twice is not worth it. */
const WORTHWHILE = 3;

interface Known {
  timesAsked: number;
  /** Null until it is worthwhile, and for what cannot be compiled. */
  compiled: CompiledQuery | null;
}

/**
 * Answers queries that are asked again and again with functions compiled for them. Everything else, and whatever meets
 * an error, is answered by graphql-js as if this did not exist: a query changes nothing, so asking it twice is harmless,
 * and errors are the same to the letter.
 */
export function compiledQueries(): ApolloServerPlugin<RequestContext> {
  /** By the parsed document, which Apollo keeps for the same text; forgotten together with it. */
  const known = new WeakMap<DocumentNode, Known>();
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, document, operation, request, contextValue, response }) => {
        // Missing, whatever its type says, when the document has no operation of the name asked for.
        if (operation?.operation !== OperationTypeNode.QUERY || definesSeveral(document)) return null;
        const entry = known.get(document) ?? { timesAsked: 0, compiled: null };
        known.set(document, entry);
        const query = compiledWhenWorthwhile(entry, schema, document);
        if (query === null) return null;
        const result = await query.query({}, contextValue, request.variables ?? {});
        if (result.errors !== undefined && result.errors.length > 0) return null;
        const body: GraphQLResponse['body'] = { kind: 'single', singleResult: { data: result.data ?? null } };
        return { http: response.http, body };
      },
    }),
  };
}

function compiledWhenWorthwhile(entry: Known, schema: GraphQLSchema, document: DocumentNode): CompiledQuery | null {
  entry.timesAsked += 1;
  if (entry.timesAsked !== WORTHWHILE) return entry.compiled;
  try {
    const compiled = compileQuery(schema, document);
    if (isCompiledQuery(compiled)) entry.compiled = compiled;
  } catch {
    // What the compiler does not know is answered the usual way.
  }
  return entry.compiled;
}

/** The name of the operation would have to be part of what is compiled. Our screens send one each. */
function definesSeveral(document: DocumentNode): boolean {
  return document.definitions.filter(({ kind }) => kind === 'OperationDefinition').length > 1;
}
