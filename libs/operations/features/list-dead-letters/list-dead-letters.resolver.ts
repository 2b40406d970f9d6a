import { Args, Field, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { closedSet, CurrentActor } from '#platform/graphql';
import { DeadLetterConnectionType, DeadLetterStateEnum, toDeadLetterType } from '../../dead-letter.graphql.js';
import type { DeadLetterState } from '../../domain/dead-letter.js';
import { DeadLetterListQuery, deadLetterOrders, type DeadLetterOrder } from './dead-letter-list.query.js';

const DeadLetterOrderEnum = closedSet('DeadLetterOrder', deadLetterOrders);

@InputType('DeadLetterFilter')
export class DeadLetterFilterInput {
  @Field(() => String, { nullable: true }) jobName?: string | null;
  @Field(() => [DeadLetterStateEnum], { nullable: true }) states?: DeadLetterState[] | null;
}

@Resolver()
export class ListDeadLettersResolver {
  constructor(private readonly list: DeadLetterListQuery) {}

  @Query(() => DeadLetterConnectionType, { description: 'What was given up; for the technical administration.' })
  async deadLetters(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('order', { type: () => DeadLetterOrderEnum, defaultValue: 'LATEST' }) order: DeadLetterOrder,
    @Args('after', { type: () => String, nullable: true }) after: string | null = null,
    @Args('filter', { nullable: true }) filter?: DeadLetterFilterInput,
  ): Promise<DeadLetterConnectionType> {
    const { jobName = null, states = null } = filter ?? {};
    const { nodes, ...page } = await this.list.execute(actor, { first, after, order, jobName, states });
    return { nodes: nodes.map(toDeadLetterType), ...page };
  }
}
