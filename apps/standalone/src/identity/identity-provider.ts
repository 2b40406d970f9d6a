import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { DemoIdentity } from './demo-identity.js';
import type { ProviderKeys } from './provider-keys.js';
import { loadProviderLibrary } from './provider-library.js';
import { providerMemory } from './provider-memory.js';
import { showPage, signInInteraction } from './sign-in-interaction.js';
import { faultPage } from './sign-in-page.js';

export interface IdentityProviderOptions {
  /** Public address of the provider with the path below which it is mounted, for example http://127.0.0.1:3000/identity. */
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly people: readonly DemoIdentity[];
  readonly keys: ProviderKeys;
}

export interface IdentityProvider {
  /** Answers a request whose `url` has lost the mount path, while `originalUrl` keeps it. */
  readonly callback: (request: IncomingMessage, response: ServerResponse) => void;
}

const MINUTE = 60;
const SESSION_COOKIE = '_session';

/** An OpenID provider for demonstrations, without passwords. See `assertIdentityProviderAllowed`. */
export async function createIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { Provider, errors } = await loadProviderLibrary();
  const provider = new Provider(options.issuer, configurationOf(options));
  const { issuer, people } = options;
  // A TLS proxy in front says by X-Forwarded-Proto and -Host what the browser sees.
  provider.proxy = issuer.startsWith('https:');
  provider.use(withoutProviderSession);
  provider.use(
    signInInteraction({ provider, errors, issuer, people, applicationOrigin: new URL(options.redirectUri).origin }),
  );
  const answer = provider.callback();
  return { callback: (request, response) => void answer(request, response) };
}

function configurationOf({
  clientId,
  redirectUri,
  postLogoutRedirectUri,
  people,
  keys,
  issuer,
}: IdentityProviderOptions): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: keys.clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [postLogoutRedirectUri],
      },
    ],
    jwks: { keys: keys.jwks.keys.map((key) => ({ ...key })) },
    cookies: { keys: [...keys.cookieKeys], names: { session: SESSION_COOKIE } },
    adapter: providerMemory(),
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // There is no provider session to end: leaving the application is leaving altogether.
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${issuer}/interaction/${uid}` },
    ttl: {
      AccessToken: 5 * MINUTE,
      AuthorizationCode: MINUTE,
      Grant: 15 * MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: 15 * MINUTE,
      Session: 15 * MINUTE,
    },
    findAccount: (_context, subject) => accountOf(people, subject),
    loadExistingGrant: grantEverything,
    clientBasedCORS: () => false,
    renderError: (context, _out, _error) => showPage(context, context.status, faultPage),
  };
}

function accountOf(people: readonly DemoIdentity[], id: string): ReturnType<NonNullable<Configuration['findAccount']>> {
  const person = people.find(({ subject }) => subject === id);
  if (person === undefined) return undefined;
  const { subject, name, mail } = person;
  return { accountId: subject, claims: () => ({ sub: subject, name, email: mail, email_verified: true }) };
}

/** Nobody is asked for consent: there is one client, and it belongs to the house. */
const grantEverything: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  const { account, client, provider } = oidc;
  if (account === undefined || client === undefined) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
};

/**
 * Every sign-in chooses anew: tabs do not disturb each other, changing from one person to another takes no sign-out, and
 * a restart forgets nothing. So the browser neither sends nor gets the provider's session cookie.
 */
async function withoutProviderSession(context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  const isSession = (pair: string): boolean => new RegExp(`^\\s*${SESSION_COOKIE}(?:\\.\\w+)?=`).test(pair);
  const sent = context.req.headers.cookie;
  if (sent !== undefined)
    context.req.headers.cookie = sent
      .split(';')
      .filter((pair) => !isSession(pair))
      .join(';');
  await next();
  const set = context.response.get('set-cookie') as string | string[];
  const kept = [set].flat().filter((line) => line !== '' && !isSession(line));
  if (kept.length === 0) context.remove('set-cookie');
  else context.set('set-cookie', kept);
}
