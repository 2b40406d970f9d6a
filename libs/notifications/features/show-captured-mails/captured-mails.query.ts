import { Injectable } from '@nestjs/common';
import { Database, SYSTEM_ACTOR } from '#platform/database';

export interface CapturedMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly capturedAt: Date;
}

export const mailsPerPage = 20;

@Injectable()
export class CapturedMailsQuery {
  constructor(private readonly database: Database) {}

  /** The newest first. Everybody's mails: the page exists only where all people are invented. */
  async execute(page: number): Promise<{ readonly mails: readonly CapturedMail[]; readonly hasMore: boolean }> {
    return this.database.read(SYSTEM_ACTOR, async (tx) => {
      const rows = await tx.query<CapturedMail>(
        `SELECT id, recipient, subject, text, captured_at AS "capturedAt" FROM captured_mails
         ORDER BY id DESC LIMIT $1 OFFSET $2`,
        [mailsPerPage + 1, (page - 1) * mailsPerPage],
      );
      return { mails: rows.slice(0, mailsPerPage), hasMore: rows.length > mailsPerPage };
    });
  }
}
