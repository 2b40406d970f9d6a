import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { ImplementationStatus } from '#glossary';
import { isPartyCode, type Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { FollowUpTransitionHandler, type FollowUpTransition } from '../../follow-up-transition.handler.js';
import {
  FollowUpPayload,
  FollowUpTransitionInput,
  ImplementationStatusEnum,
  toFollowUpPayload,
} from '../../follow-up.graphql.js';

@InputType()
export class RecordImplementationInput extends FollowUpTransitionInput {
  @Field(() => String, { description: 'Code of the Land.' }) party!: string;
  @Field(() => ImplementationStatusEnum) status!: ImplementationStatus;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@ObjectType()
export class RecordImplementationPayload extends FollowUpPayload {}

@Resolver()
export class RecordImplementationResolver {
  constructor(private readonly transition: FollowUpTransitionHandler) {}

  @Mutation(() => RecordImplementationPayload, { description: 'A Land says how far it has got.' })
  async recordImplementation(
    @CurrentActor() actor: Actor,
    @Args('input') { followUpId, expectedRevision, ...given }: RecordImplementationInput,
  ): Promise<RecordImplementationPayload> {
    const about = { followUpId, expectedRevision, action: 'recordImplementation' } as const;
    return toFollowUpPayload(await this.transition.execute(actor, { ...about, input: implementationFrom(given) }));
  }
}

/** A code no party has is left out; the lifecycle refuses. */
function implementationFrom({
  party,
  status,
  note,
}: Pick<RecordImplementationInput, 'party' | 'status' | 'note'>): FollowUpTransition['input'] & object {
  return isPartyCode(party) ? { implementation: { party, status }, note: note ?? null } : {};
}
