import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

const MOST_ENTRIES = 5_000;

/**
 * What the provider must remember between two clicks: interactions and codes, for minutes. Kept in memory on purpose:
 * after a restart somebody in the middle of signing in begins anew, and nobody else notices, because sessions live in
 * the database and the provider has none. Expiry is checked by the library; here only the number is limited.
 */
export function providerMemory(): AdapterFactory {
  const entries = new Map<string, AdapterPayload>();
  return (kind) => new MemoryOfKind(kind, entries);
}

class MemoryOfKind implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly entries: Map<string, AdapterPayload>,
  ) {}

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    const key = this.key(id);
    this.entries.delete(key);
    this.entries.set(key, payload);
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.entries.get(this.key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.first((payload) => payload.userCode === userCode);
  }

  /** A code is redeemed once; the library asks for the mark and refuses the second time. */
  async consume(id: string): Promise<void> {
    const payload = this.entries.get(this.key(id));
    if (payload !== undefined) payload.consumed = true;
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of this.entries) if (payload.grantId === grantId) this.entries.delete(key);
  }

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }

  private first(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, payload] of this.entries) if (key.startsWith(`${this.kind}:`) && matches(payload)) return payload;
    return undefined;
  }
}
