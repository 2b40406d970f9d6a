import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { SignInAttempt } from '#platform/auth';
import { AuthOptions, assertTravelIsSafe, isLoopback } from './auth-options.js';

/** Who the identity provider says somebody is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly mail: string | null;
  readonly isMailVerified: boolean;
  readonly idToken: string | null;
}

export interface AuthorizationRequest {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly loginHint: string | null;
  /** The person wants to choose the account anew, whoever is signed in at the provider. */
  readonly anotherAccount: boolean;
}

/** Speaks OpenID Connect with the one identity provider: authorization code with PKCE (RFC 7636), state and nonce. */
@Injectable()
export class IdentityClient {
  private discovered: Promise<openid.Configuration> | null = null;

  constructor(private readonly options: AuthOptions) {
    assertTravelIsSafe(options);
  }

  async authorizationUrl(request: AuthorizationRequest): Promise<URL> {
    const configuration = await this.configuration();
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.options.publicUrl}/auth/callback`,
      scope: 'openid profile email',
      state: request.state,
      nonce: request.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(request.codeVerifier),
      code_challenge_method: 'S256',
      ...(request.loginHint === null ? {} : { login_hint: request.loginHint }),
      ...(request.anotherAccount ? { prompt: 'login' } : {}),
    });
  }

  /** Redeems the code of the callback. Throws what openid-client throws when anything does not fit. */
  async redeem(callback: URL, state: string, { nonce, codeVerifier }: SignInAttempt): Promise<Identity> {
    const configuration = await this.configuration();
    const tokens = await openid.authorizationCodeGrant(configuration, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new openid.ClientError('the provider sent no ID token');
    // Mail belongs to the userinfo endpoint by the letter of OpenID Connect; most providers put it into the token, too.
    const mail =
      claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      mail: typeof mail['email'] === 'string' ? mail['email'] : null,
      isMailVerified: mail['email_verified'] === true,
      idToken: tokens.id_token ?? null,
    };
  }

  /** Where to end the session at the provider; null when it offers no such place. */
  async endSessionUrl(idToken: string | null): Promise<URL | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return openid.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.options.publicUrl}/auth/logged-out`,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    });
  }

  /** Where the provider publishes the keys with which it signs. */
  async keysUrl(): Promise<URL> {
    const { jwks_uri: address } = (await this.configuration()).serverMetadata();
    if (address === undefined) throw new openid.ClientError('the provider publishes no keys');
    return new URL(address);
  }

  /** Asked for at the first sign-in, not at start: the provider may start later, or live on the port of this process. */
  private configuration(): Promise<openid.Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = null;
      throw error;
    });
    return this.discovered;
  }

  private discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    return openid.discovery(new URL(issuer), clientId, undefined, openid.ClientSecretBasic(clientSecret), {
      execute: isLoopback(issuer) ? [openid.allowInsecureRequests] : [],
      timeout: 10,
    });
  }
}
