import { makeOperation, type Operation } from 'urql';

/** Sent with what nobody has asked for: a page that is only left open keeps nobody signed in. */
export const UNATTENDED = { 'konferenzmappe-unattended': '1' } as const;

/** The same question once more, asked by nobody. */
export function unattended(operation: Operation): Operation {
  const { fetchOptions } = operation.context;
  const options = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
  return makeOperation('query', operation, {
    ...operation.context,
    requestPolicy: 'network-only',
    fetchOptions: { ...options, headers: { ...(options?.headers as Record<string, string>), ...UNATTENDED } },
  });
}
