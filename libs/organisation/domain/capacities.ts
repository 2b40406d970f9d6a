import type { BodyCode, Capacity, PartyCode } from '#glossary';
import type { Capacities } from '#platform/lifecycle';
import { isSystem, type Actor, type Assignment } from './actor.js';
import { isSubBodyCode } from './bodies.js';
import { labelOfCapacity } from './capacity-names.js';
import type { RegistrantRef } from './registrant.js';

/** What of a record decides in which capacities a person acts on it. */
export interface ActedOn {
  /** Null for records nobody registers, for example a conference. */
  readonly registrant: RegistrantRef | null;
  readonly coRegistrants: readonly PartyCode[];
  readonly leadCommittee: BodyCode | null;
  readonly involvedCommittees: readonly BodyCode[];
}

/** A record of the conference as a whole, which belongs to no party and to no committee. */
export const WHOLE_CONFERENCE: ActedOn = {
  registrant: null,
  coRegistrants: [],
  leadCommittee: null,
  involvedCommittees: [],
};

/** In which capacities the actor acts on this record today; those that a sub-body gives are called after it. */
export function capacitiesOn(actor: Actor, record: ActedOn): Capacities<Capacity> {
  if (isSystem(actor)) return new Set<Capacity>(['SYSTEM']);
  const given = actor.assignments.flatMap((assignment) =>
    capacitiesFrom(assignment, actor.chairParty, record).map((capacity) => ({ capacity, body: assignment.body })),
  );
  const ofSubBodies = given.filter(({ body }) => body !== null && isSubBodyCode(body));
  const names = ofSubBodies.map(({ capacity, body }) => [capacity, labelOfCapacity(capacity, body)] as const);
  return Object.assign(new Set(given.map(({ capacity }) => capacity)), { names: new Map(names) });
}

/** Those of several at once; of what two give, the first gives the name. */
export function capacitiesTogether(...given: readonly Capacities<Capacity>[]): Capacities<Capacity> {
  const names = given.flatMap((capacities) => [...(capacities.names ?? [])]).reverse();
  return Object.assign(new Set(given.flatMap((capacities) => [...capacities])), { names: new Map(names) });
}

function capacitiesFrom(assignment: Assignment, chairParty: PartyCode | null, record: ActedOn): readonly Capacity[] {
  const { role, party, body } = assignment;
  switch (role) {
    case 'CHAIR':
      return party !== null && party === chairParty ? ['CHAIR'] : [];
    case 'PARTY_COORDINATOR':
      return party === null ? [] : coordinatorCapacities(party, record);
    case 'PARTY_EXPERT':
      if (party === null) return [];
      return record.registrant?.party === party ? ['REGISTRANT_EXPERT', 'PARTY_EXPERT'] : ['PARTY_EXPERT'];
    case 'COMMITTEE_CHAIR':
      if (body === null) return [];
      return [
        ...officerCapacities(body, record, 'REGISTRANT_COMMITTEE_CHAIR', 'COMMITTEE_CHAIR'),
        ...(record.involvedCommittees.includes(body) ? (['INVOLVED_COMMITTEE_CHAIR'] as const) : []),
      ];
    case 'COMMITTEE_SECRETARY':
      return body === null
        ? []
        : officerCapacities(body, record, 'REGISTRANT_COMMITTEE_SECRETARY', 'COMMITTEE_SECRETARY');
    case 'COMMITTEE_MEMBER':
    case 'GUEST':
      return isDealtWithIn(body, record) ? [role] : [];
    case 'SECRETARIAT':
    case 'READER':
    case 'ADMIN':
      return [role];
  }
}

function coordinatorCapacities(party: PartyCode, record: ActedOn): readonly Capacity[] {
  const capacities: Capacity[] = ['PARTY_COORDINATOR'];
  if (record.registrant?.party === party) capacities.push('REGISTRANT_COORDINATOR');
  if (record.coRegistrants.includes(party)) capacities.push('CO_REGISTRANT_COORDINATOR');
  return capacities;
}

function officerCapacities(body: BodyCode, record: ActedOn, registering: Capacity, leading: Capacity): Capacity[] {
  const capacities: Capacity[] = [];
  if (record.registrant?.body === body) capacities.push(registering);
  if (record.leadCommittee === body) capacities.push(leading);
  return capacities;
}

function isDealtWithIn(body: BodyCode | null, record: ActedOn): boolean {
  return body !== null && (record.leadCommittee === body || record.involvedCommittees.includes(body));
}

/** The parties in whose name the actor may speak today. */
export function partiesActedFor(actor: Actor, role: 'PARTY_COORDINATOR'): readonly PartyCode[] {
  const parties = actor.assignments.filter((assignment) => assignment.role === role).map(({ party }) => party);
  return [...new Set(parties.filter((party) => party !== null))];
}

/** Assignments that count today: a chair's office rests while another Land holds the chair. */
export function assignmentsInForce(actor: Actor): readonly Assignment[] {
  return actor.assignments.filter(({ role, party }) => role !== 'CHAIR' || party === actor.chairParty);
}

/** In whose name the actor may draft a registration today: parties with the right to register, and their own committees. */
export function registrantsFor(actor: Actor, mayRegister: ReadonlySet<PartyCode>): readonly RegistrantRef[] {
  const refs = actor.assignments.flatMap(({ role, party, body }): RegistrantRef[] => {
    if (party !== null && (role === 'PARTY_COORDINATOR' || role === 'PARTY_EXPERT')) {
      return mayRegister.has(party) ? [{ party }] : [];
    }
    return body !== null && role === 'COMMITTEE_SECRETARY' ? [{ body }] : [];
  });
  return [...new Map(refs.map((ref) => [ref.party ?? ref.body, ref])).values()];
}
