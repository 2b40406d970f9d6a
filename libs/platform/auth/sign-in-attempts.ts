import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, SYSTEM_ACTOR } from '#platform/database';
import { digestOf } from './sign-in-secrets.js';

const LONGEST_ATTEMPT = 15 * 60_000;

/** What one way to the provider and back must remember. One row per attempt, so that several tabs do not disturb each other. */
export interface SignInAttempt {
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where the person wanted to go: a path of this server. */
  readonly returnTo: string;
}

/** Names an attempt: `state` travels through the provider, `browser` stays in a cookie. Both must come back together. */
export interface AttemptKey {
  readonly state: string;
  readonly browser: string;
}

@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async begin({ state, browser }: AttemptKey, attempt: SignInAttempt): Promise<void> {
    const now = this.clock.now();
    await this.database.write(SYSTEM_ACTOR, async (tx) => {
      await tx.execute('DELETE FROM sign_in_attempts WHERE expires_at <= $1', [now]);
      await tx.execute(
        `INSERT INTO sign_in_attempts (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          digestOf(state),
          digestOf(browser),
          attempt.nonce,
          attempt.codeVerifier,
          attempt.returnTo,
          new Date(now.getTime() + LONGEST_ATTEMPT),
        ],
      );
    });
  }

  /** Takes the attempt away: it is answered once, and null ever after. */
  async take({ state, browser }: AttemptKey): Promise<SignInAttempt | null> {
    const [attempt] = await this.database.write(SYSTEM_ACTOR, (tx) =>
      tx.query<SignInAttempt>(
        `DELETE FROM sign_in_attempts WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
         RETURNING nonce, code_verifier AS "codeVerifier", return_to AS "returnTo"`,
        [digestOf(state), digestOf(browser), this.clock.now()],
      ),
    );
    return attempt ?? null;
  }
}
