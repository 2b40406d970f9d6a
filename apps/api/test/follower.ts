import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

interface Told {
  readonly recordKind: string | null;
  readonly recordId: string | null;
}

/** Somebody with an open page, to whom changes are pushed. */
export interface Follower {
  /** "topic 0193…" in the order of arrival; "missed" when everything is to be read again. */
  readonly told: readonly string[];
  /** Settles when nothing more will be told. */
  readonly ended: Promise<void>;
  /** Waits until that was told. */
  hear(change: string): Promise<void>;
  leave(): Promise<void>;
}

/** Connects with these headers and follows `recordChanged` until he leaves. Rejects when no connection is given. */
export async function follow(address: string, headers: Readonly<Record<string, string>>): Promise<Follower> {
  const told: string[] = [];
  let closed: number | null = null;
  let wake: () => void = () => undefined;
  const client = createClient({
    url: `${address.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers: { ...headers, origin: address } });
      }
    },
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
  });
  client.on('closed', (event) => {
    closed = (event as { readonly code: number }).code;
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    client.on('connected', () => resolve());
    client.on('error', reject);
  });
  const changes = client.iterate<{ recordChanged: Told }>({
    query: 'subscription { recordChanged { recordKind recordId } }',
  });
  const ended = collect(changes, (change) => {
    told.push(change.recordKind === null ? 'missed' : `${change.recordKind} ${change.recordId}`);
    wake();
  });
  return {
    told,
    ended,
    hear: async (change) => {
      while (!told.includes(change) && closed === null) await new Promise<void>((resolve) => (wake = resolve));
      if (!told.includes(change)) throw new Error(`closed with ${closed} before ${change} was told`);
    },
    leave: async () => {
      await changes.return?.(undefined);
      await client.dispose();
      await ended;
    },
  };
}

async function collect(
  changes: AsyncIterable<{ readonly data?: { recordChanged: Told } | null | undefined }>,
  tell: (change: Told) => void,
): Promise<void> {
  try {
    for await (const { data } of changes) if (data) tell(data.recordChanged);
  } catch {
    // Whoever asked looks at how the connection was closed.
  }
}
