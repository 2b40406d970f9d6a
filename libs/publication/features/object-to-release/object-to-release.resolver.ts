import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ReleasePayload, toReleasePayload } from '../../release.graphql.js';
import { ObjectToReleaseHandler } from './object-to-release.handler.js';

@InputType()
export class ObjectToReleaseInput {
  @Field(() => ID) releaseId!: string;
  @Field(() => ID, { description: 'Code of a Land or BUND: the viewer’s own.' }) party!: string;
  @Field(() => String, { nullable: true, description: 'None is needed; only the own party reads it.' })
  reason?: string | null;
}

@ObjectType()
export class ObjectToReleasePayload extends ReleasePayload {}

@Resolver()
export class ObjectToReleaseResolver {
  constructor(private readonly handler: ObjectToReleaseHandler) {}

  @Mutation(() => ObjectToReleasePayload, {
    description: 'A Land or the Bund objects: the object is not released. Nobody else learns who it was.',
  })
  async objectToRelease(
    @CurrentActor() actor: Actor,
    @Args('input') input: ObjectToReleaseInput,
  ): Promise<ObjectToReleasePayload> {
    return toReleasePayload(await this.handler.execute(actor, input));
  }
}
