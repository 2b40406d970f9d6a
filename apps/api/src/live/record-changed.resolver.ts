import { Resolver, Subscription } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '#platform/graphql';
import { ChangeFeed, type Change, type FindReader } from '#platform/pushes';
import { RecordChangeType } from './record-changed.graphql.js';

/** What a subscription knows beyond a request, because it lasts. */
export interface LiveContext extends RequestContext {
  readonly findReader: FindReader;
}

const MISSED: RecordChangeType = { recordKind: null, recordId: null };

@Resolver()
export class RecordChangedResolver {
  constructor(private readonly feed: ChangeFeed) {}

  @Subscription(() => RecordChangeType, {
    description: 'Each change of a record that the reader may see, after its commit. Ends when the session ends.',
    resolve: (change: Change | null): RecordChangeType => change ?? MISSED,
  })
  recordChanged(@CurrentContext() context: LiveContext): AsyncIterableIterator<Change | null> {
    return this.feed.follow(context.findReader);
  }
}
