import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '#platform/logging';
import { describeFault, faultMessage } from '../faults.js';

/** Faults a client can do something about; everything else is ours and is masked. */
const known = new Set([
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js says, without a code, of variables that are wrong in more places than it cares to name. */
const TOO_MANY_ERRORS = 'Too many errors processing variables';

/** Keeps messages of known faults; of any other only the number under which the log tells the rest. */
export function errorFormat(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.['code'];
    const place = {
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
    };
    if (typeof code === 'string' && known.has(code)) {
      return { message: formatted.message, ...place, extensions: { code } };
    }
    if (formatted.message.startsWith(TOO_MANY_ERRORS)) {
      return {
        message: 'Die Angaben sind an zu vielen Stellen ungültig.',
        ...place,
        extensions: { code: 'BAD_USER_INPUT' },
      };
    }
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const requestId = requestIdOf(cause) ?? crypto.randomUUID();
    logger.error({ requestId, path: formatted.path, fault: describeFault(cause) }, 'a request failed');
    return { message: faultMessage(requestId), ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  };
}

const requestIds = new WeakMap<object, string>();

/** Remembers in which request an error arose, so that the log and the answer name the same number. */
export function noteRequest(error: unknown, requestId: string): void {
  if (typeof error === 'object' && error !== null) requestIds.set(error, requestId);
}

function requestIdOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? requestIds.get(error) : undefined;
}
