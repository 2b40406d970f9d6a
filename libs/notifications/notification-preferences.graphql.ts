import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type NotificationChannel, notificationChannelNames } from '#glossary';
import { closedSet } from '#platform/graphql';

export const NotificationChannelEnum = closedSet('NotificationChannel', notificationChannelNames);

@ObjectType('NotificationChoice', {
  description: 'How the viewer is told of one kind of thing, and how else it could be.',
})
export class NotificationChoiceType {
  @Field(() => String) kind!: string;
  @Field(() => String, { description: 'Under which heading it is offered.' }) area!: string;
  @Field(() => String) label!: string;
  @Field(() => NotificationChannelEnum) channel!: NotificationChannel;
  @Field(() => String) channelLabel!: string;
  @Field(() => NotificationChannelEnum, { description: 'How it comes to who has chosen nothing.' })
  usual!: NotificationChannel;
  @Field(() => String) usualLabel!: string;
  @Field(() => [NotificationChannelEnum], { description: 'One alone: this kind comes in any case.' })
  channels!: readonly NotificationChannel[];
}

@ObjectType('NotificationPreferences')
export class NotificationPreferencesType {
  @Field(() => [NotificationChoiceType]) choices!: readonly NotificationChoiceType[];
  @Field(() => Int, { description: 'When summaries come: 0–23, Europe/Berlin.' }) digestHour!: number;
  @Field(() => Int, { description: 'On which day those of a week come: 1 (Monday) to 5 (Friday).' })
  digestWeekday!: number;
}
