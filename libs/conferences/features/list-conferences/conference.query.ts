import { Injectable } from '@nestjs/common';
import { WHOLE_CONFERENCE, capacitiesOn, type Actor } from '#organisation';
import { Clock, berlinDay } from '#platform/clock';
import { Database } from '#platform/database';
import type { ActionAvailability } from '#platform/lifecycle';
import { actionsOn } from '../../domain/conference-decision.js';
import type { Conference } from '../../domain/conference.js';
import { Conferences } from '../../persistence/conference.repository.js';

@Injectable()
export class ConferenceQuery {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<readonly Conference[]> {
    return this.database.read(actor, (tx) => this.conferences.listConferences(tx));
  }

  /** Null when there is no such conference, or the actor may not see it. */
  async find(actor: Actor, id: string): Promise<Conference | null> {
    return this.database.read(actor, (tx) => this.conferences.findConference(tx, id));
  }

  availableActions(actor: Actor): readonly ActionAvailability[] {
    const now = this.clock.now();
    return actionsOn({
      now,
      today: berlinDay(now),
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      conferencePlan: null,
      sessionPlan: null,
    });
  }
}
