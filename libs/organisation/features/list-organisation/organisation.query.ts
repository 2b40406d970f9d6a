import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import type { Actor } from '../../domain/actor.js';
import type { Party } from '../../domain/bodies.js';
import { nameOn, type BodyRecord } from '../../domain/body-record.js';
import { isValidOn } from '../../domain/validity.js';
import { Bodies } from '../../persistence/body.repository.js';

@Injectable()
export class OrganisationQuery {
  constructor(
    private readonly database: Database,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
  ) {}

  async listParties(actor: Actor): Promise<Party[]> {
    return this.database.read(actor, (tx) =>
      tx.prepared<Party>('list-parties', 'SELECT code, name, kind FROM parties ORDER BY audience_code'),
    );
  }

  /** The bodies that exist on the day, or through all times. */
  async listBodies(actor: Actor, day: string | null, isEver: boolean): Promise<readonly BodyRecord[]> {
    const bodies = await this.database.read(actor, (tx) => this.bodies.listBodies(tx));
    return bodies.filter((body) => isEver || isValidOn(body, day ?? this.today()));
  }

  /** By the permanent short name, or by the id under which the history knows it. */
  async findBody(actor: Actor, key: string): Promise<BodyRecord | null> {
    const bodies = await this.listBodies(actor, null, true);
    return bodies.find(({ code, id }) => code === key || id === key) ?? null;
  }

  nameOf(body: BodyRecord, day: string | null): string {
    return nameOn(body, day ?? this.today());
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}
