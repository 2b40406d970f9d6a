import { createClient } from 'graphql-ws';

/** The kind of record that has changed; null when anything may have. */
type Tell = (recordKind: string | null) => void;

const listeners = new Set<Tell>();

/** Told of every change from now on, while `followChanges` runs. */
export function onChange(tell: Tell): void {
  listeners.add(tell);
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** After a restart of the server not everybody comes back in the same second. */
const waitBefore = async (retries: number): Promise<void> => {
  const milliseconds = Math.min(FIRST_WAIT * 2 ** retries, LONGEST_WAIT);
  await new Promise((resolve) => setTimeout(resolve, milliseconds * (0.5 + Math.random())));
};

interface Pushed {
  readonly recordChanged: { readonly recordKind: string | null };
}

/** Follows what changes on the server until the answer is called. Comes back by itself when the connection is lost. */
export function followChanges(): () => void {
  const tell: Tell = (recordKind) => {
    for (const listener of listeners) listener(recordKind);
  };
  const address = new URL('/graphql', window.location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  let connections = 0;
  const client = createClient({
    url: address.href,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: waitBefore,
    on: {
      connected: () => {
        connections += 1;
        if (connections > 1) tell(null);
      },
    },
  });
  client.subscribe<Pushed>(
    { query: 'subscription RecordChanged { recordChanged { recordKind } }' },
    {
      next: ({ data }) => data && tell(data.recordChanged.recordKind),
      // Without it pages are as they were read; whoever is signed out hears so at the next request.
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return () => void client.dispose();
}
