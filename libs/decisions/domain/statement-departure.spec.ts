import { describe, expect, it } from '@jest/globals';
import { topicStateNames, type TopicState } from '#glossary';
import { wasItemLeft, wasVoteLeft, type AwaitedItem } from './statement-departure.js';

const anItem = (given: Partial<AwaitedItem> = {}): AwaitedItem => ({
  state: 'PLACED',
  outcome: null,
  conferenceId: 'here',
  bodies: [],
  isPassedOn: false,
  ...given,
});

const heldIn = (left: (state: TopicState) => boolean): string =>
  (Object.keys(topicStateNames) as TopicState[]).filter((state) => !left(state)).join(' ');

const of = (given: Partial<AwaitedItem>) =>
  heldIn((state) => wasItemLeft(anItem(given), { state, conferenceId: 'here' }));

describe('The item of a statement', () => {
  it('of the main conference is dealt with while the topic is on its way there or decided', () => {
    expect(of({})).toBe('IN_PRE_CONFERENCE IN_MAIN_CONFERENCE DECIDED');
  });

  it('of a committee is dealt with unless the topic is withdrawn or merged before it is passed on', () => {
    const committee = { bodies: ['AK5'] } as const;
    const states = Object.keys(topicStateNames);
    expect(of(committee).split(' ')).toEqual(states.filter((state) => !['WITHDRAWN', 'MERGED'].includes(state)));
    expect(of({ ...committee, isPassedOn: true }).split(' ')).toEqual(states);
  });

  it('of the pre-conference is not dealt with when the topic goes back or on in writing without it', () => {
    const gone = Object.keys(topicStateNames).filter((state) => !of({ bodies: ['PRE_CONFERENCE'] }).includes(state));
    expect(gone).toEqual(['IN_COMMITTEE', 'IN_WRITTEN_PROCEDURE', 'MERGED', 'WITHDRAWN']);
  });

  it.each([{ bodies: [] }, { bodies: ['AK5'] }, { bodies: ['PRE_CONFERENCE'] }] as const)(
    'is left when the topic went to another conference, or when it was removed: %j',
    (given) => {
      const topic = { state: 'IN_PRE_CONFERENCE', conferenceId: 'later' } as const;
      expect(wasItemLeft(anItem(given), topic)).toBe(true);
      expect(wasItemLeft(anItem({ ...given, state: 'REMOVED' }), { ...topic, conferenceId: 'here' })).toBe(true);
    },
  );

  it('keeps what it ended with, wherever the topic goes afterwards', () => {
    const topic = { state: 'IN_WRITTEN_PROCEDURE', conferenceId: 'later' } as const;
    expect(wasItemLeft(anItem({ outcome: 'NOT_ADOPTED' }), topic)).toBe(false);
    expect(wasItemLeft(anItem({ outcome: 'POSTPONED' }), topic)).toBe(true);
  });

  it('in writing counts while it is voted on, and once it is decided there', () => {
    expect(heldIn((state) => wasVoteLeft({ state }, 'DETERMINED'))).toBe('IN_WRITTEN_PROCEDURE DECIDED');
    expect(heldIn((state) => wasVoteLeft({ state }, 'CLOSED'))).toBe('IN_WRITTEN_PROCEDURE');
  });
});
