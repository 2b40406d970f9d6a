import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';
import { quietly } from './quietly.js';

export interface TestAccount {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface TestClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
}

/** A login hint by which the person at the provider says no. */
export const CANCEL = 'cancel';

/**
 * A real OpenID provider over real HTTP, in which a login hint is the subject who signs in. Listens first and learns of
 * its client later, because both need to know the other's port.
 */
export class TestIssuer {
  private provider: Provider | null = null;
  /** By subject. */
  readonly accounts = new Map<string, TestAccount>();

  private constructor(
    readonly issuer: string,
    private readonly key: CryptoKey,
    private readonly jwk: Readonly<Record<string, unknown>>,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<TestIssuer> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
      response.writeHead(503).end();
    const server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    const { port } = server.address() as AddressInfo;
    const jwk = { ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'RS256' };
    const issuer = new TestIssuer(`http://127.0.0.1:${port}`, privateKey, jwk, stop);
    answer = (request, response) => issuer.answer(request, response);
    return issuer;
  }

  async serve(client: TestClient): Promise<void> {
    const { Provider: OpenIdProvider } = await quietly(() => import('oidc-provider'));
    const configuration: Configuration = {
      ...this.configuration(),
      clients: [
        {
          client_id: client.clientId,
          client_secret: client.clientSecret,
          redirect_uris: [client.redirectUri],
          post_logout_redirect_uris: [client.postLogoutRedirectUri],
        },
      ],
    };
    this.provider = await quietly(() => Promise.resolve(new OpenIdProvider(this.issuer, configuration)));
    this.provider.use(async (context, next) => {
      if (!context.path.startsWith('/interaction/')) return next();
      context.respond = false;
      const { params } = await this.running.interactionDetails(context.req, context.res);
      const hint = String(params['login_hint'] ?? CANCEL);
      await this.running.interactionFinished(
        context.req,
        context.res,
        hint === CANCEL ? { error: 'access_denied' } : { login: { accountId: hint } },
      );
    });
  }

  /** A token with the provider's own signature, or with another key that says it were the same. */
  async token(claims: JWTPayload, expiresAt: Date, key: CryptoKey = this.key): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test' }).setExpirationTime(expiresAt).sign(key);
  }

  private get running(): Provider {
    if (this.provider === null) throw new Error('The test issuer has no client yet');
    return this.provider;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    if (this.provider === null) response.writeHead(503).end();
    else void this.provider.callback()(request, response);
  }

  private configuration(): Configuration {
    return {
      jwks: { keys: [this.jwk] },
      cookies: { keys: ['test'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      pkce: { required: () => true },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { logoutSource: (context, form) => void (context.body = form) },
      },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_context, subject) => ({
        accountId: subject,
        claims: () => ({ sub: subject, ...this.accounts.get(subject) }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    };
  }
}
