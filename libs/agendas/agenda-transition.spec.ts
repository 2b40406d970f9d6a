import { describe, expect, it } from '@jest/globals';
import type { BodyCode, PartyCode, Role } from '#glossary';
import type { Actor } from '#organisation';
import { capacitiesOnAgenda } from './agenda-transition.handler.js';

/** Hamburg chairs. */
function assigned(role: Role, to: { party?: PartyCode; body?: BodyCode } = {}): Actor {
  const assignment = {
    role,
    party: to.party ?? null,
    body: to.body ?? null,
    validFrom: '2020-01-01',
    validTo: null,
  };
  return { personId: 'somebody', name: 'Kim', assignments: [assignment], audience: [1], chairParty: 'HH' };
}

/** who | on the agenda of the conference | of AK II | of AK I and AK II sitting jointly | of a sub-body of AK II */
const matrix: readonly (readonly [string, Actor, string, string, string, string])[] = [
  ['the secretariat', assigned('SECRETARIAT'), 'SECRETARIAT', 'SECRETARIAT', 'SECRETARIAT', 'SECRETARIAT'],
  ['the chair', assigned('CHAIR', { party: 'HH' }), 'CHAIR', '', '', ''],
  [
    'the secretary of AK II',
    assigned('COMMITTEE_SECRETARY', { body: 'AK2' }),
    '',
    'COMMITTEE_SECRETARY',
    'COMMITTEE_SECRETARY',
    'COMMITTEE_SECRETARY',
  ],
  ['the chair of AK I', assigned('COMMITTEE_CHAIR', { body: 'AK1' }), '', '', 'COMMITTEE_CHAIR', ''],
  ['a member of AK II', assigned('COMMITTEE_MEMBER', { body: 'AK2' }), '', 'COMMITTEE_MEMBER', 'COMMITTEE_MEMBER', ''],
  ['the chair of the sub-body', assigned('COMMITTEE_CHAIR', { body: 'UA FEK' }), '', '', '', 'COMMITTEE_CHAIR'],
  ['a member of the sub-body', assigned('COMMITTEE_MEMBER', { body: 'UA FEK' }), '', '', '', 'COMMITTEE_MEMBER'],
  [
    'a coordinator',
    assigned('PARTY_COORDINATOR', { party: 'HE' }),
    'PARTY_COORDINATOR',
    'PARTY_COORDINATOR',
    'PARTY_COORDINATOR',
    'PARTY_COORDINATOR',
  ],
];

describe('In which capacities a person acts on an agenda', () => {
  it.each(matrix)('%s', (_who, actor, ...[ofConference, ofCommittee, ofBoth, ofSubBody]) => {
    const on = (...bodies: BodyCode[]): string => [...capacitiesOnAgenda(actor, { bodies, above: [] })].join(' ');
    expect([on('MAIN_CONFERENCE'), on('PRE_CONFERENCE')]).toEqual([ofConference, ofConference]);
    expect(on('AK2')).toBe(ofCommittee);
    expect(on('AK1', 'AK2')).toBe(ofBoth);
    expect([...capacitiesOnAgenda(actor, { bodies: ['UA FEK'], above: ['AK2'] })].join(' ')).toBe(ofSubBody);
  });
});
