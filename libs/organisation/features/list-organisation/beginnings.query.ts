import { Injectable } from '@nestjs/common';
import type { Capacity, Role } from '#glossary';
import { Clock, berlinDay } from '#platform/clock';
import { permit, type ActionAvailability, type Permitted, type Refused } from '#platform/lifecycle';
import type { Actor } from '../../domain/actor.js';
import { assignmentLifecycle } from '../../domain/assignment-lifecycle.js';
import { capacitiesOnAssignment, type AssignmentPlace } from '../../domain/assignment-record.js';
import { bodyLifecycle } from '../../domain/body-lifecycle.js';
import { actedOnBody } from '../../domain/body-record.js';
import { isCommitteeCode } from '../../domain/bodies.js';
import { assignmentsInForce, capacitiesOn, WHOLE_CONFERENCE } from '../../domain/capacities.js';
import { chairTermLifecycle } from '../../domain/chair-term-lifecycle.js';
import { officeHeadLifecycle } from '../../domain/office-head-lifecycle.js';
import { personLifecycle } from '../../domain/person-lifecycle.js';

interface Named {
  readonly labels: Readonly<Record<string, string>>;
  readonly capacities: Readonly<Record<Capacity, string>>;
}

/** What begins something new: there is no record yet that could say what may be done with it. */
@Injectable()
export class BeginningsQuery {
  constructor(private readonly clock: Clock) {}

  list(actor: Actor): readonly ActionAvailability[] {
    const now = this.clock.now();
    const capacities = capacitiesOn(actor, WHOLE_CONFERENCE);
    const at = { now, today: berlinDay(now), input: null };
    const person = permit(personLifecycle, nothingYet, 'addPerson', {
      now,
      capacities,
      problems: [],
      isMailTaken: false,
    });
    const chair = { ...at, capacities, terms: [] };
    const term = permit(chairTermLifecycle, { ...nothingYet, term: null }, 'proposeChairTerms', chair);
    const known = { isOfficeKnown: true, isPersonKnown: true, others: [] };
    const head = permit(officeHeadLifecycle, { ...nothingYet, head: null }, 'nameOfficeHead', {
      ...at,
      capacities,
      ...known,
    });
    return [
      this.bodyBy(actor, at),
      availability(personLifecycle, 'addPerson', person),
      this.assignmentBy(actor, at),
      availability(chairTermLifecycle, 'proposeChairTerms', term),
      availability(officeHeadLifecycle, 'nameOfficeHead', head),
    ];
  }

  private bodyBy(actor: Actor, at: Asked): ActionAvailability {
    const { body } = placeIn(actor, 'COMMITTEE_CHAIR', 'GUEST');
    const committee = body !== null && isCommitteeCode(body) ? body : null;
    const known = { isCodeTaken: false, parent: null, hasSubBodies: false };
    const capacities = capacitiesOn(actor, actedOnBody('AG ?', committee));
    const entry = { ...nothingYet, body: null };
    return availability(
      bodyLifecycle,
      'setUpBody',
      permit(bodyLifecycle, entry, 'setUpBody', { ...at, capacities, known }),
    );
  }

  private assignmentBy(actor: Actor, at: Asked): ActionAvailability {
    const place = givenPlace(actor);
    const verdict = permit(assignmentLifecycle, { ...nothingYet, assignment: null }, 'grantAssignment', {
      ...at,
      actorId: actor.personId,
      capacities: capacitiesOnAssignment(actor, place),
      facts: { ...nothingAgainst, place },
    });
    return availability(assignmentLifecycle, 'grantAssignment', verdict);
  }
}

interface Asked {
  readonly now: Date;
  readonly today: string;
  readonly input: null;
}

const nothingYet = { state: 'NEW' } as const;

const nothingAgainst = {
  problemsOfPlace: [],
  isPersonKnown: true,
  isHeldAlready: false,
  isLastCoordinator: false,
  isBodyDissolved: false,
  bodyEndsOn: null,
} as const;

function availability(
  { labels, capacities }: Named,
  action: string,
  verdict: Permitted<string, Capacity> | Refused,
): ActionAvailability {
  const label = labels[action] ?? action;
  return verdict.ok
    ? { action, label, available: true, capacity: capacities[verdict.capacity], refusals: [] }
    : { action, label, available: false, refusals: verdict.refusals };
}

/** A place that is the actor's to give, if there is any. */
function givenPlace(actor: Actor): AssignmentPlace {
  const ofParty = placeIn(actor, 'PARTY_COORDINATOR', 'READER');
  return ofParty.party === null ? placeIn(actor, 'COMMITTEE_CHAIR', 'GUEST') : ofParty;
}

function placeIn(actor: Actor, as: Role, role: Role): AssignmentPlace {
  const own = assignmentsInForce(actor).find((each) => each.role === as);
  return { role, party: own?.party ?? null, body: own?.body ?? null, committee: null };
}
