import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret, newSecret, pageHeaders, Public, renderPage } from '#platform/auth';
import { LOGGER, type Logger } from '#platform/logging';
import { AuthOptions } from './auth-options.js';
import { BROWSER_COOKIE, cookie, readCookie, SESSION_COOKIE } from './cookies.js';
import { localPath } from './local-path.js';
import { providerFaultPage, refusalPage, signedOutPage, type StatusPage } from './pages.js';
import { SignIn } from './sign-in.js';

const HALF_AN_HOUR = 30 * 60;

/** The addresses of sign-in and sign-out. They speak HTML, because a browser asks. */
@Public()
@Controller('auth')
export class AuthController {
  private readonly secure: boolean;

  constructor(
    private readonly signIn: SignIn,
    private readonly options: AuthOptions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.secure = options.publicUrl.startsWith('https:');
  }

  @Get('login')
  async login(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const canonical = this.canonicalAddress(request, query);
    if (canonical !== null) return redirect(reply, canonical);
    const earlier = readCookie(request.headers.cookie, BROWSER_COOKIE);
    const browser = isSecret(earlier) ? earlier : newSecret();
    try {
      const url = await this.signIn.begin({
        returnTo: localPath(query['returnTo']),
        loginHint: typeof query['login_hint'] === 'string' ? query['login_hint'] : null,
        anotherAccount: query['another'] === 'yes',
        browser,
      });
      this.setCookie(reply, BROWSER_COOKIE, browser, '/auth', HALF_AN_HOUR);
      redirect(reply, url.href);
    } catch (error) {
      this.answerFault(reply, error);
    }
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { cookie: cookies } = request.headers;
    const browser = readCookie(cookies, BROWSER_COOKIE);
    const address = new URL(request.url, this.options.publicUrl);
    try {
      const outcome = await this.signIn.complete(address, browser, readCookie(cookies, SESSION_COOKIE));
      if (!outcome.ok) {
        this.logger.info({ requestId: request.id, refusal: outcome.refusal }, 'sign-in refused');
        return show(reply, refusalPage(outcome.refusal, outcome.mail));
      }
      this.setCookie(reply, SESSION_COOKIE, outcome.sessionToken, '/', null);
      redirect(reply, `${this.options.publicUrl}${outcome.returnTo}`);
    } catch (error) {
      this.answerFault(reply, error);
    }
  }

  /** A form is led on by redirect; a script that accepts JSON is told where to go. */
  @Post('logout')
  async logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = readCookie(request.headers.cookie, SESSION_COOKIE);
    const atProvider = token === null ? null : await this.endSession(token);
    const redirectTo = atProvider?.href ?? '/auth/logged-out';
    this.setCookie(reply, SESSION_COOKIE, '', '/', 0);
    reply.header('cache-control', 'no-store');
    if (request.headers.accept?.includes('application/json') === true) return void reply.send({ redirectTo });
    redirect(reply, redirectTo);
  }

  @Get('logged-out')
  loggedOut(@Res() reply: FastifyReply): void {
    show(reply, signedOutPage);
  }

  /** Signed out here is signed out, also when the provider cannot be asked. */
  private async endSession(token: string): Promise<URL | null> {
    try {
      return await this.signIn.end(token);
    } catch (error) {
      this.logger.warn({ fault: nameOf(error) }, 'the identity provider does not learn of a sign-out');
      return null;
    }
  }

  /** Cookies belong to one host: who comes by another name of it is sent to the right one first, once. */
  private canonicalAddress(request: FastifyRequest, query: Readonly<Record<string, unknown>>): string | null {
    const { host, origin } = new URL(this.options.publicUrl);
    if (request.host === host || query['canonical'] !== undefined) return null;
    const address = new URL(request.url, origin);
    address.searchParams.set('canonical', 'yes');
    return address.href;
  }

  private setCookie(reply: FastifyReply, name: string, value: string, path: string, seconds: number | null): void {
    reply.header('set-cookie', cookie(name, value, { path, seconds, secure: this.secure }));
  }

  private answerFault(reply: FastifyReply, error: unknown): void {
    this.logger.error({ requestId: reply.request.id, fault: nameOf(error) }, 'sign-in failed');
    show(reply, providerFaultPage);
  }
}

function redirect(reply: FastifyReply, address: string): void {
  reply.header('cache-control', 'no-store').redirect(address, 303);
}

function show(reply: FastifyReply, page: StatusPage): void {
  reply.code(page.status).headers(pageHeaders(page)).send(renderPage(page));
}

/** Names and codes only: messages of the provider may carry what was typed or redeemed. */
function nameOf(fault: unknown): string {
  const { name, code, error, cause } = fault as Readonly<Record<string, unknown>>;
  const reason = (cause as { readonly code?: unknown } | undefined)?.code;
  return [name, code, error, reason].filter((part) => typeof part === 'string').join(' ');
}
