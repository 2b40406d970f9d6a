import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { precedentKindNames, type PrecedentKind } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { closedSet, CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import { TopicRepository, TopicType, type PrecedentLink, type Topic } from '#topics';
import { allClauses, numbered } from '../../domain/clause.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ClauseType } from '../../proposal.graphql.js';

const PrecedentKindEnum = closedSet('PrecedentKind', precedentKindNames);
const TOPICS = Symbol('topics cited as precedents');
const TEXTS = Symbol('texts cited as precedents');

@ObjectType('Precedent', { description: 'A link to an earlier topic, its resolution or a clause (Vorgang).' })
export class PrecedentType {
  @Field(() => ID) id!: string;
  @Field(() => PrecedentKindEnum) kind!: PrecedentKind;
  @Field(() => String) kindLabel!: string;
  @Field(() => TopicType) topic!: Topic;
  @Field(() => ClauseType, { nullable: true, description: 'Null when its text no longer has it.' })
  clause!: ClauseType | null;
}

/** Links lead only to what the reader can see: of the others not even their number is told. */
@Resolver(() => TopicType)
export class PrecedentsOfTopicResolver {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly proposals: ProposalRepository,
  ) {}

  @ResolveField(() => [PrecedentType], { description: 'Earlier topics it refers to, as far as the viewer sees them.' })
  async precedentLinks(
    @Parent() { precedentLinks }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly PrecedentType[]> {
    const shown = await Promise.all(precedentLinks.map((link) => this.shown(link, actor, context)));
    return shown.flatMap((each) => each ?? []);
  }

  private async shown(link: PrecedentLink, actor: Actor, context: RequestContext): Promise<PrecedentType | null> {
    const topics = loaderOf(context, TOPICS, (ids) =>
      this.database.read(actor, (tx) => this.topics.listTopicsByIds(tx, ids)),
    );
    const topic = await topics.load(link.topicId);
    if (topic === null) return null;
    const clause = link.clauseId === null ? null : await this.clauseOf(topic, link.clauseId, actor, context);
    return { id: link.id, kind: link.kind, kindLabel: precedentKindNames[link.kind], topic, clause };
  }

  private async clauseOf(topic: Topic, clauseId: string, actor: Actor, context: RequestContext) {
    const versionId = topic.frozenVersions.AS_ADOPTED ?? topic.proposalVersionId;
    if (versionId === null) return null;
    const texts = loaderOf(context, TEXTS, (ids) =>
      this.database.read(actor, (tx) => this.proposals.versionsByIds(tx, ids)),
    );
    const version = await texts.load(versionId);
    return allClauses(numbered(version?.clauses ?? [])).find(({ id }) => id === clauseId) ?? null;
  }
}
