/** What sign-in must know of its surroundings. Handed in by whoever composes the process. */
export abstract class AuthOptions {
  /** Address under which browsers reach the product, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Issuer identifier of the identity provider. Plain HTTP only on this machine. */
  abstract readonly issuer: string;
  abstract readonly clientId: string;
  abstract readonly clientSecret: string;
  /** Audiences that a machine client's token may name, besides the client id. */
  abstract readonly bearerAudiences: readonly string[];
  /** Requests below these paths ask for nobody's identity: static files, health, an identity provider on the same port. */
  abstract readonly anonymousPaths: readonly string[];
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Names under .localhost lead to this machine by definition (RFC 6761). */
/** Names below .localhost never leave a machine (RFC 6761); containers of one machine use them, too. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return LOOPBACK.has(hostname) || hostname.endsWith('.localhost');
}

/** Throws when tokens or cookies would travel in the clear. */
export function assertTravelIsSafe({ issuer, publicUrl }: AuthOptions): void {
  for (const [setting, address] of [
    ['OIDC_ISSUER', issuer],
    ['PUBLIC_URL', publicUrl],
  ] as const) {
    if (new URL(address).protocol === 'https:' || isLoopback(address)) continue;
    throw new Error(`${setting}: ${address} muss mit https:// beginnen; http:// ist nur auf diesem Rechner erlaubt.`);
  }
}
