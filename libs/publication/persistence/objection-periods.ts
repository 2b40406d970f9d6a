import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import { Resolutions } from '#decisions';
import { berlinDay, endOfBerlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import { WrittenProcedures } from '#written-procedures';
import type { ReleasableObject } from '../domain/release.js';

/** Until when a party may object to the release of an object (domain.md §3). */
@Injectable()
export class ObjectionPeriods {
  constructor(
    private readonly conferences: Conferences,
    private readonly resolutions: Resolutions,
    private readonly procedures: WrittenProcedures,
  ) {}

  /**
   * The time ends with the session, and for what was resolved in writing with the form in which it was voted on. What
   * comes about only afterwards, as a statement that is recorded later, can be objected to on its day.
   */
  async endOf(tx: ReadTx, object: ReleasableObject, cameAboutAt: Date): Promise<Date> {
    const inWriting = await this.endOfForm(tx, object);
    if (inWriting !== null) return inWriting;
    const endOfSession = await this.endOfSession(tx, object.conferenceId);
    return endOfSession.getTime() > cameAboutAt.getTime() ? endOfSession : endOfBerlinDay(berlinDay(cameAboutAt));
  }

  /** The form asks about the text and its papers; statements and corrections come about after it. */
  private async endOfForm(tx: ReadTx, { objectKind, topicId }: ReleasableObject): Promise<Date | null> {
    if (objectKind !== 'RESOLUTION' && objectKind !== 'ATTACHMENT') return null;
    const resolution = (await this.resolutions.resolutionsByTopics(tx, [topicId])).get(topicId);
    if (resolution === undefined || resolution.writtenProcedureId === null) return null;
    return (await this.procedures.findProcedure(tx, resolution.writtenProcedureId))?.closesAt ?? null;
  }

  /** The instant at which it was concluded; at the latest the end of the last day of the conference. */
  private async endOfSession(tx: ReadTx, conferenceId: string): Promise<Date> {
    const { endsOn } = await this.conferences.getConference(tx, conferenceId);
    const latest = endOfBerlinDay(endsOn);
    const [concluded] = await tx.query<{ at: Date }>(
      `SELECT occurred_at AS at FROM history JOIN sessions ON sessions.id = record_id
       WHERE record_kind = 'session' AND event = 'session.concluded' AND body_code = 'MAIN_CONFERENCE'
         AND conference_id = $1 ORDER BY occurred_at LIMIT 1`,
      [conferenceId],
    );
    return concluded === undefined || concluded.at > latest ? latest : concluded.at;
  }
}
