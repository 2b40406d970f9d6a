import { Args, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { GiveWrittenFormHandler } from '../../give-written-form.handler.js';
import { WrittenFormInput } from '../../written-form.graphql.js';
import { toWrittenProcedurePayload, WrittenProcedurePayload } from '../../written-procedure.graphql.js';

@InputType()
export class GiveWrittenVoteInput extends WrittenFormInput {}

@ObjectType()
export class GiveWrittenVotePayload extends WrittenProcedurePayload {}

@Resolver()
export class GiveWrittenVoteResolver {
  constructor(private readonly handler: GiveWrittenFormHandler) {}

  @Mutation(() => GiveWrittenVotePayload, {
    description: 'Vote and release vote of the own party in one form; until the deadline the last one counts.',
  })
  async giveWrittenVote(
    @CurrentActor() actor: Actor,
    @Args('input') input: GiveWrittenVoteInput,
  ): Promise<GiveWrittenVotePayload> {
    return toWrittenProcedurePayload(await this.handler.execute(actor, 'giveWrittenVote', input));
  }
}
