import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaLoaders } from '#agendas';
import type { PartyCode } from '#glossary';
import { partiesActedFor, partyOf, type Actor } from '#organisation';
import { CurrentActor, CurrentContext, type RequestContext } from '#platform/graphql';
import { permit, type ActionAvailability } from '#platform/lifecycle';
import { TopicType, type Topic } from '#topics';
import { DecisionLoaders } from '../../decision-loaders.js';
import { statementLifecycle } from '../../domain/statement-lifecycle.js';
import type { StatementContext } from '../../domain/statement.js';
import type { StatementPlaceRef } from '../../persistence/statement-places.js';
import type { StoredStatement } from '../../persistence/statement.repository.js';
import { StatementLoaders } from '../../statement-loaders.js';
import { newStatement, StatementTransitionHandler } from '../../statement-transition.handler.js';
import { StatementPlaceType, StatementType } from '../../statement.graphql.js';

const BEGINNINGS = ['draftStatement', 'announceStatementOnBehalf'] as const;

/** From a topic to its statements, and to where a new one is made. */
@Resolver(() => TopicType)
export class StatementsOfTopicResolver {
  constructor(
    private readonly loaders: StatementLoaders,
    private readonly agendas: AgendaLoaders,
    private readonly decisions: DecisionLoaders,
    private readonly transition: StatementTransitionHandler,
  ) {}

  @ResolveField(() => [StatementType], { description: 'In the order of the Länder, the Bund last.' })
  async statements(
    @Parent() { id }: Topic,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly StoredStatement[]> {
    return this.loaders.statementsOf(context, id);
  }

  @ResolveField(() => StatementPlaceType, {
    nullable: true,
    description: 'Null while the topic is on no agenda and in no written procedure.',
  })
  async statementPlace(
    @Parent() topic: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<StatementPlaceType | null> {
    const ref = await this.refOf(context, topic);
    const place = ref === null ? null : await this.loaders.placeOf(context, ref);
    if (ref === null || place === null) return null;
    const asked = this.transition.contextOf(actor, place, null);
    return {
      ...ref,
      parties: speakersOf(asked, actor).map(partyOf),
      availableActions: beginnings(newStatement(place, {}, asked.now), asked),
    };
  }

  private async refOf(context: RequestContext, { id, state }: Topic): Promise<StatementPlaceRef | null> {
    if (state === 'IN_WRITTEN_PROCEDURE') {
      const ballot = await this.decisions.ballotOfTopic(context, id);
      const writtenProcedureId = ballot?.writtenProcedureId ?? null;
      return writtenProcedureId === null ? null : { agendaItemId: null, writtenProcedureId };
    }
    // While a committee deals with the topic, its own item counts; afterwards that of the conference, once there is one.
    const item = state === 'IN_COMMITTEE' ? null : await this.agendas.itemOfTopic(context, id);
    const agendaItemId = item?.id ?? (await this.loaders.itemOfBody(context, id));
    return agendaItemId === null ? null : { agendaItemId, writtenProcedureId: null };
  }
}

/** The secretariat announces for any party that has the right. */
function speakersOf({ capacities, mayDeclare }: StatementContext, actor: Actor): readonly PartyCode[] {
  if (capacities.has('SECRETARIAT')) return [...mayDeclare];
  return partiesActedFor(actor, 'PARTY_COORDINATOR').filter((party) => mayDeclare.has(party));
}

function beginnings(
  statement: ReturnType<typeof newStatement>,
  context: StatementContext,
): readonly ActionAvailability[] {
  return BEGINNINGS.map((action) => {
    const verdict = permit(statementLifecycle, statement, action, context);
    const label = statementLifecycle.labels[action] ?? action;
    return { action, label, available: verdict.ok, refusals: verdict.ok ? [] : verdict.refusals };
  });
}
