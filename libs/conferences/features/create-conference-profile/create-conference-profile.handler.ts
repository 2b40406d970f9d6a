import { Injectable } from '@nestjs/common';
import { WHOLE_CONFERENCE, capacitiesOn, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import type { ConferenceProfile } from '../../domain/conference-profile.js';
import { decideOnProfile } from '../../domain/conference-profile-lifecycle.js';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { eventOfProfile } from '../../profile-event.js';
import { valuesFrom, type EnteredProfile } from '../../profile-names.js';

export type ConferenceProfileAnswer = { readonly ok: true; readonly profile: ConferenceProfile } | Refused;

/** Another conference of ministers becomes possible by data alone. */
@Injectable()
export class CreateConferenceProfileHandler {
  constructor(
    private readonly database: Database,
    private readonly profiles: ConferenceProfiles,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, code: string, entered: EnteredProfile): Promise<ConferenceProfileAnswer> {
    const sound = valuesFrom(entered);
    if (!sound.ok) return sound;
    return this.database.write(actor, async (tx): Promise<ConferenceProfileAnswer> => {
      await this.profiles.lockAll(tx);
      const now = this.clock.now();
      const decision = decideOnProfile(null, newId(), 'createConferenceProfile', {
        now,
        capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
        values: sound.values,
        code,
        codeIsTaken: (await this.profiles.findProfile(tx, code)) !== null,
      });
      if (decision.ok) await this.profiles.save(tx, decision.profile, [eventOfProfile(actor, decision, now)]);
      return decision;
    });
  }
}
