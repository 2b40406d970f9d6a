import { Injectable } from '@nestjs/common';
import type { BodyCode } from '#glossary';
import { appendHistory, type RecordEvent, type Tx } from '#platform/database';
import { audienceOfBody, OFFICE_AUDIENCE } from '../domain/audiences.js';

/** What people are entrusted with in a body ends with the body. */
@Injectable()
export class AssignmentsOfBodies {
  /** Each ended assignment gets an entry in its own history, for the reason for which the body was dissolved. */
  async endOnDissolution(tx: Tx, body: BodyCode, lastDay: string, dissolved: RecordEvent): Promise<void> {
    const ended = await tx.query<{ id: string }>(
      `UPDATE assignments SET valid_to = greatest($2::date, valid_from), revision = revision + 1
       WHERE body_code = $1 AND (valid_to IS NULL OR valid_to > $2::date) RETURNING id`,
      [body, lastDay],
    );
    for (const { id } of ended) {
      const { actorName, capacity, reason, occurredAt } = dissolved;
      const event = { type: 'assignment.ended', recordKind: 'assignment', recordId: id, data: { body, lastDay } };
      const audience = [0, OFFICE_AUDIENCE.SECRETARIAT, audienceOfBody(body)];
      await appendHistory(tx, audience, [{ ...event, actorName, capacity, reason, occurredAt }]);
    }
  }
}
