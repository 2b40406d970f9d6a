import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { outcomeNames, type AgendaItemState, type Outcome } from '#glossary';
import { Database, type ReadTx } from '#platform/database';
import { CurrentContext, loadAsActor, type RequestContext } from '#platform/graphql';
import { TopicType } from '#topics';
import { AgendaLoaders } from '../../agenda-loaders.js';
import { AgendaType } from '../../agenda.graphql.js';
import type { AgendaRow } from '../../persistence/agenda.repository.js';

interface Appearance {
  readonly id: string;
  readonly topicId: string;
  readonly agendaId: string;
  readonly number: string | null;
  readonly state: AgendaItemState;
  readonly outcome: Outcome | null;
}

const APPEARANCES = Symbol('agendas that topics stood on');

@ObjectType('AgendaAppearance', { description: 'A topic on one agenda, of a conference or of one of its bodies.' })
export class AgendaAppearanceType {
  @Field(() => ID, { description: 'Of the item.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Null until the agenda is circulated.' }) number!: string | null;
  @Field(() => String, { nullable: true, description: 'How it ended there.' }) ending!: string | null;
  @Field(() => AgendaType) agenda!: AgendaRow;
}

/** Where the topic has been dealt with, earlier and now: it keeps one identity through all bodies and conferences. */
@Resolver(() => TopicType)
export class AppearancesOfTopicResolver {
  constructor(
    private readonly database: Database,
    private readonly loaders: AgendaLoaders,
  ) {}

  @ResolveField(() => [AgendaAppearanceType], {
    description: 'Agendas it stands or stood on, the earliest first, as far as the viewer may see them.',
  })
  async agendaItems(
    @Parent() { id }: { readonly id: string },
    @CurrentContext() context: RequestContext,
  ): Promise<readonly AgendaAppearanceType[]> {
    const found =
      (await loadAsActor(this.database, context, { key: APPEARANCES, id, batch: appearancesByTopics })) ?? [];
    const shown = found.map(async ({ agendaId, ...item }) => {
      const agenda = await this.loaders.agendaById(context, agendaId);
      return agenda === null ? [] : [{ id: item.id, number: item.number, ending: endingOf(item), agenda }];
    });
    return (await Promise.all(shown)).flat();
  }
}

function endingOf({ state, outcome }: Pick<Appearance, 'state' | 'outcome'>): string | null {
  if (outcome !== null) return outcomeNames[outcome];
  return state === 'REMOVED' ? 'Abgesetzt' : null;
}

/** Under row-level security: what the reader may not see is not among them. */
async function appearancesByTopics(
  tx: ReadTx,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Appearance[]>> {
  const rows = await tx.prepared<Appearance>(
    'agenda-appearances-by-topics',
    `SELECT item.id, item.topic_id AS "topicId", item.agenda_id AS "agendaId", item.number, item.state, item.outcome
     FROM agenda_items item JOIN agendas agenda ON agenda.id = item.agenda_id
     WHERE item.topic_id = ANY ($1::uuid[]) ORDER BY item.placed_at, item.id`,
    [topicIds],
  );
  return new Map(topicIds.map((id) => [id, rows.filter(({ topicId }) => topicId === id)]));
}
