import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode } from 'graphql';

const NUL = '\u0000';

/** PostgreSQL keeps every character but NUL, which nobody types: refused here once instead of at each field. */
export const onlyStorableText: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request: { variables }, document }) => {
      if (!hasNul(variables) && !documentHasNul(document)) return;
      const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
      throw new GraphQLError('Die Anfrage enthält ein Zeichen, das nicht gespeichert werden kann.', { extensions });
    },
  }),
};

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul);
}

/** In a document it can only stand as an escape sequence. */
function documentHasNul(document: DocumentNode): boolean {
  if (document.loc?.source.body.includes('\\u') !== true) return false;
  let found = false;
  visit(document, { StringValue: ({ value }) => void (found ||= value.includes(NUL)) });
  return found;
}
