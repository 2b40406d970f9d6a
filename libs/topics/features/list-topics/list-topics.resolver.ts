import { Args, Field, ID, InputType, Int, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { TopicKind, TopicState } from '#glossary';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { TopicConnectionType, TopicKindEnum, TopicStateEnum } from '../../topic.graphql.js';
import { TopicListQuery, type TopicPage, type TopicSort } from './topic-list.query.js';

const TopicSortEnum = {
  UPDATED_DESC: 'UPDATED_DESC',
  TITLE_ASC: 'TITLE_ASC',
  SUBMITTED_DESC: 'SUBMITTED_DESC',
} as const;
registerEnumType(TopicSortEnum, { name: 'TopicSort' });

@InputType()
export class TopicFilter {
  @Field(() => [TopicStateEnum], { nullable: true }) states?: TopicState[] | null;
  @Field(() => ID, { nullable: true }) conferenceId?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the party or body; co-registrants count.' })
  registrant?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of a committee, leading or involved.' }) committee?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Words of title and sub-line.' }) search?: string | null;
  @Field(() => TopicKindEnum, { nullable: true }) kind?: TopicKind | null;
  @Field(() => Boolean, { nullable: true, description: "Only topics of the viewer's own parties and bodies." }) mine?:
    boolean | null;
}

@Resolver()
export class ListTopicsResolver {
  constructor(private readonly list: TopicListQuery) {}

  @Query(() => TopicConnectionType, { description: 'The topics the viewer may see.' })
  async topics(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => TopicFilter, nullable: true }) filter: TopicFilter | null,
    @Args('sort', { type: () => TopicSortEnum, defaultValue: 'UPDATED_DESC' }) sort: TopicSort,
  ): Promise<TopicPage> {
    return this.list.execute(actor, { first, after, filter: filter ?? {}, sort });
  }
}
