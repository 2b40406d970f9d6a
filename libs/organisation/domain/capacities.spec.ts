import { describe, expect, it } from '@jest/globals';
import { roleNames, type BodyCode, type PartyCode, type Role } from '#glossary';
import { SYSTEM, type Actor, type Assignment } from './actor.js';
import {
  capacitiesOn,
  capacitiesTogether,
  partiesActedFor,
  registrantsFor,
  WHOLE_CONFERENCE,
  type ActedOn,
} from './capacities.js';

function assigned(role: Role, to: { party?: PartyCode; body?: BodyCode } = {}): Assignment {
  return { role, party: to.party ?? null, body: to.body ?? null, validFrom: '2020-01-01', validTo: null };
}

/** Hamburg chairs. */
function actor(...assignments: readonly Assignment[]): Actor {
  return { personId: 'somebody', name: 'Kim Beispiel', assignments, audience: [1], chairParty: 'HH' };
}

const records = {
  /** Registered by Hessen with Bremen; AK II leads, AK I is involved. */
  ofHessen: {
    registrant: { party: 'HE' },
    coRegistrants: ['HB'],
    leadCommittee: 'AK2',
    involvedCommittees: ['AK1'],
  },
  /** Registered by AK II itself; nobody leads yet. */
  ofCommittee2: { registrant: { body: 'AK2' }, coRegistrants: [], leadCommittee: null, involvedCommittees: [] },
  ofNobody: WHOLE_CONFERENCE,
} as const satisfies Record<string, ActedOn>;

/** assignment | on a topic of Hessen (with HB; lead AK2, involved AK1) | on a topic of AK2 | on a conference */
const matrix: readonly [Assignment, string, string, string][] = [
  [assigned('SECRETARIAT'), 'SECRETARIAT', 'SECRETARIAT', 'SECRETARIAT'],
  [assigned('CHAIR', { party: 'HH' }), 'CHAIR', 'CHAIR', 'CHAIR'],
  [assigned('CHAIR', { party: 'HE' }), '', '', ''],
  [
    assigned('PARTY_COORDINATOR', { party: 'HE' }),
    'PARTY_COORDINATOR REGISTRANT_COORDINATOR',
    'PARTY_COORDINATOR',
    'PARTY_COORDINATOR',
  ],
  [
    assigned('PARTY_COORDINATOR', { party: 'HB' }),
    'CO_REGISTRANT_COORDINATOR PARTY_COORDINATOR',
    'PARTY_COORDINATOR',
    'PARTY_COORDINATOR',
  ],
  [assigned('PARTY_COORDINATOR', { party: 'BUND' }), 'PARTY_COORDINATOR', 'PARTY_COORDINATOR', 'PARTY_COORDINATOR'],
  [assigned('PARTY_EXPERT', { party: 'HE' }), 'PARTY_EXPERT REGISTRANT_EXPERT', 'PARTY_EXPERT', 'PARTY_EXPERT'],
  [assigned('PARTY_EXPERT', { party: 'HB' }), 'PARTY_EXPERT', 'PARTY_EXPERT', 'PARTY_EXPERT'],
  [assigned('COMMITTEE_CHAIR', { body: 'AK2' }), 'COMMITTEE_CHAIR', 'REGISTRANT_COMMITTEE_CHAIR', ''],
  [assigned('COMMITTEE_CHAIR', { body: 'AK1' }), 'INVOLVED_COMMITTEE_CHAIR', '', ''],
  [assigned('COMMITTEE_SECRETARY', { body: 'AK2' }), 'COMMITTEE_SECRETARY', 'REGISTRANT_COMMITTEE_SECRETARY', ''],
  [assigned('COMMITTEE_SECRETARY', { body: 'AK1' }), '', '', ''],
  [assigned('COMMITTEE_MEMBER', { body: 'AK2' }), 'COMMITTEE_MEMBER', '', ''],
  [assigned('COMMITTEE_MEMBER', { body: 'AK1' }), 'COMMITTEE_MEMBER', '', ''],
  [assigned('COMMITTEE_MEMBER', { body: 'AK3' }), '', '', ''],
  [assigned('GUEST', { body: 'AK2' }), 'GUEST', '', ''],
  [assigned('GUEST', { body: 'AK1' }), 'GUEST', '', ''],
  [assigned('GUEST', { body: 'AK4' }), '', '', ''],
  [assigned('READER', { party: 'HE' }), 'READER', 'READER', 'READER'],
  [assigned('ADMIN'), 'ADMIN', 'ADMIN', 'ADMIN'],
];

function namesOf(who: Actor, record: ActedOn): string {
  return [...capacitiesOn(who, record)].sort().join(' ');
}

describe('in which capacities a person acts on a record', () => {
  it.each(matrix.map((row) => [`${row[0].role} ${row[0].party ?? row[0].body ?? ''}`, ...row] as const))(
    '%s',
    (_label, assignment, ofHessen, ofCommittee2, ofNobody) => {
      const somebody = actor(assignment);
      expect(namesOf(somebody, records.ofHessen)).toBe(ofHessen);
      expect(namesOf(somebody, records.ofCommittee2)).toBe(ofCommittee2);
      expect(namesOf(somebody, records.ofNobody)).toBe(ofNobody);
    },
  );

  it('is written down for every role', () => {
    expect(new Set(matrix.map(([{ role }]) => role))).toEqual(new Set(Object.keys(roleNames)));
  });

  it('adds up over all assignments of a person', () => {
    const bothHats = actor(assigned('CHAIR', { party: 'HH' }), assigned('PARTY_COORDINATOR', { party: 'HH' }));
    expect(namesOf(bothHats, records.ofHessen)).toBe('CHAIR PARTY_COORDINATOR');
  });

  it('is none without an assignment', () => {
    expect(namesOf(actor(), records.ofHessen)).toBe('');
  });

  it('is the system alone for the system', () => {
    expect(namesOf(SYSTEM, records.ofHessen)).toBe('SYSTEM');
  });

  it('gives no chair to anybody while the chair is vacant', () => {
    const vacant = { ...actor(assigned('CHAIR', { party: 'HH' })), chairParty: null };
    expect(namesOf(vacant, records.ofHessen)).toBe('');
  });
});

describe('in whose name a person acts', () => {
  it('is every party the person coordinates, each once', () => {
    const somebody = actor(
      assigned('PARTY_COORDINATOR', { party: 'HB' }),
      assigned('PARTY_COORDINATOR', { party: 'HB' }),
      assigned('PARTY_EXPERT', { party: 'HE' }),
    );
    expect(partiesActedFor(somebody, 'PARTY_COORDINATOR')).toEqual(['HB']);
  });

  it('is a party with the right to register, or the own committee, for a draft', () => {
    const somebody = actor(
      assigned('PARTY_EXPERT', { party: 'HE' }),
      assigned('PARTY_COORDINATOR', { party: 'HE' }),
      assigned('PARTY_COORDINATOR', { party: 'BUND' }),
      assigned('COMMITTEE_SECRETARY', { body: 'AK3' }),
      assigned('COMMITTEE_MEMBER', { body: 'AK4' }),
      assigned('READER', { party: 'TH' }),
    );
    expect(registrantsFor(somebody, new Set<PartyCode>(['HE', 'TH']))).toEqual([{ party: 'HE' }, { body: 'AK3' }]);
  });
});

describe('Capacities that a sub-body gives', () => {
  const underCommittee2 = { ...WHOLE_CONFERENCE, leadCommittee: 'AK2' } as const;
  const ofSubBody = { ...WHOLE_CONFERENCE, leadCommittee: 'UA FEK', involvedCommittees: ['AG Warnung'] } as const;
  const namesOf = (of: Actor, on: ActedOn) => [...(capacitiesOn(of, on).names ?? [])];

  it.each([
    [assigned('COMMITTEE_CHAIR', { body: 'UA FEK' }), [['COMMITTEE_CHAIR', 'Vorsitz UA FEK']]],
    [assigned('COMMITTEE_SECRETARY', { body: 'UA FEK' }), [['COMMITTEE_SECRETARY', 'Geschäftsführung UA FEK']]],
    [assigned('COMMITTEE_CHAIR', { body: 'AG Warnung' }), [['INVOLVED_COMMITTEE_CHAIR', 'Vorsitz AG Warnung']]],
    [assigned('COMMITTEE_MEMBER', { body: 'UA FEK' }), [['COMMITTEE_MEMBER', 'Mitglied UA FEK']]],
    [assigned('COMMITTEE_CHAIR', { body: 'AK2' }), []],
    [assigned('SECRETARIAT'), []],
  ])('are called after it: %j', (assignment, names) => {
    expect(namesOf(actor(assignment), ofSubBody)).toEqual(names);
  });

  it('are called after the body that gives them on this record, whatever else the person chairs', () => {
    const both = actor(assigned('COMMITTEE_CHAIR', { body: 'AK2' }), assigned('COMMITTEE_CHAIR', { body: 'UA FEK' }));
    expect(namesOf(both, underCommittee2)).toEqual([]);
    const together = capacitiesTogether(capacitiesOn(both, ofSubBody), capacitiesOn(both, underCommittee2));
    expect([[...together], [...(together.names ?? [])]]).toEqual([
      ['COMMITTEE_CHAIR'],
      [['COMMITTEE_CHAIR', 'Vorsitz UA FEK']],
    ]);
  });
});
