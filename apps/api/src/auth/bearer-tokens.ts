import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Clock } from '#platform/clock';
import { AuthOptions } from './auth-options.js';
import { IdentityClient } from './identity-client.js';

/** Signatures with a published key; never "none", never a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Browsers never send this by themselves; another scheme (Basic of a proxy in front) is none of our business. */
export function hasBearerToken(authorization: string | undefined): authorization is string {
  return authorization !== undefined && /^bearer /i.test(authorization);
}

export interface BearerIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** Machine clients show an access token of the identity provider instead of a cookie. */
@Injectable()
export class BearerTokens {
  private keys: JWTVerifyGetKey | null = null;

  constructor(
    private readonly options: AuthOptions,
    private readonly client: IdentityClient,
    private readonly clock: Clock,
  ) {}

  /** Null for a token that does not hold. Throws when the provider's keys cannot be had. */
  async verify(token: string): Promise<BearerIdentity | null> {
    const { issuer, clientId, bearerAudiences } = this.options;
    try {
      this.keys ??= createRemoteJWKSet(await this.client.keysUrl());
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience: [clientId, ...bearerAudiences],
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        currentDate: this.clock.now(),
      });
      return isIdToken(payload) || payload.sub === undefined ? null : { issuer, subject: payload.sub };
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}

/** An ID token says who signed in at a client; it was never meant to open anything. Ours always carry a nonce. */
function isIdToken(payload: JWTPayload): boolean {
  return payload['nonce'] !== undefined || payload['at_hash'] !== undefined || payload['typ'] === 'ID';
}

/** jose tells by exceptions what is wrong with a token; only trouble with fetching the keys is a fault. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}
