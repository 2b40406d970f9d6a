import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#organisation';
import { CurrentActor } from '#platform/graphql';
import { OperationsType } from './operations.graphql.js';
import { OperationsQuery } from './operations.query.js';

@Resolver()
export class ShowOperationsResolver {
  constructor(private readonly query: OperationsQuery) {}

  @Query(() => OperationsType, { description: 'How the installation works; for everybody else NOT_FOUND.' })
  async operations(@CurrentActor() actor: Actor): Promise<OperationsType> {
    return this.query.execute(actor);
  }
}
