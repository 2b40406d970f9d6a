import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaLoaders, AgendaType, type AgendaItemRow } from '#agendas';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { AvailableActionType, CurrentActor, CurrentContext, type RequestContext } from '#platform/graphql';
import { permit, type ActionAvailability } from '#platform/lifecycle';
import { BallotType } from '../../ballot.graphql.js';
import { DecisionLoaders } from '../../decision-loaders.js';
import { ballotLifecycle, type BallotAction } from '../../domain/ballot-lifecycle.js';
import type { BlockPart } from '../../domain/block.js';
import { newBlockBallot } from '../../domain/new-ballot.js';
import { blockPartOf, isOpenConsent, isStillHere } from '../../domain/voted-topic.js';
import type { StoredBallot } from '../../persistence/ballot.repository.js';

const action: BallotAction = 'openBlockBallot';
const label = ballotLifecycle.labels[action] ?? action;
const anyRule = { adoptionRule: 'UNANIMITY', silenceRule: 'ALL_MUST_VOTE', minYes: 1 } as const;

/** From an agenda to the vote on its consent list. */
@Resolver(() => AgendaType)
export class BlockOfAgendaResolver {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly agendas: AgendaLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => BallotType, { nullable: true, description: 'The newest vote on its consent list as a block.' })
  async blockBallot(
    @Parent() { id }: AgendaType,
    @CurrentContext() context: RequestContext,
  ): Promise<StoredBallot | null> {
    return this.loaders.blockOfAgenda(context, id);
  }

  @ResolveField(() => [AvailableActionType], { description: 'Whether the consent list may be voted on; if not, why.' })
  async ballotActions(
    @Parent() agenda: AgendaType,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const now = this.clock.now();
    const items = await this.agendas.itemsOf(context, agenda.id);
    const sessionId = items[0]?.heldSessionId ?? null;
    const ballot = newBlockBallot('', { agendaId: agenda.id, sessionId, textHash: '', rule: anyRule }, now);
    const verdict = permit(ballotLifecycle, ballot, action, {
      now,
      capacities: capacitiesOn(actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic: null,
      block: { isCirculated: agenda.circulatedAt !== null, parts: await this.partsOf(context, items) },
      input: null,
    });
    return [{ action, label, available: verdict.ok, refusals: verdict.ok ? [] : verdict.refusals }];
  }

  private async partsOf(context: RequestContext, items: readonly AgendaItemRow[]): Promise<readonly BlockPart[]> {
    const parts = await Promise.all(
      items.filter(isOpenConsent).map(async (item): Promise<BlockPart | null> => {
        const topic = await this.agendas.topicOf(context, item.topicId);
        const latestBallot = await this.loaders.ballotOfTopic(context, item.topicId);
        return topic === null || !isStillHere(topic) ? null : blockPartOf({ topic, item, latestBallot });
      }),
    );
    return parts.filter((part) => part !== null);
  }
}
