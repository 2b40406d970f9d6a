import { describe, expect, it } from '@jest/globals';
import { bodyNames, partyCodes, roleNames, type BodyCode, type PartyCode, type Role } from '#glossary';
import { actorOn, labelOfAssignment } from './acting-person.js';
import type { Assignment } from './actor.js';
import {
  ALL_AUDIENCE,
  ALL_PARTIES_AUDIENCE,
  audienceOfAssignments,
  audienceOfBody,
  audienceOfGuests,
  audienceOfOfficers,
  audienceOfParty,
  GUESTS_AUDIENCE,
  withoutGuests,
} from './audiences.js';
import { isBodyCode } from './bodies.js';
import { assignmentsInForce } from './capacities.js';

function assigned(role: Role, to: Partial<Assignment> = {}): Assignment {
  return { role, party: null, body: null, validFrom: '2020-01-01', validTo: null, ...to };
}

const person = { id: 'somebody', name: 'Kim Beispiel' };

describe('an assignment', () => {
  const deputy = assigned('PARTY_COORDINATOR', { party: 'HE', validFrom: '2026-07-01', validTo: '2026-07-31' });

  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
    ['2026-07-31', 1],
    ['2026-08-01', 0],
  ])('of July counts on %s %i times', (day, count) => {
    const actor = actorOn(day, person, [deputy], []);
    expect(actor.assignments).toHaveLength(count);
    expect(actor.audience).toHaveLength(count);
  });

  it.each<[Assignment, string]>([
    [assigned('PARTY_COORDINATOR', { party: 'HE' }), 'Koordination Hessen'],
    [assigned('CHAIR', { party: 'HH' }), 'Vorsitz Hamburg'],
    [assigned('COMMITTEE_CHAIR', { body: 'AK2' }), 'Vorsitz AK II'],
    [assigned('COMMITTEE_SECRETARY', { body: 'AK6' }), 'Geschäftsführung AK VI'],
    [assigned('GUEST', { body: 'AK2' }), 'Gast AK II'],
    [assigned('SECRETARIAT'), 'Geschäftsstelle'],
    [assigned('ADMIN'), 'Technische Administration'],
  ])('is read as one name', (assignment, label) => {
    expect(labelOfAssignment(assignment)).toBe(label);
  });

  it('as chair rests while another Land holds the chair', () => {
    const terms = [{ party: 'HH', validFrom: '2026-01-01', validTo: '2026-12-31' }] as const;
    const chairs = [assigned('CHAIR', { party: 'HH' }), assigned('CHAIR', { party: 'HE' })];
    expect(assignmentsInForce(actorOn('2026-05-01', person, chairs, terms)).map(({ party }) => party)).toEqual(['HH']);
  });
});

describe('the audiences of a person', () => {
  /** role → audience codes for Hessen, AK II, while Hamburg chairs */
  const matrix: readonly [Role, PartyCode | null, BodyCode | null, readonly number[]][] = [
    ['SECRETARIAT', null, null, [201]],
    ['CHAIR', 'HH', null, [202]],
    ['CHAIR', 'HE', null, []],
    ['PARTY_COORDINATOR', 'HE', null, [7]],
    ['PARTY_EXPERT', 'HE', null, [7]],
    ['READER', 'HE', null, [7]],
    ['PARTY_COORDINATOR', 'BUND', null, [17]],
    ['COMMITTEE_CHAIR', null, 'AK2', [102, 302]],
    ['COMMITTEE_SECRETARY', null, 'AK2', [102, 302]],
    ['COMMITTEE_MEMBER', null, 'AK2', [102]],
    ['GUEST', null, 'AK2', [-102, 203]],
    ['ADMIN', null, null, [204]],
  ];

  it.each(matrix)('of %s for %s in %s', (role, party, body, audience) => {
    expect(audienceOfAssignments([assigned(role, { party, body })], 'HH')).toEqual(audience);
  });

  it('are written down for every role', () => {
    expect(new Set(matrix.map(([role]) => role))).toEqual(new Set(Object.keys(roleNames)));
  });

  it('are named once each, in order', () => {
    const several = [
      assigned('SECRETARIAT'),
      assigned('READER', { party: 'HE' }),
      assigned('PARTY_EXPERT', { party: 'HE' }),
    ];
    expect(audienceOfAssignments(several, null)).toEqual([7, 201]);
  });

  it('of a guest leave out what the people of the body see', () => {
    const guest = audienceOfAssignments([assigned('GUEST', { body: 'AK5' })], 'HH');
    expect(guest).toEqual([audienceOfGuests('AK5'), GUESTS_AUDIENCE]);
    expect(ALL_AUDIENCE.filter((code) => guest.includes(code))).toEqual([]);
  });

  it('of a record that guests see do not pass on to what is not for them', () => {
    expect(withoutGuests([-105, 0, 7, 105, 201, 203])).toEqual([0, 7, 105, 201]);
  });
});

describe('audience codes', () => {
  it('are different for every party, body and office', () => {
    const bodies = Object.keys(bodyNames) as BodyCode[];
    const codes = [0, ...partyCodes.map(audienceOfParty), ...bodies.map(audienceOfBody), 201, 202];
    const withOfficers = [...codes, ...bodies.map(audienceOfOfficers), 203];
    expect(new Set(withOfficers).size).toBe(withOfficers.length);
    expect([...ALL_AUDIENCE].sort()).toEqual([...codes].sort());
  });

  it('of sub-bodies follow from the permanent short name, and stay what they are for ever', () => {
    expect(audienceOfBody('UA FEK')).toBe(1924459377);
    expect(audienceOfGuests('UA FEK')).toBe(-1924459377);
    expect(audienceOfOfficers('UA FEK')).toBe(2_000_001_000 + ((1924459377 - 1_000) % 147_000_000));
    expect(audienceOfBody('UA IUK')).not.toBe(1924459377);
    expect(audienceOfBody('AG Äußere Lage')).toBeGreaterThanOrEqual(1_000);
  });

  it.each<[string, boolean]>([
    ['UA FEK', true],
    ['AG Katastrophenschutz 2', true],
    ['AK7', false],
    ['UA ', false],
    ['UA  FEK', false],
    ['UA FEK ', false],
    ['ua fek', false],
    [`UA ${'A'.repeat(40)}`, false],
  ])('a body may be called "%s": %s', (code, isOne) => {
    expect(isBodyCode(code)).toBe(isOne);
  });

  it('of all parties leave the system, the bodies and the offices out', () => {
    expect(ALL_PARTIES_AUDIENCE).toEqual(partyCodes.map((_code, index) => index + 1));
  });
});
