import { Injectable } from '@nestjs/common';
import type { NotificationChannel } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import type { Refusal } from '#platform/lifecycle';
import { notificationKinds } from '../../domain/notification.js';
import { channelsOf } from '../../domain/notification-channel.js';
import { textOf } from '../../domain/notification-text.js';
import { Preferences } from '../../persistence/preferences.js';

@Injectable()
export class ChooseNotificationChannelHandler {
  constructor(
    private readonly database: Database,
    private readonly preferences: Preferences,
  ) {}

  /** For all of the kinds, or for none of them; null takes back what was chosen. */
  async execute(
    actor: Actor,
    asked: readonly string[],
    channel: NotificationChannel | null,
  ): Promise<readonly Refusal[]> {
    const kinds = notificationKinds.filter((kind) => asked.includes(kind));
    const unknown = asked.some((kind) => !kinds.some((known) => known === kind));
    const fixed = kinds.filter((kind) => channel !== null && !channelsOf(kind).includes(channel));
    const refusals: Refusal[] = fixed.map((kind) => ({
      code: 'NOTIFICATION_MANDATORY',
      message: `„${textOf(kind).subject}“ kommt immer sofort per E-Mail: Sie müssen dann handeln, oder Ihre Rechte sind betroffen.`,
      field: 'channel',
    }));
    if (unknown)
      refusals.push({ code: 'UNKNOWN_KIND', message: 'Diese Art von Nachricht gibt es nicht.', field: 'kinds' });
    if (refusals.length > 0) return refusals;
    await this.database.write(actor, (tx) =>
      channel === null
        ? this.preferences.forgetChannel(tx, actor.personId, kinds)
        : this.preferences.chooseChannel(tx, actor.personId, kinds, channel),
    );
    return [];
  }
}
