import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import type { Conference } from '../../domain/conference.js';
import { Conferences } from '../../persistence/conference.repository.js';

@Injectable()
export class ConferenceQuery {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
  ) {}

  async list(actor: Actor): Promise<readonly Conference[]> {
    return this.database.read(actor, (tx) => this.conferences.listConferences(tx));
  }

  /** Null when there is no such conference, or the actor may not see it. */
  async find(actor: Actor, id: string): Promise<Conference | null> {
    return this.database.read(actor, (tx) => this.conferences.findConference(tx, id));
  }
}
