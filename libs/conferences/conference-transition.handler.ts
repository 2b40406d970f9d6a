import { Injectable } from '@nestjs/common';
import type { DeadlineKind } from '#glossary';
import { WHOLE_CONFERENCE, capacitiesOn, type Actor } from '#organisation';
import { Clock, berlinDay } from '#platform/clock';
import { Database, type ReadTx, type RecordEvent, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import type { ConferenceActionInput, ConferencePaper, Successor } from './domain/conference-change-requirements.js';
import { decideOnChange, type AcceptedConference, type ConferenceChange } from './domain/conference-decision.js';
import { deadlinesAreInOrder, rescheduled } from './conference-change.js';
import { conferenceLifecycle, type ConferenceContext } from './domain/conference-lifecycle.js';
import type { ConferencePlan } from './domain/conference-requirements.js';
import type { Conference } from './domain/conference.js';
import type { Session } from './domain/session.js';
import { PapersOfConferences } from './papers-of-conferences.js';
import { Conferences } from './persistence/conference.repository.js';
import { fixedDeadlinesOf } from './persistence/fixed-deadlines.js';
import { readCalendar } from './persistence/planning-calendar.js';
import { Sessions } from './persistence/session.repository.js';

/** What somebody wants different about a conference. */
export type ChangedConference = Partial<Pick<Conference, 'number' | 'name' | 'place' | 'startsOn' | 'endsOn'>>;

export interface ConferenceTransition {
  readonly conferenceId: string;
  /** The revision the person decided on. */
  readonly expectedRevision: number;
  readonly action: ConferenceChange;
  readonly changed?: ChangedConference;
  readonly input?: ConferenceActionInput;
}

export type ConferenceAnswer = (AcceptedConference & { readonly sessions: readonly Session[] }) | Refused;

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes a conference. */
@Injectable()
export class ConferenceTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly conferences: Conferences,
    private readonly sessions: Sessions,
    private readonly papers: PapersOfConferences,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: ConferenceTransition): Promise<ConferenceAnswer> {
    return this.database.write(actor, (tx) => this.decideAndSave(tx, actor, transition));
  }

  /** The same inside an open transaction, for acts that touch sessions too; the caller rolls back on a refusal. */
  async decideAndSave(tx: Tx, actor: Actor, transition: ConferenceTransition): Promise<ConferenceAnswer> {
    const { conferenceId, expectedRevision, action } = transition;
    await this.conferences.lockPlanning(tx);
    const conference = await this.conferences.lockConference(tx, conferenceId);
    if (conference === null) return unknownConference;
    if (conference.revision !== expectedRevision) return changedMeanwhile(conference);
    const sessions = await this.sessions.sessionsOf(tx, conference.id);
    const context = await this.contextFor(tx, actor, conference, transition);
    const decision = decideOnChange(conference, sessions, action, context);
    if (!decision.ok) return decision;
    await this.conferences.change(tx, decision.conference, [eventOf(actor, decision, context.now)]);
    return { ...decision, sessions };
  }

  /** What a decision on this conference needs, read in the same transaction. */
  async contextFor(
    tx: ReadTx,
    actor: Actor,
    conference: Conference,
    { changed, input = {} }: Pick<ConferenceTransition, 'changed' | 'input'>,
  ): Promise<ConferenceContext> {
    const context = this.contextOf(actor);
    const stays = await staying(tx, conference, input);
    const plan = changed === undefined ? null : await planOf(tx, conference, changed, stays);
    return {
      ...context,
      conferencePlan: plan,
      moved: plan === null ? null : rescheduled(conference, plan, stays),
      papers: await this.papers.of(tx, conference.id),
      successor: await this.successorOf(tx, conference, input.successorId ?? null, context.today),
      input,
    };
  }

  /** The same while only asking which actions are available. */
  contextOf(actor: Actor): ConferenceContext {
    const now = this.clock.now();
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    return { now, today: berlinDay(now), capacities, conferencePlan: null, input: null };
  }

  /** What hangs on the conference, as far as the reader sees it; null when there is no such conference. */
  async papersOf(tx: ReadTx, conferenceId: string): Promise<readonly ConferencePaper[] | null> {
    const conference = await this.conferences.findConference(tx, conferenceId);
    return conference === null ? null : this.papers.of(tx, conference.id);
  }

  private async successorOf(
    tx: ReadTx,
    { profileCode }: Conference,
    id: string | null,
    today: string,
  ): Promise<Successor | null> {
    const found = id === null ? null : await this.conferences.findConference(tx, id);
    if (found === null) return null;
    const isAhead = found.state === 'PLANNED' && found.profileCode === profileCode && found.endsOn >= today;
    return { id: found.id, startsOn: found.startsOn, isAhead };
  }
}

/** What the chair set by itself stays, unless whoever moves the conference wants it moved too. */
async function staying(
  tx: ReadTx,
  { id }: Conference,
  { alsoMove }: ConferenceActionInput,
): Promise<ReadonlySet<DeadlineKind>> {
  const chosen = new Set(alsoMove ?? []);
  return new Set((await fixedDeadlinesOf(tx, id)).filter((kind) => !chosen.has(kind)));
}

async function planOf(
  tx: ReadTx,
  conference: Conference,
  changed: ChangedConference,
  stays: ReadonlySet<DeadlineKind>,
): Promise<ConferencePlan> {
  const asked = { ...conference, ...changed };
  const year = Number(asked.startsOn.slice(0, 4));
  const calendar = await readCalendar(tx, { ...asked, year }, conference.profileCode, conference.id);
  const chair = calendar.chairOfTerm ?? conference.chair;
  const after = rescheduled(conference, { ...asked, chair }, stays);
  const [name, place] = [asked.name?.trim() || null, asked.place?.trim() || null];
  return { ...asked, ...calendar, name, place, year, chair, deadlinesAreInOrder: deadlinesAreInOrder(after, stays) };
}

function eventOf(actor: Actor, decision: AcceptedConference, now: Date): RecordEvent {
  return {
    type: decision.emits,
    recordKind: conferenceLifecycle.record.kind,
    recordId: decision.conference.id,
    actorName: actor.name,
    capacity: decision.capacity,
    reason: decision.reason,
    occurredAt: now,
    data: decision.data,
  };
}

export const unknownConference = refused({
  code: 'NOT_FOUND',
  message: 'Die Konferenz gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'conferenceId',
});

function changedMeanwhile({ revision }: Conference): Refused {
  const message = 'Die Konferenz wurde inzwischen geändert. Bitte laden Sie sie neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
