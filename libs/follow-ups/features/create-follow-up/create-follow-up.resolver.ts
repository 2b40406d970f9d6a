import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { FollowUpKind } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { DueInput, FollowUpKindEnum, FollowUpPayload, toDue, toFollowUpPayload } from '../../follow-up.graphql.js';
import { CreateFollowUpHandler } from './create-follow-up.handler.js';

@InputType()
export class CreateFollowUpInput {
  @Field(() => ID) resolutionId!: string;
  @Field(() => ID, { description: 'The clause it comes from.' }) clauseId!: string;
  @Field(() => FollowUpKindEnum) kind!: FollowUpKind;
  @Field(() => String) task!: string;
  @Field(() => String, { description: 'Code of a body or party, CHAIR or ALL_LAENDER.' }) addressee!: string;
  @Field(() => DueInput) due!: DueInput;
  @Field(() => ID, { nullable: true, description: 'The unfulfilled follow-up that is asked for once more.' })
  repeatsId?: string | null;
}

@ObjectType()
export class CreateFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class CreateFollowUpResolver {
  constructor(private readonly handler: CreateFollowUpHandler) {}

  @Mutation(() => CreateFollowUpPayload, { description: 'The secretariat takes a follow-up from a clause.' })
  async createFollowUp(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateFollowUpInput,
  ): Promise<CreateFollowUpPayload> {
    const { due, repeatsId = null, ...fields } = input;
    return toFollowUpPayload(await this.handler.execute(actor, { ...fields, repeatsId, due: toDue(due) }));
  }
}
