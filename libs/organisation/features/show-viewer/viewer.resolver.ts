import { Query, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '#platform/graphql';
import type { Actor } from '../../domain/actor.js';
import { ViewerType } from '../../organisation.graphql.js';
import { ViewerQuery } from './viewer.query.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly query: ViewerQuery) {}

  @Query(() => ViewerType, { description: 'Who asks.' })
  async viewer(@CurrentActor() actor: Actor): Promise<ViewerType> {
    return this.query.show(actor);
  }
}
