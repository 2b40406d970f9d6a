import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('RecordChange', {
  description:
    'Says that a record has changed, not how: what is to be shown is read again. Both fields are null when changes may have been missed.',
})
export class RecordChangeType {
  @Field(() => String, { nullable: true, description: 'The kind as in histories: topic, agenda, ballot …' })
  recordKind!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;
}
