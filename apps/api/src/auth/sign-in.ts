import { Injectable } from '@nestjs/common';
import { AuthorizationResponseError, randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { ActorDirectory } from '#organisation';
import { newSecret, SignInAttempts, SignInSessions } from '#platform/auth';
import { IdentityClient, type Identity } from './identity-client.js';

export interface SignInRequest {
  readonly returnTo: string;
  readonly loginHint: string | null;
  readonly anotherAccount: boolean;
  /** Secret that stays in the browser's cookie. */
  readonly browser: string;
}

export type SignInRefusal =
  'CANCELLED' | 'ATTEMPT_EXPIRED' | 'MAIL_NOT_VERIFIED' | 'PERSON_UNKNOWN' | 'MAIL_LINKED_TO_ANOTHER_ACCOUNT';

export type SignInOutcome =
  | { readonly ok: true; readonly sessionToken: string; readonly returnTo: string }
  | { readonly ok: false; readonly refusal: SignInRefusal; readonly mail: string | null };

/** The way of a person through sign-in: to the identity provider, back with a code, and out again. */
@Injectable()
export class SignIn {
  constructor(
    private readonly client: IdentityClient,
    private readonly attempts: SignInAttempts,
    private readonly sessions: SignInSessions,
    private readonly people: ActorDirectory,
  ) {}

  /** Remembers the attempt and answers where to send the browser. */
  async begin({ returnTo, loginHint, anotherAccount, browser }: SignInRequest): Promise<URL> {
    const attempt = { nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier(), returnTo };
    const state = newSecret();
    const url = await this.client.authorizationUrl({ ...attempt, state, loginHint, anotherAccount });
    await this.attempts.begin({ state, browser }, attempt);
    return url;
  }

  /** Answers the provider's redirect. `earlierToken` is the session that the new one replaces. */
  async complete(callback: URL, browser: string | null, earlierToken: string | null): Promise<SignInOutcome> {
    const state = callback.searchParams.get('state');
    const attempt = state === null || browser === null ? null : await this.attempts.take({ state, browser });
    if (state === null || attempt === null) return refused('ATTEMPT_EXPIRED');
    const identity = await this.client.redeem(callback, state, attempt).catch((error: unknown) => {
      if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return null;
      throw error;
    });
    if (identity === null) return refused('CANCELLED');
    const person = await this.recognise(identity);
    if (typeof person === 'string') return refused(person, identity.mail);
    if (earlierToken !== null) await this.sessions.end(earlierToken);
    const sessionToken = await this.sessions.begin(person.id, identity.idToken);
    return { ok: true, sessionToken, returnTo: attempt.returnTo };
  }

  /** Ends the session here and answers where it ends at the provider, if anywhere. */
  async end(sessionToken: string): Promise<URL | null> {
    const ended = await this.sessions.end(sessionToken);
    return ended === null ? null : this.client.endSessionUrl(ended.idToken);
  }

  /** By subject; at the first sign-in by the verified mail address, which is then linked. Nobody registers oneself. */
  private async recognise({
    issuer,
    subject,
    mail,
    isMailVerified,
  }: Identity): Promise<{ id: string } | SignInRefusal> {
    const known = await this.people.personBySubject(issuer, subject);
    if (known !== null) return known;
    if (mail === null || !isMailVerified) return 'MAIL_NOT_VERIFIED';
    const person = await this.people.personByMail(mail, issuer);
    if (person === null) return 'PERSON_UNKNOWN';
    if (person.subject !== null) return 'MAIL_LINKED_TO_ANOTHER_ACCOUNT';
    await this.people.linkSubject(person.id, issuer, subject);
    return person;
  }
}

function refused(refusal: SignInRefusal, mail: string | null = null): SignInOutcome {
  return { ok: false, refusal, mail };
}
