import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import type { Actor } from '../../domain/actor.js';
import type { Body, Party } from '../../domain/bodies.js';

@Injectable()
export class OrganisationQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async listParties(actor: Actor): Promise<Party[]> {
    return this.database.read(actor, (tx) =>
      tx.prepared<Party>('list-parties', 'SELECT code, name, kind FROM parties ORDER BY audience_code'),
    );
  }

  async listBodies(actor: Actor): Promise<Body[]> {
    return this.database.read(actor, (tx) =>
      tx.prepared<Body>(
        'list-bodies',
        `SELECT code, name, kind FROM bodies
         WHERE valid_from <= $1::date AND (valid_to IS NULL OR valid_to >= $1::date) ORDER BY audience_code`,
        [berlinDay(this.clock.now())],
      ),
    );
  }
}
