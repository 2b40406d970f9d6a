import { Injectable } from '@nestjs/common';
import { Sessions } from '#conferences';
import type { PartyCode } from '#glossary';
import { berlinDay } from '#platform/clock';
import type { ReadTx } from '#platform/database';
import type { Ballot } from '../domain/ballot.js';

/** Who sits for a party at the table of the session in which a vote is given. */
@Injectable()
export class Representatives {
  constructor(private readonly sessions: Sessions) {}

  /** "Dr. Kim Beispiel, Staatssekretärin"; null in writing, and where nobody is named for the day. */
  async representativeOf(
    tx: ReadTx,
    ballot: Pick<Ballot, 'sessionId'>,
    party: PartyCode,
    now: Date,
  ): Promise<string | null> {
    if (ballot.sessionId === null) return null;
    const sitting = await this.sessions.representativesOf(tx, ballot.sessionId, berlinDay(now));
    const found = sitting.get(party);
    return found === undefined ? null : [found.name, found.office].filter((part) => part !== '').join(', ');
  }
}
