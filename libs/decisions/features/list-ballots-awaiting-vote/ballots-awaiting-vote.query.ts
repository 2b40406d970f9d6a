import { Injectable } from '@nestjs/common';
import { BUND } from '#glossary';
import { partiesActedFor, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Ballots, type StoredBallot } from '../../persistence/ballot.repository.js';

const MOST_BALLOTS = 200;

/** Open ballots on which a party the actor votes for has said nothing yet on the text as it stands; oldest first. */
@Injectable()
export class BallotsAwaitingVoteQuery {
  constructor(
    private readonly database: Database,
    private readonly ballots: Ballots,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<readonly StoredBallot[]> {
    const parties = partiesActedFor(actor, 'PARTY_COORDINATOR');
    if (parties.length === 0) return [];
    const lands = parties.filter((party) => party !== BUND);
    return this.database.read(actor, async (tx) => {
      const rows = await tx.prepared<{ id: string }>(
        'ballots-awaiting-vote',
        `SELECT id FROM ballots WHERE state = 'OPEN' AND (closes_at IS NULL OR closes_at > $4) AND (
           EXISTS (SELECT FROM unnest($1::text[]) AS land WHERE NOT EXISTS (
             SELECT FROM votes WHERE votes.ballot_id = ballots.id AND votes.party = land AND votes.text_hash = ballots.text_hash))
           OR ($2 AND NOT EXISTS (SELECT FROM bund_positions position
             WHERE position.ballot_id = ballots.id AND position.text_hash = ballots.text_hash)))
         ORDER BY opened_at, id LIMIT $3`,
        [lands, parties.includes(BUND), MOST_BALLOTS, this.clock.now()],
      );
      const found = await this.ballots.ballotsByIds(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.flatMap(({ id }) => found.get(id) ?? []);
    });
  }
}
