import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { ChairTermsPayload, toChairTermsPayload } from '../../chair-term.graphql.js';
import { ChairTermTransitionHandler } from '../../chair-term-transition.handler.js';
import type { Actor } from '../../domain/actor.js';

@InputType()
export class ShortenChairTermInput {
  @Field(() => ID) termId!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => DayScalar, { description: 'The new last day; the next term begins the day after.' }) on!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ShortenChairTermPayload extends ChairTermsPayload {}

@Resolver()
export class ShortenChairTermResolver {
  constructor(private readonly terms: ChairTermTransitionHandler) {}

  @Mutation(() => ShortenChairTermPayload, { description: 'Ends a term earlier; the next begins the day after.' })
  async shortenChairTerm(
    @CurrentActor() actor: Actor,
    @Args('input') input: ShortenChairTermInput,
  ): Promise<ShortenChairTermPayload> {
    const { termId, expectedRevision, on, reason } = input;
    const given = { on, reason: reason.trim() };
    return toChairTermsPayload(
      await this.terms.execute(actor, { action: 'shortenChairTerm', termId, expectedRevision, input: given }),
    );
  }
}
