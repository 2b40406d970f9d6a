import { Args, Field, InputType, Int, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { FailedMailState } from '#glossary';
import { capacitiesOn, toHistoryEntryType, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { Clock } from '#platform/clock';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import {
  AvailableActionType,
  CurrentActor,
  CurrentContext,
  HistoryEntryType,
  loadAsActor,
  type Batch,
  type RequestContext,
} from '#platform/graphql';
import { eventLabels, type ActionAvailability } from '#platform/lifecycle';
import { actionsOnFailedMail, failedMailLifecycle } from '../../domain/failed-mail-lifecycle.js';
import { FailedMailConnectionType, FailedMailStateEnum, FailedMailType } from '../../failed-mail.graphql.js';
import { FailedMailListQuery, type FailedMailSort } from './failed-mail-list.query.js';

const FailedMailSortEnum = { FAILED_AT_DESC: 'FAILED_AT_DESC', ADDRESS_ASC: 'ADDRESS_ASC' } as const;
registerEnumType(FailedMailSortEnum, { name: 'FailedMailSort' });

const labels = eventLabels(failedMailLifecycle);
const HISTORY = Symbol('history of failed mails');

@InputType()
export class FailedMailFilter {
  @Field(() => FailedMailStateEnum, { nullable: true }) state?: FailedMailState | null;
  @Field(() => String, { nullable: true, description: 'What the mail was about.' }) kind?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the address.' }) address?: string | null;
}

@Resolver(() => FailedMailType)
export class ListFailedMailsResolver {
  constructor(
    private readonly list: FailedMailListQuery,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => FailedMailConnectionType, { description: 'Mails that were given up; for the secretariat.' })
  async failedMails(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
    @Args('filter', { type: () => FailedMailFilter, nullable: true }) filter: FailedMailFilter | null | undefined,
    @Args('sort', { type: () => FailedMailSortEnum, defaultValue: 'FAILED_AT_DESC' }) sort: FailedMailSort,
  ): Promise<FailedMailConnectionType> {
    const { state, kind, address } = filter ?? {};
    const about = { state: state ?? null, kind: kind ?? null, address: address?.trim() || null };
    return this.list.execute(actor, { first, after, sort, ...about });
  }

  @ResolveField(() => [AvailableActionType])
  availableActions(@Parent() mail: FailedMailType, @CurrentActor() actor: Actor): readonly ActionAvailability[] {
    return actionsOnFailedMail(mail, { now: this.clock.now(), capacities: capacitiesOn(actor, WHOLE_CONFERENCE) });
  }

  @ResolveField(() => [HistoryEntryType])
  async history(
    @Parent() { id }: FailedMailType,
    @CurrentContext() context: RequestContext,
  ): Promise<readonly HistoryEntryType[]> {
    const batch: Batch<readonly HistoryEntry[]> = (tx, ids) => listHistory(tx, 'failedMail', ids);
    const entries = await loadAsActor(this.database, context, { key: HISTORY, id, batch });
    return (entries ?? []).map((entry) => toHistoryEntryType(entry, labels));
  }
}
