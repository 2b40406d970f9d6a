import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import type { Refusal } from '#platform/lifecycle';

@ObjectType('Refusal', { description: 'An expected "no": code for programs, German message for people.' })
export class RefusalType implements Refusal {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
  @Field(() => String, { nullable: true, description: 'Name of the input field at fault.' }) field?: string;
  @Field(() => GraphQLJSONObject, { nullable: true }) details?: Record<string, unknown>;
}

@ObjectType('AvailableAction', { description: 'An action of the lifecycle; when not available, the reasons.' })
export class AvailableActionType {
  @Field(() => String) action!: string;
  @Field(() => String) label!: string;
  @Field(() => Boolean) available!: boolean;
  @Field(() => String, { nullable: true, description: 'In which capacity the viewer would act, in German.' })
  capacity?: string;

  @Field(() => [RefusalType]) refusals!: readonly RefusalType[];
}

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType('HistoryEntry', { description: 'Who did what in which capacity, when and why. Never changed afterwards.' })
export class HistoryEntryType {
  @Field(() => ID) id!: string;
  @Field(() => Int) sequence!: number;
  @Field(() => String) event!: string;
  @Field(() => String) label!: string;
  @Field(() => String) actorName!: string;
  @Field(() => String) capacity!: string;
  @Field(() => String) capacityLabel!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => GraphQLISODateTime) occurredAt!: Date;
}
