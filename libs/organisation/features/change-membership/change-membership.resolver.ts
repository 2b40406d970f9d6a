import type { MembershipKind } from '#glossary';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, DayScalar } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { BodyPayload, MembershipKindEnum, toBodyPayload } from '../../body.graphql.js';
import { BodyTransitionHandler } from '../../body-transition.handler.js';
import { refused } from '#platform/lifecycle';
import { isPartyCode } from '../../domain/bodies.js';
import type { PartyRights } from '../../domain/party-rights.js';

@InputType()
export class ChangeMembershipInput {
  @Field(() => ID) code!: string;
  @Field(() => Int) expectedRevision!: number;
  @Field(() => ID, { description: 'Code of a Land or of the Bund.' }) party!: string;
  @Field(() => MembershipKindEnum, { nullable: true, description: 'Null: belongs to the body no longer.' })
  kind?: MembershipKind | null;

  @Field(() => Boolean, { defaultValue: false }) mayRegister!: boolean;
  @Field(() => Boolean, { defaultValue: false }) mayVote!: boolean;
  @Field(() => Boolean, { defaultValue: false }) mayDeclare!: boolean;
  @Field(() => Boolean, { defaultValue: false }) mayObjectToRelease!: boolean;
  @Field(() => DayScalar, { description: 'First day of the change; the last day when it ends.' }) on!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class ChangeMembershipPayload extends BodyPayload {}

@Resolver()
export class ChangeMembershipResolver {
  constructor(private readonly bodies: BodyTransitionHandler) {}

  @Mutation(() => ChangeMembershipPayload, {
    description: 'Changes how a Land or the Bund belongs to a body, from a day on.',
  })
  async changeMembership(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeMembershipInput,
  ): Promise<ChangeMembershipPayload> {
    const { code, expectedRevision, party, kind = null, on, reason, ...rights } = input;
    if (!isPartyCode(party)) return toBodyPayload(unknownParty);
    const membership = { party, rights: kind === null ? null : { ...rightsFrom(rights), kind } };
    const given = { membership, on, reason: reason.trim() };
    return toBodyPayload(
      await this.bodies.execute(actor, { action: 'changeMembership', code, expectedRevision, input: given }),
    );
  }
}

function rightsFrom({ mayRegister, mayVote, mayDeclare, mayObjectToRelease }: PartyRights): PartyRights {
  return { mayRegister, mayVote, mayDeclare, mayObjectToRelease };
}

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });
