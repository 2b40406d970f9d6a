import type { IncomingMessage } from 'node:http';
import type { KoaContextWithOIDC, Provider, errors as ProviderErrors } from 'oidc-provider';
import { pageHeaders, renderPage, type HtmlPage } from '#platform/auth';
import type { DemoIdentity } from './demo-identity.js';
import { expiredPage, signInPage } from './sign-in-page.js';

const PATH = /^\/interaction\/[\w-]+$/;
const LONGEST_BODY = 10_000;

type Next = () => Promise<void>;
type Context = Pick<KoaContextWithOIDC, 'path' | 'method' | 'req' | 'res' | 'status' | 'body' | 'respond' | 'set'>;

export interface SignInInteractionOptions {
  readonly provider: Provider;
  readonly errors: typeof ProviderErrors;
  readonly issuer: string;
  readonly people: readonly DemoIdentity[];
  readonly applicationOrigin: string;
}

/**
 * What the person does at the provider: choose who to be. A login hint that names somebody chooses at once; it may be
 * the mail address or the subject.
 */
export function signInInteraction(options: SignInInteractionOptions): (context: Context, next: Next) => Promise<void> {
  return async (context, next) => {
    if (!PATH.test(context.path)) return next();
    try {
      await answer(options, context);
    } catch (error) {
      if (!(error instanceof options.errors.SessionNotFound)) throw error;
      showPage(context, 400, expiredPage);
    }
  };
}

async function answer(
  { provider, issuer, people, applicationOrigin }: SignInInteractionOptions,
  context: Context,
): Promise<void> {
  const { params, uid } = await provider.interactionDetails(context.req, context.res);
  const hint = typeof params['login_hint'] === 'string' && params['login_hint'] !== '' ? params['login_hint'] : null;
  const chosen = context.method === 'POST' ? (await readForm(context.req)).get('subject') : hint;
  const person = people.find(({ subject, mail }) => chosen === subject || chosen?.toLowerCase() === mail.toLowerCase());
  if (person !== undefined) {
    context.respond = false;
    return provider.interactionFinished(context.req, context.res, { login: { accountId: person.subject } });
  }
  const action = `${issuer}/interaction/${uid}`;
  showPage(
    context,
    chosen === null ? 200 : 404,
    signInPage({ people, action, unknownHint: chosen, applicationOrigin }),
  );
}

export function showPage(context: Context, status: number, page: HtmlPage): void {
  context.status = status;
  context.body = renderPage(page);
  context.set({ ...pageHeaders(page) });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LONGEST_BODY) return new URLSearchParams();
  }
  return new URLSearchParams(body);
}
