import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '#platform/graphql';
import { closedSet } from '#platform/graphql';
import { addresseeKindNames, type AddresseeKind } from '../../domain/addressee.js';
import { dueKindNames, type DueKind } from '../../domain/due.js';

const AddresseeKindEnum = closedSet('AddresseeKind', addresseeKindNames);
const DueKindEnum = closedSet('DueKind', dueKindNames);

@ObjectType('Addressee', { description: 'Who is asked to do something.' })
export class AddresseeType {
  @Field(() => AddresseeKindEnum) kind!: AddresseeKind;
  @Field(() => String, { nullable: true, description: 'Of a body or a party.' }) code!: string | null;
  @Field(() => String) name!: string;
}

@ObjectType('Due', { description: 'A day, a conference, or a condition with the day of its review.' })
export class DueType {
  @Field(() => DueKindEnum) kind!: DueKind;
  @Field(() => String, { description: 'As papers name it.' }) label!: string;
  @Field(() => DayScalar, { description: 'The last day in time; for a condition, the day of its review.' })
  lastDay!: string;
}

@ObjectType('FollowUpOrigin', { description: 'The clause that asks, and the resolution it stands in.' })
export class FollowUpOriginType {
  @Field(() => ID) resolutionId!: string;
  @Field(() => ID) topicId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) itemNumber!: string | null;
  @Field(() => DayScalar) adoptedOn!: string;
  @Field(() => String, { nullable: true, description: 'Null for a single clause, which stands unnumbered.' })
  clauseNumber!: string | null;

  @Field(() => String) clauseText!: string;
}
