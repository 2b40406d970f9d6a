import { Injectable } from '@nestjs/common';
import { Sessions } from '#conferences';
import type { PartyCode } from '#glossary';
import { berlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import type { Ballot } from '../domain/ballot.js';

type Voted = Pick<Ballot, 'kind' | 'agendaId' | 'agendaItemId'>;

/** Who sits for a party at the table of the session in which a vote is given. */
@Injectable()
export class Representatives {
  constructor(private readonly sessions: Sessions) {}

  /** "Dr. Kim Beispiel, Staatssekretärin"; null in writing, and where nobody is named for the day. */
  async representativeOf(tx: ReadTx, ballot: Voted, party: PartyCode, now: Date): Promise<string | null> {
    if (ballot.kind === 'WRITTEN_PROCEDURE') return null;
    const [agenda] = await tx.prepared<{ conferenceId: string }>(
      'conference-of-ballot',
      `SELECT conference_id AS "conferenceId" FROM agendas
       WHERE id = coalesce($1, (SELECT agenda_id FROM agenda_items WHERE id = $2))`,
      [ballot.agendaId, ballot.agendaItemId],
    );
    const session = agenda === undefined ? null : await this.sessions.mainSessionOf(tx, agenda.conferenceId);
    if (session === null) return null;
    const found = (await this.sessions.representativesOf(tx, session.id, berlinDay(now))).get(party);
    return found === undefined ? null : [found.name, found.office].filter((part) => part !== '').join(', ');
  }
}
