import { ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItemType, AgendaLoaders, type AgendaItemRow } from '#agendas';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { AvailableActionType, type RequestContext } from '#platform/graphql';
import { permit, type ActionAvailability } from '#platform/lifecycle';
import { DecisionLoaders } from '../../decision-loaders.js';
import { ballotLifecycle, type BallotAction } from '../../domain/ballot-lifecycle.js';
import { newBallot, onItem } from '../../domain/new-ballot.js';
import { ballotTopicOf } from '../../domain/voted-topic.js';

const action: BallotAction = 'openBallot';
const label = ballotLifecycle.labels[action] ?? action;
/** What a conference has agreed on decides how votes count, never whether a ballot may be opened. */
const anyRule = { adoptionRule: 'UNANIMITY', silenceRule: 'ALL_MUST_VOTE', minYes: 1 } as const;

/**
 * Whether a ballot may be opened on an item: asked of the lifecycle for a ballot that is not there yet. Asked of every
 * item: without decorators on its parameters Nest hands on what GraphQL gives and wraps nothing.
 */
@Resolver(() => AgendaItemType)
export class BallotActionsOfItemResolver {
  constructor(
    private readonly loaders: DecisionLoaders,
    private readonly agendas: AgendaLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [AvailableActionType], { description: 'Whether a ballot may be opened on it; if not, why.' })
  async ballotActions(
    item: AgendaItemRow,
    _args: unknown,
    context: RequestContext,
  ): Promise<readonly ActionAvailability[]> {
    const [found, latestBallot] = await Promise.all([
      this.agendas.topicOf(context, item.topicId),
      this.loaders.ballotOfTopic(context, item.topicId),
    ]);
    if (found === null) return [];
    const topic = ballotTopicOf({ topic: found, item, latestBallot });
    const now = this.clock.now();
    const ballot = newBallot('', topic, { subject: { ...onItem(item.id, item.heldSessionId), rule: anyRule }, now });
    const verdict = permit(ballotLifecycle, ballot, action, {
      now,
      capacities: capacitiesOn(context.actor as Actor, WHOLE_CONFERENCE),
      ownParties: [],
      partyMayVote: false,
      votes: [],
      topic,
      input: null,
    });
    return [{ action, label, available: verdict.ok, refusals: verdict.ok ? [] : verdict.refusals }];
  }
}
