import { describe, expect, it } from '@jest/globals';
import { topicStateNames, type TopicState } from '#glossary';
import {
  ALL_PARTIES_AUDIENCE,
  audienceOfBody,
  audienceOfGuests,
  audienceOfParty,
  OFFICE_AUDIENCE,
} from '#organisation';
import { aTopic } from '#testing';
import { audienceOf } from './topic-audience.js';
import type { Topic } from './topic.js';

const codes = {
  system: 0,
  secretariat: OFFICE_AUDIENCE.SECRETARIAT,
  chair: OFFICE_AUDIENCE.CHAIR,
  allParties: ALL_PARTIES_AUDIENCE,
  party: audienceOfParty,
  body: audienceOfBody,
  guests: audienceOfGuests,
};

const viewers = {
  'anmeldendes Land (HE)': audienceOfParty('HE'),
  'mitanmeldendes Land (BE)': audienceOfParty('BE'),
  'anderes Land (BY)': audienceOfParty('BY'),
  Bund: audienceOfParty('BUND'),
  Geschäftsstelle: OFFICE_AUDIENCE.SECRETARIAT,
  Vorsitz: OFFICE_AUDIENCE.CHAIR,
  'federführend (AK V)': audienceOfBody('AK5'),
  'beteiligt (AK II)': audienceOfBody('AK2'),
  'unbeteiligt (AK VI)': audienceOfBody('AK6'),
  Vorkonferenz: audienceOfBody('PRE_CONFERENCE'),
  Hauptkonferenz: audienceOfBody('MAIN_CONFERENCE'),
  'Gast AK V': audienceOfGuests('AK5'),
  'Gast AK II': audienceOfGuests('AK2'),
  'Gast AK VI': audienceOfGuests('AK6'),
};

const day = new Date('2026-09-01T08:00:00Z');

/** When a topic in this state was registered and taken on. */
function stamps(state: TopicState): Pick<Topic, 'submittedAt' | 'acceptedAt' | 'leadCommittee' | 'involvedCommittees'> {
  const isRegistered = state !== 'DRAFT';
  const isTakenOn = isRegistered && !['SUBMITTED', 'RETURNED', 'WITHDRAWN'].includes(state);
  const isAssigned = isTakenOn && state !== 'ACCEPTED';
  return {
    submittedAt: isRegistered ? day : null,
    acceptedAt: isTakenOn ? day : null,
    leadCommittee: isAssigned ? 'AK5' : null,
    involvedCommittees: isAssigned ? ['AK2'] : [],
  };
}

function matrix(given: Partial<Topic>): readonly string[] {
  return (Object.keys(topicStateNames) as TopicState[]).map((state) => {
    const audience = audienceOf(aTopic({ coRegistrants: ['BE'], ...stamps(state), state, ...given }), codes);
    const seen = Object.entries(viewers).filter(([, code]) => audience.includes(code));
    return `${topicStateNames[state]}: ${seen.map(([name]) => name).join(', ')}`;
  });
}

describe('who sees a topic', () => {
  it('is what the golden matrix says', () => {
    expect(matrix({})).toMatchSnapshot();
  });

  it('is less when the topic is restricted to the parties named', () => {
    expect(matrix({ classification: 'RESTRICTED' })).toMatchSnapshot();
  });

  it('grows by the parties that need to know, from the acceptance on', () => {
    expect(matrix({ classification: 'RESTRICTED', restrictedTo: ['BY'] })).toMatchSnapshot();
  });

  it('is as narrow for what is marked VS-NfD, and does not heed the parties of a topic that all may see', () => {
    expect(matrix({ classification: 'VS_NFD' })).toEqual(matrix({ classification: 'RESTRICTED' }));
    expect(matrix({ restrictedTo: ['BY'] })).toEqual(matrix({}));
  });

  it('includes the system in every state', () => {
    for (const state of Object.keys(topicStateNames) as TopicState[]) {
      expect(audienceOf(aTopic({ ...stamps(state), state }), codes)).toContain(0);
    }
  });

  it('lets a committee that registers see its own draft', () => {
    const draft = aTopic({ ...stamps('DRAFT'), state: 'DRAFT', registrant: { body: 'AK4' } });
    expect(audienceOf(draft, codes)).toEqual([0, audienceOfBody('AK4')]);
  });
});
