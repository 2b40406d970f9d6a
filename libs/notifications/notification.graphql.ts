import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoType } from '#platform/graphql';

@ObjectType('Notification', { description: 'What a person was told. Names no paper; the link leads to it.' })
export class NotificationType {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { description: 'Path in the web application.' }) link!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) readAt!: Date | null;
  @Field(() => String, { description: 'Why this person was told: the end of "weil …".' }) because!: string;
}

@ObjectType('NotificationConnection')
export class NotificationConnectionType {
  @Field(() => [NotificationType]) nodes!: readonly NotificationType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'How many of all are unread.' }) unread!: number;
}
