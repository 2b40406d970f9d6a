import { Injectable } from '@nestjs/common';
import { WHOLE_CONFERENCE, capacitiesOn, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { ConferenceProfile } from '../../domain/conference-profile.js';
import { decideOnProfile } from '../../domain/conference-profile-lifecycle.js';
import { ConferenceProfiles } from '../../persistence/conference-profile.repository.js';
import { eventOfProfile } from '../../profile-event.js';
import { valuesFrom, type EnteredProfile } from '../../profile-names.js';

export interface EditConferenceProfile {
  readonly code: string;
  readonly expectedRevision: number;
  readonly profile: EnteredProfile;
}

export type EditConferenceProfileAnswer = { readonly ok: true; readonly profile: ConferenceProfile } | Refused;

@Injectable()
export class EditConferenceProfileHandler {
  constructor(
    private readonly database: Database,
    private readonly profiles: ConferenceProfiles,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: EditConferenceProfile): Promise<EditConferenceProfileAnswer> {
    const { code, expectedRevision } = input;
    const sound = valuesFrom(input.profile);
    if (!sound.ok) return sound;
    return this.database.write(actor, async (tx): Promise<EditConferenceProfileAnswer> => {
      const before = await this.profiles.lockProfile(tx, code);
      if (before === null) return unknownProfile;
      if (before.revision !== expectedRevision) return changedMeanwhile(before.revision);
      const now = this.clock.now();
      const decision = decideOnProfile(before, before.id, 'editConferenceProfile', {
        now,
        capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
        values: sound.values,
        code,
        codeIsTaken: true,
      });
      if (decision.ok) await this.profiles.save(tx, decision.profile, [eventOfProfile(actor, decision, now)]);
      return decision;
    });
  }
}

const unknownProfile = refused({ code: 'NOT_FOUND', message: 'Dieses Konferenzprofil gibt es nicht.', field: 'code' });

function changedMeanwhile(revision: number): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Das Profil wurde inzwischen geändert. Bitte laden Sie es neu; Ihre Eingaben bleiben erhalten.',
    details: { revision },
  });
}
