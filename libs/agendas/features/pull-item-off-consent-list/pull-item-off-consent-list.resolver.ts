import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { isPartyCode, type Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { refused } from '#platform/lifecycle';
import { AgendaTransitionHandler } from '../../agenda-transition.handler.js';
import { AgendaPayload, toAgendaPayload } from '../../agenda.graphql.js';

/** Without a revision: it overwrites nothing that somebody else may have changed, and must not fail for it. */
@InputType()
export class PullItemOffConsentListInput {
  @Field(() => ID) agendaId!: string;
  @Field(() => ID) itemId!: string;
  @Field(() => String, { nullable: true, description: 'Code of a Land or BUND; needed by who coordinates several.' })
  party?: string | null;

  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ObjectType()
export class PullItemOffConsentListPayload extends AgendaPayload {}

@Resolver()
export class PullItemOffConsentListResolver {
  constructor(private readonly transition: AgendaTransitionHandler) {}

  @Mutation(() => PullItemOffConsentListPayload, {
    description: 'Any party, the Bund among them, asks for an item to be discussed, until the block is voted on.',
  })
  async pullItemOffConsentList(
    @CurrentActor() actor: Actor,
    @Args('input') { agendaId, itemId, party = null, reason }: PullItemOffConsentListInput,
  ): Promise<PullItemOffConsentListPayload> {
    if (party !== null && !isPartyCode(party)) return toAgendaPayload(unknownParty);
    const input = { itemId, party, reason };
    return toAgendaPayload(await this.transition.execute(actor, { agendaId, action: 'pullItemOffConsentList', input }));
  }
}

const unknownParty = refused({ code: 'UNKNOWN_PARTY', message: 'Dieses Land gibt es nicht.', field: 'party' });
