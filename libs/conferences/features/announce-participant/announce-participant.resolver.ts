import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { ParticipantRole } from '#glossary';
import { isBodyCode, isPartyCode, type Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { ParticipantPayload, ParticipantRoleEnum, toParticipantPayload } from '../../participant.graphql.js';
import { ParticipantTransitionHandler } from '../../participant-transition.handler.js';

@InputType()
export class AnnounceParticipantInput {
  @Field(() => ID) sessionId!: string;
  @Field(() => String, { description: 'Name of the person, or of the function as long as nobody is known.' })
  name!: string;

  @Field(() => String, { nullable: true }) office?: string | null;
  @Field(() => ID, { nullable: true, description: 'Code of the party the person comes for.' }) party?: string | null;
  @Field(() => ID, { nullable: true, description: 'Code of the body the person comes for.' }) body?: string | null;
  @Field(() => ParticipantRoleEnum) role!: ParticipantRole;
}

@ObjectType()
export class AnnounceParticipantPayload extends ParticipantPayload {}

@Resolver()
export class AnnounceParticipantResolver {
  constructor(private readonly transition: ParticipantTransitionHandler) {}

  @Mutation(() => AnnounceParticipantPayload, { description: 'Somebody takes part in a session.' })
  async announceParticipant(
    @CurrentActor() actor: Actor,
    @Args('input') { sessionId, name, office = null, party = null, body = null, role }: AnnounceParticipantInput,
  ): Promise<AnnounceParticipantPayload> {
    if (party !== null && !isPartyCode(party))
      return refusedFor('UNKNOWN_PARTY', 'Dieses Land gibt es nicht.', 'party');
    if (body !== null && !isBodyCode(body)) return refusedFor('UNKNOWN_BODY', 'Dieses Gremium gibt es nicht.', 'body');
    return toParticipantPayload(await this.transition.announce(actor, sessionId, { name, office, party, body, role }));
  }
}

function refusedFor(code: string, message: string, field: string): AnnounceParticipantPayload {
  return { participant: null, refusals: [{ code, message, field }] };
}
