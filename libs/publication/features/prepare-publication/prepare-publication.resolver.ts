import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { PublicationPayload, toPublicationPayload } from '../../publication.graphql.js';
import { PreparePublicationHandler } from './prepare-publication.handler.js';

@InputType()
export class PreparePublicationInput {
  @Field(() => ID) conferenceId!: string;
}

@ObjectType()
export class PreparePublicationPayload extends PublicationPayload {}

@Resolver()
export class PreparePublicationResolver {
  constructor(private readonly handler: PreparePublicationHandler) {}

  @Mutation(() => PreparePublicationPayload, {
    description: 'Reports what would become public, for another to approve.',
  })
  async preparePublication(
    @CurrentActor() actor: Actor,
    @Args('input') { conferenceId }: PreparePublicationInput,
  ): Promise<PreparePublicationPayload> {
    return toPublicationPayload(await this.handler.execute(actor, conferenceId));
  }
}
