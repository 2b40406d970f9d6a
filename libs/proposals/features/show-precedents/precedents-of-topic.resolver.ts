import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { precedentKindNames, type PrecedentKind } from '#glossary';
import type { Actor } from '#organisation';
import { Database } from '#platform/database';
import { closedSet, CurrentActor, CurrentContext, loaderOf, type RequestContext } from '#platform/graphql';
import { PrecedentRepository, TopicRepository, TopicType, type PrecedentLink, type Topic } from '#topics';
import { allClauses, numbered } from '../../domain/clause.js';
import { ProposalRepository } from '../../persistence/proposal.repository.js';
import { ClauseType } from '../../proposal.graphql.js';

const PrecedentKindEnum = closedSet('PrecedentKind', precedentKindNames);
const CITED = Symbol('precedents that topics cite');
const CITING = Symbol('topics that cite as precedents');
const TOPICS = Symbol('topics at the ends of precedents');
const TEXTS = Symbol('texts cited as precedents');

@ObjectType('Precedent', { description: 'A link between a topic and an earlier one, its resolution or a clause.' })
export class PrecedentType {
  @Field(() => ID) id!: string;
  @Field(() => PrecedentKindEnum) kind!: PrecedentKind;
  @Field(() => String) kindLabel!: string;
  @Field(() => TopicType, { description: 'The topic at the other end.' }) topic!: Topic;
  @Field(() => ClauseType, { nullable: true, description: 'The clause that is cited, as it reads in the latest text.' })
  clause!: ClauseType | null;
}

/** Links are told only when the reader can see both ends: of the others not even their number is told. */
@Resolver(() => TopicType)
export class PrecedentsOfTopicResolver {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicRepository,
    private readonly precedents: PrecedentRepository,
    private readonly proposals: ProposalRepository,
  ) {}

  @ResolveField(() => [PrecedentType], { description: 'Earlier topics it refers to, as far as the viewer sees them.' })
  async precedentLinks(
    @Parent() { id }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly PrecedentType[]> {
    const loader = loaderOf(context, CITED, (ids) =>
      this.database.read(actor, (tx) => this.precedents.linksFrom(tx, ids)),
    );
    const links = (await loader.load(id)) ?? [];
    return shown(links.map((link) => this.precedentOf(link, link.citedTopicId, actor, context)));
  }

  @ResolveField(() => [PrecedentType], {
    description: 'Later topics that refer to it, as far as the viewer sees them.',
  })
  async citedBy(
    @Parent() { id }: Topic,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly PrecedentType[]> {
    const loader = loaderOf(context, CITING, (ids) =>
      this.database.read(actor, (tx) => this.precedents.linksTo(tx, ids)),
    );
    const links = (await loader.load(id)) ?? [];
    return shown(links.map((link) => this.precedentOf(link, link.topicId, actor, context)));
  }

  private async precedentOf(
    link: PrecedentLink,
    otherEnd: string,
    actor: Actor,
    context: RequestContext,
  ): Promise<PrecedentType | null> {
    const [topic, cited] = await Promise.all([
      this.topicOf(otherEnd, actor, context),
      this.topicOf(link.citedTopicId, actor, context),
    ]);
    if (topic === null || cited === null) return null;
    const clause = await this.clauseOf(cited, link, actor, context);
    return { id: link.id, kind: link.kind, kindLabel: precedentKindNames[link.kind], topic, clause };
  }

  private topicOf(id: string, actor: Actor, context: RequestContext): Promise<Topic | null> {
    return loaderOf(context, TOPICS, (ids) =>
      this.database.read(actor, (tx) => this.topics.listTopicsByIds(tx, ids)),
    ).load(id);
  }

  /** As it reads now; once it is gone, as it read when it was cited. */
  private async clauseOf(topic: Topic, { clauseId, versionId }: PrecedentLink, actor: Actor, context: RequestContext) {
    if (clauseId === null) return null;
    const texts = loaderOf(context, TEXTS, (ids) =>
      this.database.read(actor, (tx) => this.proposals.versionsByIds(tx, ids)),
    );
    const latest = topic.frozenVersions.AS_ADOPTED ?? topic.proposalVersionId;
    const versions = await Promise.all([latest, versionId].flatMap((id) => (id === null ? [] : [texts.load(id)])));
    const found = versions.flatMap((version) => allClauses(numbered(version?.clauses ?? [])));
    return found.find(({ id }) => id === clauseId) ?? null;
  }
}

async function shown(links: readonly Promise<PrecedentType | null>[]): Promise<readonly PrecedentType[]> {
  return (await Promise.all(links)).flatMap((each) => each ?? []);
}
