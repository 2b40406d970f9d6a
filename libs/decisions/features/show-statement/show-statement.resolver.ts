import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext, orNotFound, type RequestContext } from '#platform/graphql';
import type { StoredStatement } from '../../persistence/statement.repository.js';
import { StatementLoaders } from '../../statement-loaders.js';
import { StatementType } from '../../statement.graphql.js';

@Resolver()
export class ShowStatementResolver {
  constructor(private readonly loaders: StatementLoaders) {}

  @Query(() => StatementType, { description: 'One statement; NOT_FOUND when there is none the viewer may see.' })
  async statement(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<StoredStatement> {
    return orNotFound(await this.loaders.statementById(context, id));
  }
}
