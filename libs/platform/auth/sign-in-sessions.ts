import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, SYSTEM_ACTOR, type ReadTx } from '#platform/database';
import { digestOf, isSecret, newSecret, seal, unseal } from './sign-in-secrets.js';

const MINUTE = 60_000;
const LONGEST_SESSION = 12 * 60 * MINUTE;
const LONGEST_PAUSE = 120 * MINUTE;

interface SessionRow {
  readonly person_id: string;
  readonly last_seen_at: Date;
}

const FIND_SESSION = `
  SELECT person_id, last_seen_at FROM sign_in_sessions
  WHERE token_hash = $1 AND expires_at > $2 AND last_seen_at > $3`;

/**
 * Who is signed in. The browser holds a random token, the database its SHA-256: whoever reads the table cannot act as
 * anybody. A session ends 12 hours after signing in, after 2 hours without a request, or by signing out.
 */
@Injectable()
export class SignInSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers the token. The ID token is kept, sealed by the session token, only to end the provider's session too. */
  async begin(personId: string, idToken: string | null): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LONGEST_SESSION);
    const sealed = idToken === null ? null : seal(token, idToken);
    await this.database.write(SYSTEM_ACTOR, async (tx) => {
      await tx.execute('DELETE FROM sign_in_sessions WHERE expires_at <= $1', [now]);
      await tx.execute(
        `INSERT INTO sign_in_sessions (token_hash, person_id, sealed_id_token, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $4, $5)`,
        [digestOf(token), personId, sealed, now, expiresAt],
      );
    });
    return token;
  }

  /**
   * Reads for the person behind a token, in the transaction that found the session: this happens at every request, and
   * each transaction costs two more ways to the database. Null when the session is unknown or has ended. What a page does
   * by itself keeps nobody signed in: it is unattended.
   */
  async readFor<Result>(
    token: string,
    read: (tx: ReadTx, personId: string) => Promise<Result>,
    { isUnattended = false } = {},
  ): Promise<Result | null> {
    if (!isSecret(token)) return null;
    const now = this.clock.now();
    const found = await this.database.read(SYSTEM_ACTOR, async (tx) => {
      const [session] = await tx.prepared<SessionRow>('sign-in-session', FIND_SESSION, [
        digestOf(token),
        now,
        new Date(now.getTime() - LONGEST_PAUSE),
      ]);
      return session === undefined ? null : { session, result: await read(tx, session.person_id) };
    });
    if (found === null) return null;
    const pause = now.getTime() - found.session.last_seen_at.getTime();
    if (!isUnattended && pause >= MINUTE) await this.markSeen(token, now);
    return found.result;
  }

  /** Answers what the provider wants to know when it is told; null when there was nothing to end. */
  async end(token: string): Promise<{ readonly idToken: string | null } | null> {
    if (!isSecret(token)) return null;
    const [ended] = await this.database.write(SYSTEM_ACTOR, (tx) =>
      tx.query<{ sealed_id_token: Buffer | null }>(
        'DELETE FROM sign_in_sessions WHERE token_hash = $1 RETURNING sealed_id_token',
        [digestOf(token)],
      ),
    );
    if (ended === undefined) return null;
    return { idToken: ended.sealed_id_token === null ? null : unseal(token, ended.sealed_id_token) };
  }

  private async markSeen(token: string, now: Date): Promise<void> {
    await this.database.write(SYSTEM_ACTOR, (tx) =>
      tx.execute('UPDATE sign_in_sessions SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2', [
        digestOf(token),
        now,
      ]),
    );
  }
}
