import { Injectable } from '@nestjs/common';
import { capacitiesOn, WHOLE_CONFERENCE, type Actor } from '#organisation';
import { berlinDay, Clock, endOfBerlinDay } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decide, type AcceptedDeadline, type DeadlineAction } from './domain/deadline-lifecycle.js';
import { endsWithItsDay, type Deadline, type DeadlineContext, type DeadlineInput } from './domain/deadline.js';
import { Deadlines, type StoredDeadline } from './persistence/deadline.repository.js';

const SECOND = 1000;

export interface DeadlineTransition {
  readonly deadlineId: string;
  /** The revision the person decided on; left out by the system, which decides on what it finds. */
  readonly expectedRevision?: number;
  readonly action: Extract<DeadlineAction, 'moveDeadline' | 'passDeadline'>;
  readonly input?: DeadlineInput;
}

export type DeadlineAnswer = AcceptedDeadline | Refused;

/** Begin, lock, decide, save, commit: the one way in which an action of its lifecycle changes a deadline. */
@Injectable()
export class DeadlineTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: DeadlineTransition): Promise<DeadlineAnswer> {
    return this.database.write(actor, (tx) => this.decideAndSave(tx, actor, transition));
  }

  /** The same inside an open transaction; the caller rolls back on a refusal. */
  async decideAndSave(tx: Tx, actor: Actor, transition: DeadlineTransition): Promise<DeadlineAnswer> {
    const { deadlineId, expectedRevision, action, input = {} } = transition;
    const deadline = await this.deadlines.lockDeadline(tx, deadlineId);
    if (deadline === null) return unknownDeadline;
    if (expectedRevision !== undefined && deadline.revision !== expectedRevision) return changedMeanwhile(deadline);
    const { conferenceId } = deadline;
    const others = (await this.deadlines.deadlinesOfConferences(tx, [conferenceId])).get(conferenceId) ?? [];
    const conferenceBegins = (await this.deadlines.beginnings(tx, [conferenceId])).get(conferenceId) ?? null;
    const context = this.contextOf(actor, { conferenceBegins, others, input: asMeant(deadline, input) });
    const decision = decide(deadline, action, context);
    if (decision.ok) await this.deadlines.save(tx, actor, decision, deadline, context.now);
    return decision;
  }

  /** `input` null while only asking which actions are available. */
  contextOf(
    actor: Actor,
    surroundings: Pick<DeadlineContext, 'conferenceBegins' | 'others' | 'input'>,
  ): DeadlineContext {
    return { now: this.clock.now(), capacities: capacitiesOn(actor, WHOLE_CONFERENCE), ...surroundings };
  }
}

/** In whole seconds; where only the day counts, the instant is the end of that day. */
function asMeant({ kind }: Deadline, input: DeadlineInput): DeadlineInput {
  const { dueAt } = input;
  if (dueAt === undefined) return input;
  if (endsWithItsDay(kind)) return { ...input, dueAt: endOfBerlinDay(berlinDay(dueAt)) };
  return { ...input, dueAt: new Date(Math.floor(dueAt.getTime() / SECOND) * SECOND) };
}

export const unknownDeadline = refused({
  code: 'NOT_FOUND',
  message: 'Die Frist gibt es nicht, oder Sie dürfen sie nicht sehen.',
  field: 'deadlineId',
});

function changedMeanwhile({ revision }: StoredDeadline): Refused {
  const message = 'Die Frist wurde inzwischen geändert. Bitte laden Sie sie neu; Ihre Eingaben bleiben erhalten.';
  return refused({ code: 'CHANGED_MEANWHILE', message, details: { revision } });
}
