import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { keepWhatWasShown } from '../live/keep-what-was-shown.js';
import { rereadWhatChanged } from '../live/reread-what-changed.js';
import { codeOf } from '../ui/refusals.js';

/** Fired when the server no longer knows who is asking: the session has ended. */
export const SIGNED_OUT = 'konferenzmappe:signed-out';

export function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    // What is known is shown at once, and read again behind it: papers change while one looks at them.
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onError(error, operation) {
          const isSessionCheck = operation.context['isSessionCheck'] === true;
          if (!isSessionCheck && codeOf(error) === 'UNAUTHENTICATED') window.dispatchEvent(new Event(SIGNED_OUT));
        },
      }),
      keepWhatWasShown,
      rereadWhatChanged,
      cacheExchange,
      fetchExchange,
    ],
  });
}
