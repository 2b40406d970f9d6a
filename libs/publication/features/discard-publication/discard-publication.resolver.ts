import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { PublicationPayload, PublicationTransitionInput, toPublicationPayload } from '../../publication.graphql.js';
import { DiscardPublicationHandler } from './discard-publication.handler.js';

@InputType()
export class DiscardPublicationInput extends PublicationTransitionInput {
  @Field(() => String) reason!: string;
}

@ObjectType()
export class DiscardPublicationPayload extends PublicationPayload {}

@Resolver()
export class DiscardPublicationResolver {
  constructor(private readonly handler: DiscardPublicationHandler) {}

  @Mutation(() => DiscardPublicationPayload, { description: 'What was prepared does not become public.' })
  async discardPublication(
    @CurrentActor() actor: Actor,
    @Args('input') input: DiscardPublicationInput,
  ): Promise<DiscardPublicationPayload> {
    return toPublicationPayload(await this.handler.execute(actor, input));
  }
}
