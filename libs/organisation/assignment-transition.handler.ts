import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database, newId, type RecordEvent, type Tx } from '#platform/database';
import { permit, refused, type Permitted, type Refused } from '#platform/lifecycle';
import type { Actor } from './domain/actor.js';
import { assignmentLifecycle, type AssignmentAction } from './domain/assignment-lifecycle.js';
import type { AssignmentContext, AssignmentInput } from './domain/assignment-context.js';
import {
  capacitiesOnAssignment,
  stateOfAssignment,
  type AssignmentRecord,
  type AssignmentState,
} from './domain/assignment-record.js';
import { dayBefore } from './domain/days.js';
import { AssignmentFactsQuery, type AskedAssignment, type WantedPlace } from './persistence/assignment-facts.js';
import { Assignments } from './persistence/assignment.repository.js';
import { keeperFor, lockOrganisation } from './persistence/keeper.js';
import type { Capacity } from '#glossary';

export interface AssignmentTransition {
  readonly action: AssignmentAction;
  /** Null when it is yet to be granted; then the place says what. */
  readonly assignmentId: string | null;
  readonly expectedRevision?: number;
  readonly place?: WantedPlace;
  readonly input: Partial<AssignmentInput>;
}

export type AssignmentAnswer = { readonly ok: true; readonly assignment: AssignmentRecord } | Refused;
type Verdict = Permitted<AssignmentState, Capacity>;

/** Begin, lock, decide, save, commit: the one way in which anybody is entrusted with anything by a person. */
@Injectable()
export class AssignmentTransitionHandler {
  constructor(
    private readonly database: Database,
    private readonly assignments: Assignments,
    private readonly facts: AssignmentFactsQuery,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: AssignmentTransition): Promise<AssignmentAnswer> {
    const { action, assignmentId, expectedRevision } = transition;
    return this.database.write(keeperFor(actor), async (tx): Promise<AssignmentAnswer> => {
      await lockOrganisation(tx);
      const found = assignmentId === null ? null : await this.assignments.findAssignment(tx, assignmentId);
      if (assignmentId !== null && found === null) return unknownAssignment;
      if (found !== null && found.revision !== expectedRevision) return changedMeanwhile(found);
      const input = { personId: '', on: '', until: null, reason: '', ...transition.input };
      const context = await this.contextFor(tx, actor, { action, found, place: transition.place ?? null, input });
      const state = found === null ? ('NEW' as const) : stateOfAssignment(found, context.today);
      const verdict = permit(assignmentLifecycle, { state, assignment: found }, action, context);
      if (!verdict.ok) return verdict;
      return { ok: true, assignment: await this.save(tx, actor, { action, found, context, input, verdict }) };
    });
  }

  private async contextFor(tx: Tx, actor: Actor, asked: AskedAssignment): Promise<AssignmentContext> {
    const now = this.clock.now();
    const facts = await this.facts.factsFor(tx, asked);
    const capacities = capacitiesOnAssignment(actor, facts.place);
    return { now, today: berlinDay(now), actorId: actor.personId, capacities, input: asked.input, facts };
  }

  /** What begins and what ends, each with an entry in its own history. Answers the assignment acted on. */
  private async save(tx: Tx, actor: Actor, decided: Decided): Promise<AssignmentRecord> {
    const { action, found, context, input, verdict } = decided;
    const { personId, on } = input;
    const { committee: _committee, ...place } = context.facts.place;
    const log = logFor(actor, decided, this.clock.now());
    const begin = async (deputyOf: string | null, until: string | null): Promise<AssignmentRecord> => {
      const fresh = { id: newId(), personId, ...place, validFrom: on, validTo: until, deputyOf, revision: 1 };
      await this.assignments.save(tx, fresh, [log('assignment.granted', fresh, { ...place, on, until, deputyOf })]);
      return fresh;
    };
    if (found === null) return begin(null, input.until);
    if (action === 'appointDeputy') {
      const { id } = await begin(found.id, input.until);
      const original = { ...found, revision: found.revision + 1 };
      await this.assignments.save(tx, original, [log(verdict.emits, original, { deputy: id })]);
      return original;
    }
    const lastDay = action === 'handOverAssignment' ? dayBefore(on) : on;
    const ended = { ...found, validTo: lastDay, revision: found.revision + 1 };
    await this.assignments.save(tx, ended, [log(verdict.emits, ended, { lastDay })]);
    for (const deputy of await this.assignments.listDeputies(tx, found.id, lastDay)) {
      const over = { ...deputy, validTo: laterOf(lastDay, deputy.validFrom), revision: deputy.revision + 1 };
      await this.assignments.save(tx, over, [log('assignment.ended', over, { lastDay, with: found.id })]);
    }
    if (action === 'handOverAssignment') await begin(found.deputyOf, found.validTo);
    return ended;
  }
}

interface Decided {
  readonly action: AssignmentAction;
  readonly found: AssignmentRecord | null;
  readonly context: AssignmentContext;
  readonly input: AssignmentInput;
  readonly verdict: Verdict;
}

type Log = (type: string, assignment: AssignmentRecord, data: RecordEvent['data']) => RecordEvent;

/** Entries name roles and days, never people by name: they stay for ever. */
function logFor(actor: Actor, { verdict, input }: Decided, occurredAt: Date): Log {
  const reason = input.reason === '' ? null : input.reason;
  const by = { actorName: actor.name, capacity: verdict.capacity, reason, occurredAt };
  return (type, { id, personId }, data) => {
    return { type, recordKind: 'assignment', recordId: id, ...by, data: { personId, ...data } };
  };
}

function laterOf(left: string, right: string): string {
  return left < right ? right : left;
}

const unknownAssignment = refused({
  code: 'NOT_FOUND',
  message: 'Diese Aufgabe gibt es nicht.',
  field: 'assignmentId',
});

function changedMeanwhile({ revision }: AssignmentRecord): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Die Aufgabe wurde inzwischen geändert. Laden Sie die Seite neu und prüfen Sie, ob es noch stimmt.',
    details: { revision },
  });
}
