import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { isPartyCode, type Actor } from '#organisation';
import { CurrentActor, DayScalar } from '#platform/graphql';
import { SessionPayload, toSessionPayload } from '../../session.graphql.js';
import { SessionTransitionHandler } from '../../session-transition.handler.js';

@InputType()
export class NameRepresentativeInput {
  @Field(() => ID) sessionId!: string;
  @Field(() => ID, { description: 'Code of the party.' }) party!: string;
  @Field(() => DayScalar, { description: 'From this day of the session on.' }) day!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'For example state secretary.' }) office!: string;
}

@ObjectType()
export class NameRepresentativePayload extends SessionPayload {}

@Resolver()
export class NameRepresentativeResolver {
  constructor(private readonly transition: SessionTransitionHandler) {}

  @Mutation(() => NameRepresentativePayload, { description: 'Says who speaks and votes for a party in a session.' })
  async nameRepresentative(
    @CurrentActor() actor: Actor,
    @Args('input') { sessionId, party, ...named }: NameRepresentativeInput,
  ): Promise<NameRepresentativePayload> {
    if (!isPartyCode(party)) {
      const refusal = { code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' };
      return { session: null, refusals: [refusal] };
    }
    const input = { representative: { ...named, party } };
    return toSessionPayload(await this.transition.execute(actor, { sessionId, action: 'nameRepresentative', input }));
  }
}
