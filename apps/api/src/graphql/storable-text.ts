import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode } from 'graphql';

/** NUL, and halves of a character that lost the other half. */
const unstorable = /[\u0000\ud800-\udfff]/u;

/** PostgreSQL keeps every character but these, which nobody types: refused here once instead of at each field. */
export const onlyStorableText: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request: { variables }, document }) => {
      if (!isUnstorable(variables) && !holdsUnstorable(document)) return;
      const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
      throw new GraphQLError('Die Anfrage enthält ein Zeichen, das nicht gespeichert werden kann.', { extensions });
    },
  }),
};

function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return unstorable.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnstorable);
}

/** In a document they can only stand as escape sequences. */
function holdsUnstorable(document: DocumentNode): boolean {
  if (document.loc?.source.body.includes('\\u') !== true) return false;
  let found = false;
  visit(document, { StringValue: ({ value }) => void (found ||= unstorable.test(value)) });
  return found;
}
