import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { OfficeHeadPayload, toOfficeHeadPayload } from '../../office-head.graphql.js';
import { OfficeHeadTransitionHandler } from '../../office-head-transition.handler.js';

@InputType()
export class EndOfficeHeadInput {
  @Field(() => ID) headId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => DayScalar, { description: 'Last day; with yesterday it ends at once.' }) on!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class EndOfficeHeadPayload extends OfficeHeadPayload {}

@Resolver()
export class EndOfficeHeadResolver {
  constructor(private readonly heads: OfficeHeadTransitionHandler) {}

  @Mutation(() => EndOfficeHeadPayload, { description: 'Nobody heads the office afterwards, until somebody is named.' })
  async endOfficeHead(
    @CurrentActor() actor: Actor,
    @Args('input') { headId, expectedRevision, on, reason }: EndOfficeHeadInput,
  ): Promise<EndOfficeHeadPayload> {
    const input = { personId: '', on, reason: reason.trim() };
    const about = { action: 'endOfficeHead', headId, expectedRevision } as const;
    return toOfficeHeadPayload(await this.heads.execute(actor, { ...about, input }));
  }
}
