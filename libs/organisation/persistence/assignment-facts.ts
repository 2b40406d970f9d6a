import { Injectable } from '@nestjs/common';
import type { CommitteeCode, PartyCode, Role } from '#glossary';
import type { ReadTx } from '#platform/database';
import type { AssignmentAction } from '../domain/assignment-lifecycle.js';
import type { AssignmentFacts, AssignmentInput } from '../domain/assignment-context.js';
import type { AssignmentPlace, AssignmentRecord } from '../domain/assignment-record.js';
import { isBodyCode, isPartyCode } from '../domain/bodies.js';
import type { BodyRecord } from '../domain/body-record.js';
import { dayAfter, isDay } from '../domain/days.js';
import { problemsOfPlace } from '../domain/new-person.js';
import { isValidOn } from '../domain/validity.js';
import { Assignments } from './assignment.repository.js';
import { Bodies } from './body.repository.js';

/** Role, party and body as somebody entered them. */
export interface WantedPlace {
  readonly role: Role;
  readonly party: string | null;
  readonly body: string | null;
}

export interface AskedAssignment {
  readonly action: AssignmentAction;
  readonly found: AssignmentRecord | null;
  readonly place: WantedPlace | null;
  readonly input: AssignmentInput;
}

/** What a decision on an assignment has to know besides the assignment. */
@Injectable()
export class AssignmentFactsQuery {
  constructor(
    private readonly assignments: Assignments,
    private readonly bodies: Bodies,
  ) {}

  async factsFor(tx: ReadTx, { action, found, place, input }: AskedAssignment): Promise<AssignmentFacts> {
    const bodies = await this.bodies.listBodies(tx);
    const wanted: WantedPlace = found ?? place ?? { role: 'READER', party: null, body: null };
    const at = placeOf(wanted, bodies);
    const body = bodies.find(({ code }) => code === at.body) ?? null;
    const isEnding = action === 'endAssignment';
    const areDays = isDay(input.on) && (input.until === null || (isDay(input.until) && input.until >= input.on));
    const isPersonKnown = isEnding || (await this.assignments.isPersonKnown(tx, input.personId));
    const fresh = { ...at, personId: input.personId, validFrom: input.on, validTo: input.until };
    return {
      place: at,
      problemsOfPlace: found === null ? problemsOfPlace(wanted.role, wanted.party, wanted.body) : [],
      isPersonKnown,
      isHeldAlready: !isEnding && areDays && isPersonKnown && (await this.assignments.isHeld(tx, fresh)),
      isLastCoordinator: isEnding && areDays && (await this.isLastCoordinator(tx, found, input.on)),
      isBodyDissolved: at.body !== null && (body === null || (areDays && !isValidOn(body, input.on))),
      bodyEndsOn: body?.validTo ?? null,
    };
  }

  private async isLastCoordinator(tx: ReadTx, found: AssignmentRecord | null, lastDay: string): Promise<boolean> {
    if (found === null || found.role !== 'PARTY_COORDINATOR' || found.party === null) return false;
    if (found.deputyOf !== null) return false;
    return !(await this.assignments.hasOtherCoordinator(tx, found.party, found.id, dayAfter(lastDay)));
  }
}

export function placeOf({ role, party, body }: WantedPlace, bodies: readonly BodyRecord[]): AssignmentPlace {
  const knownParty: PartyCode | null = party !== null && isPartyCode(party) ? party : null;
  const knownBody = body !== null && isBodyCode(body) ? body : null;
  const committee: CommitteeCode | null = bodies.find(({ code }) => code === knownBody)?.committee ?? null;
  return { role, party: knownParty, body: knownBody, committee };
}
