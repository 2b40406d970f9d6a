import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import type { Refusal } from '#platform/lifecycle';
import { Preferences, type DigestTime } from '../../persistence/preferences.js';

@Injectable()
export class ChooseDigestTimeHandler {
  constructor(
    private readonly database: Database,
    private readonly preferences: Preferences,
  ) {}

  async execute(actor: Actor, time: DigestTime): Promise<readonly Refusal[]> {
    const refusals: Refusal[] = [];
    if (time.hour < 0 || time.hour > 23) {
      refusals.push({ code: 'INVALID_HOUR', message: 'Die Stunde liegt zwischen 0 und 23.', field: 'hour' });
    }
    if (time.weekday < 1 || time.weekday > 5) {
      refusals.push({
        code: 'INVALID_WEEKDAY',
        message: 'Wählen Sie einen Tag von Montag bis Freitag.',
        field: 'weekday',
      });
    }
    if (refusals.length > 0) return refusals;
    await this.database.write(actor, (tx) => this.preferences.chooseDigestTime(tx, actor.personId, time));
    return [];
  }
}
