import { Injectable } from '@nestjs/common';
import { notificationChannelNames } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { areaOf, channelsOf, mayReach, usualChannelOf } from './domain/notification-channel.js';
import { notificationKinds } from './domain/notification.js';
import { textOf } from './domain/notification-text.js';
import type { NotificationPreferencesType } from './notification-preferences.graphql.js';
import { Preferences } from './persistence/preferences.js';

@Injectable()
export class NotificationPreferencesQuery {
  constructor(
    private readonly database: Database,
    private readonly preferences: Preferences,
  ) {}

  async execute(actor: Actor): Promise<NotificationPreferencesType> {
    return this.database.read(actor, async (tx) => {
      const chosen = await this.preferences.channelsOf(tx, actor.personId);
      const { hour, weekday } = await this.preferences.digestTimeOf(tx, actor.personId);
      const roles = actor.assignments.map(({ role }) => role);
      const offered = notificationKinds.filter((kind) => mayReach(kind, roles));
      const choices = offered.map((kind) => {
        const channels = channelsOf(kind);
        const wish = chosen.get(kind);
        const usual = usualChannelOf(kind);
        const channel = wish !== undefined && channels.includes(wish) ? wish : usual;
        const labels = { label: textOf(kind).subject, channelLabel: notificationChannelNames[channel] };
        return {
          kind,
          area: areaOf(kind),
          ...labels,
          channel,
          channels,
          usual,
          usualLabel: notificationChannelNames[usual],
        };
      });
      return { choices, digestHour: hour, digestWeekday: weekday };
    });
  }
}
