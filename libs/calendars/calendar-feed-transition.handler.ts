import { Injectable } from '@nestjs/common';
import type { Actor } from '#organisation';
import { isSecret, newSecret } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { hasRightToContent } from './content-rights.js';
import { decide, newFeed, type AcceptedFeed, type CalendarFeedAction } from './domain/calendar-feed-lifecycle.js';
import { type CalendarFeed, type CalendarFeedContext, type CalendarFeedInput } from './domain/calendar-feed.js';
import { CalendarFeeds } from './persistence/calendar-feed.repository.js';

export interface CalendarFeedTransition {
  /** Null for one that is to be created. */
  readonly feedId: string | null;
  /** The revision the person decided on. */
  readonly expectedRevision?: number;
  readonly action: CalendarFeedAction;
  readonly input?: CalendarFeedInput;
}

/** `address` is told this once: afterwards nobody can find it out, the system included. */
export type CalendarFeedAnswer = (AcceptedFeed & { readonly address: string | null }) | Refused;

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes a subscription. */
@Injectable()
export class CalendarFeedTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeeds,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async execute(actor: Actor, transition: CalendarFeedTransition): Promise<CalendarFeedAnswer> {
    const { feedId, expectedRevision, action, input = {} } = transition;
    const { personId } = actor;
    if (personId === null) return unknownFeed;
    return this.database.write(actor, async (tx): Promise<CalendarFeedAnswer> => {
      const own = await this.feeds.lockOwn(tx, personId);
      const now = this.clock.now();
      const feed = feedId === null ? newFeed(newId(), personId, now) : own.find(({ id }) => id === feedId);
      if (feed === undefined) return unknownFeed;
      if (expectedRevision !== undefined && feed.revision !== expectedRevision) return changedMeanwhile(feed);
      const decision = decide(feed, action, this.contextOf(actor, own, input));
      if (!decision.ok) return decision;
      const token = decision.isIssued ? newSecret() : null;
      await this.feeds.save(tx, actor, decision, token, now);
      return { ...decision, address: token === null ? null : this.addressOf(token) };
    });
  }

  /** `own` are all feeds of the actor; `input` null while only asking which actions are available. */
  contextOf(actor: Actor, own: readonly CalendarFeed[], input: CalendarFeedInput | null): CalendarFeedContext {
    const active = own.filter(({ state }) => state === 'ACTIVE').length;
    const capacities = new Set(actor.personId === null ? [] : (['SELF'] as const));
    return { now: this.clock.now(), capacities, seesSomething: hasRightToContent(actor), active, input };
  }

  private addressOf(token: string): string {
    return `${this.config.publicUrl}${CALENDAR_PATH}/${token}.ics`;
  }
}

/** Where calendars are read, by whoever knows the address. */
export const CALENDAR_PATH = '/kalender';

/** The token in the last part of such an address; null for everything else. */
export function tokenOf(file: string): string | null {
  const [, token] = /^([^.]+)\.ics$/.exec(file) ?? [];
  return isSecret(token) ? token : null;
}

export const unknownFeed = refused({
  code: 'NOT_FOUND',
  message: 'Dieses Kalenderabonnement gibt es nicht, oder es ist nicht Ihres.',
  field: 'feedId',
});

function changedMeanwhile({ revision }: CalendarFeed): Refused {
  const message =
    'Das Kalenderabonnement wurde inzwischen geändert. Bitte laden Sie die Seite neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
