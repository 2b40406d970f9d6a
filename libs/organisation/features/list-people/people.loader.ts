import { Injectable } from '@nestjs/common';
import { Clock, berlinDay } from '#platform/clock';
import { Database, listHistory, type HistoryEntry } from '#platform/database';
import { loaderOf, type RequestContext } from '#platform/graphql';
import { availableActions, type ActionAvailability } from '#platform/lifecycle';
import type { Actor } from '../../domain/actor.js';
import { assignmentLifecycle } from '../../domain/assignment-lifecycle.js';
import { capacitiesOnAssignment, stateOfAssignment, type AssignmentRecord } from '../../domain/assignment-record.js';
import type { BodyRecord } from '../../domain/body-record.js';
import { placeOf } from '../../persistence/assignment-facts.js';
import { Assignments } from '../../persistence/assignment.repository.js';
import { Bodies } from '../../persistence/body.repository.js';

const ASSIGNMENTS = Symbol('assignments of people');
const BODIES = Symbol('bodies of assignments');
const HISTORY = Symbol('history of assignments');

/** What the fields of all people and assignments of one request need, in one statement each. */
@Injectable()
export class PeopleLoader {
  constructor(
    private readonly database: Database,
    private readonly assignments: Assignments,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
  ) {}

  async assignmentsOf(
    context: RequestContext,
    actor: Actor,
    personId: string,
    withEnded: boolean,
  ): Promise<readonly AssignmentRecord[]> {
    const loader = loaderOf(context, ASSIGNMENTS, (ids) =>
      this.database.read(actor, (tx) => this.assignments.listOfPeople(tx, ids)),
    );
    const all = (await loader.load(personId)) ?? [];
    return withEnded ? all : all.filter((each) => stateOfAssignment(each, this.today()) === 'ACTIVE');
  }

  async actionsOn(
    context: RequestContext,
    actor: Actor,
    assignment: AssignmentRecord,
  ): Promise<readonly ActionAvailability[]> {
    const loader = loaderOf(context, BODIES, async () => {
      return new Map([['all', await this.database.read(actor, (tx) => this.bodies.listBodies(tx))]]);
    });
    const bodies: readonly BodyRecord[] = (await loader.load('all')) ?? [];
    const place = placeOf(assignment, bodies);
    const state = stateOfAssignment(assignment, this.today());
    return availableActions(
      assignmentLifecycle,
      { state, assignment },
      {
        now: this.clock.now(),
        today: this.today(),
        actorId: actor.personId,
        capacities: capacitiesOnAssignment(actor, place),
        input: null,
        facts: { ...nothingAgainst, place },
      },
    );
  }

  async historyOf(context: RequestContext, actor: Actor, id: string): Promise<readonly HistoryEntry[]> {
    const loader = loaderOf(context, HISTORY, (ids) =>
      this.database.read(actor, (tx) => listHistory(tx, 'assignment', ids)),
    );
    return (await loader.load(id)) ?? [];
  }

  stateOf(assignment: AssignmentRecord) {
    return stateOfAssignment(assignment, this.today());
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

/** What only the act itself can tell is asked when it is done. */
const nothingAgainst = {
  problemsOfPlace: [],
  isPersonKnown: true,
  isHeldAlready: false,
  isLastCoordinator: false,
  isBodyDissolved: false,
  bodyEndsOn: null,
} as const;
