import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { GiveWrittenFormHandler } from '../../give-written-form.handler.js';
import { WrittenFormInput } from '../../written-form.graphql.js';
import { toWrittenProcedurePayload, WrittenProcedurePayload } from '../../written-procedure.graphql.js';

@InputType()
export class GiveWrittenVoteOnBehalfInput extends WrittenFormInput {
  @Field(() => String, { description: 'How the party told it.' }) reason!: string;
}

@ObjectType()
export class GiveWrittenVoteOnBehalfPayload extends WrittenProcedurePayload {}

@Resolver()
export class GiveWrittenVoteOnBehalfResolver {
  constructor(private readonly handler: GiveWrittenFormHandler) {}

  @Mutation(() => GiveWrittenVoteOnBehalfPayload, {
    description: 'The secretariat enters what a party told it; both names are kept.',
  })
  async giveWrittenVoteOnBehalf(
    @CurrentActor() actor: Actor,
    @Args('input') input: GiveWrittenVoteOnBehalfInput,
  ): Promise<GiveWrittenVoteOnBehalfPayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, 'giveWrittenVoteOnBehalf', input));
  }
}
