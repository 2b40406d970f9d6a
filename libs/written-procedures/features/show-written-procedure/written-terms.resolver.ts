import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { CurrentContext, loadAsActor, orNotFound, type RequestContext } from '#platform/graphql';
import { ProcedureTerms, type Terms } from '../../persistence/procedure-terms.js';
import type { StoredProcedure } from '../../persistence/written-procedure-rows.js';
import { WrittenProcedureLoaders } from '../../written-procedure-loaders.js';
import { WrittenProcedureType, WrittenTermsType } from '../../written-procedure.graphql.js';

const TERMS = Symbol('terms of written procedures');

/** What the profile says of a written procedure, and of its deadline. */
@Resolver(() => WrittenProcedureType)
export class WrittenTermsResolver {
  constructor(
    private readonly database: Database,
    private readonly terms: ProcedureTerms,
    private readonly loaders: WrittenProcedureLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => WrittenTermsType, {
    nullable: true,
    description: 'What a round gets that is opened now; null when none can be.',
  })
  async termsNow(
    @Parent() { state, conferenceId }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<Terms | null> {
    return state === 'DRAFT' || state === 'RUNNING' ? this.termsOf(context, conferenceId) : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: '"10 Arbeitstage bis …, weil … nicht zählt", of the last round; null before the start.',
  })
  async runningTimeInWords(
    @Parent() { id, conferenceId, closesAt }: StoredProcedure,
    @CurrentContext() context: RequestContext,
  ): Promise<string | null> {
    const openedAt = (await this.loaders.ballotsOf(context, id)).at(-1)?.openedAt;
    if (openedAt === undefined || closesAt === null) return null;
    return (await this.termsOf(context, conferenceId)).runningTimeInWords(openedAt, closesAt);
  }

  private async termsOf(context: RequestContext, conferenceId: string): Promise<Terms> {
    const now = this.clock.now();
    const found = await loadAsActor(this.database, context, {
      key: TERMS,
      id: conferenceId,
      batch: async (tx, ids: readonly string[]) => {
        const terms = new Map<string, Terms>();
        for (const id of ids) terms.set(id, await this.terms.termsOf(tx, id, now));
        return terms;
      },
    });
    return orNotFound(found);
  }
}
