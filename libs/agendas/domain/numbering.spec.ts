import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { committeeCodes } from '#glossary';
import { decide, ITEM_PLACED, type AgendaEvent } from './agenda-decision.js';
import {
  inAgendaOrder,
  newAgenda,
  ofMainConference,
  stands,
  type Agenda,
  type AgendaItem,
  type ConferenceTopic,
} from './agenda.js';
import { numbersFor } from './numbering.js';

const item = (id: string, number: string | null, position: number, changes: Partial<AgendaItem> = {}) =>
  ({
    id,
    topicId: `topic of ${id}`,
    number,
    position,
    group: 'AK2',
    state: 'PLACED',
    restrictedTo: null,
    ...changes,
  }) as const;

describe('Numbers of agenda items', () => {
  it('count from 1 in the order of the agenda, general points first', () => {
    const items = [item('b', null, 1), item('c', null, 2), item('a', null, 1, { group: 'GENERAL' })];
    expect([...numbersFor(items)]).toEqual([['a', '1'], ['b', '2'], ['c', '3']]); // prettier-ignore
  });

  it('are not given to what was removed before circulation', () => {
    const items = [item('a', null, 1, { state: 'REMOVED' }), item('b', null, 2)];
    expect([...numbersFor(items)]).toEqual([['b', '1']]);
  });

  it('of late items are the number before them with a suffix', () => {
    const items = [
      item('a', '1', 1),
      item('late', null, 2),
      item('later', null, 3),
      item('b', '2', 1, { group: 'AK3' }),
    ];
    expect([...numbersFor(items)]).toEqual([['late', '1a'], ['later', '1b']]); // prettier-ignore
  });

  it('take the next letter, even when the item that had it is removed', () => {
    const items = [item('a', '1', 1), item('gone', '1a', 2, { state: 'REMOVED' }), item('late', null, 3)];
    expect([...numbersFor(items)]).toEqual([['late', '1b']]);
  });

  it('go on with the next whole number where nothing stands before', () => {
    const items = [item('late', null, 1, { group: 'GENERAL' }), item('a', '1', 1), item('b', '2', 2)];
    expect([...numbersFor(items)]).toEqual([['late', '3']]);
  });

  it('of restricted items leave no gap in the others, whenever they come', () => {
    const restricted = { restrictedTo: [7] };
    const first = [item('a', null, 1), item('hidden', null, 2, restricted), item('b', null, 3)];
    const open = first.filter(({ restrictedTo }) => restrictedTo === null);
    const numbers = numbersFor(first);
    expect([numbers.get('a'), numbers.get('b')]).toEqual(['1', '2']);
    expect([...numbersFor(open)]).toEqual([...numbers].filter(([id]) => id !== 'hidden'));
    const later = [item('a', '1', 1), item('hidden', 'V 4711', 2, restricted), item('late', null, 3)];
    expect([...numbersFor(later)]).toEqual([['late', '1a']]);
    expect([...numbersFor([item('hidden', 'V 4711', 1, restricted), item('late', null, 2)])]).toEqual([['late', '1']]);
  });

  it('of restricted items tell nothing: the topic gives them, whatever else is on the agenda', () => {
    const restricted = { restrictedTo: [7] };
    const alone = numbersFor([item('hidden', null, 1, restricted)]).get('hidden') ?? '';
    expect(alone).toMatch(/^V [1-9][0-9]{3}$/);
    const among = [item('a', null, 1), item('b', null, 2, restricted), item('hidden', null, 3, restricted)];
    expect(numbersFor(among).get('hidden')).toBe(alone);
    const taken = [item('gone', alone, 1, restricted), item('hidden', null, 2, restricted)];
    expect(numbersFor(taken).get('hidden')).not.toBe(alone);
    expect(numbersFor(taken).get('hidden')).toMatch(/^V [1-9][0-9]{3}$/);
  });

  it('go on after z', () => {
    const used = [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => item(letter, `1${letter}`, index + 2));
    expect([...numbersFor([item('first', '1', 1), ...used, item('late', null, 28)])]).toEqual([['late', '1aa']]);
  });
});

const now = new Date('2026-11-03T09:00:00Z');

type Step =
  | {
      readonly kind: 'forward';
      readonly committee: ConferenceTopic['leadCommittee'];
      readonly restrictedTo: readonly number[] | null;
    }
  | { readonly kind: 'compile' | 'circulate' | 'supplement' }
  | { readonly kind: 'depart'; readonly pick: number }
  | { readonly kind: 'move'; readonly pick: number; readonly position: number }
  | { readonly kind: 'remove'; readonly pick: number };

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('forward' as const),
    committee: fc.constantFrom(null, ...committeeCodes),
    restrictedTo: fc.constantFrom(null, null, [7]),
  }),
  fc.record({ kind: fc.constantFrom('compile' as const, 'circulate' as const, 'supplement' as const) }),
  fc.record({ kind: fc.constant('move' as const), pick: fc.nat(30), position: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'depart' as const), pick: fc.nat(30) }),
);

type Listener = (event: AgendaEvent) => void;

/** Plays steps as the secretariat; what the lifecycle refuses changes nothing. Answers the agenda after each step. */
function play(steps: readonly Step[], hear: Listener = () => undefined): readonly Agenda[] {
  let agenda = newAgenda('agenda', ofMainConference('conference'));
  const topics: ConferenceTopic[] = [];
  const seen: Agenda[] = [];
  for (const step of steps) {
    if (step.kind === 'forward') topics.push(forwarded(`topic-${topics.length}`, step));
    else if (step.kind === 'depart') agenda = departed(agenda, step.pick, { topics, hear });
    else agenda = next(agenda, step, { topics, hear });
    seen.push(agenda);
  }
  return seen;
}

function forwarded(
  id: string,
  { committee: leadCommittee, restrictedTo }: Extract<Step, { kind: 'forward' }>,
): ConferenceTopic {
  return {
    id,
    title: id,
    subtitle: null,
    kind: 'RESOLUTION',
    state: 'IN_PRE_CONFERENCE',
    leadCommittee,
    involvedCommittees: [],
    recommendation: null,
    restrictedTo,
  };
}

type World = { readonly topics: readonly ConferenceTopic[]; readonly hear: Listener };

/** The topic leaves the conference and is at once forwarded again: it needs an item of its own. */
function departed(agenda: Agenda, pick: number, world: World): Agenda {
  const after = next(agenda, { kind: 'remove', pick }, world);
  const item = after.items[pick % Math.max(after.items.length, 1)];
  if (after === agenda || item === undefined) return agenda;
  const left = { ...item, topicDepartedAt: now };
  return { ...after, items: after.items.map((each) => (each.id === item.id ? left : each)) };
}

function next(agenda: Agenda, step: Exclude<Step, { kind: 'forward' | 'depart' }>, { topics, hear }: World): Agenda {
  const action = (
    {
      compile: 'compileAgenda',
      circulate: 'circulateAgenda',
      supplement: 'circulateSupplement',
      move: 'moveAgendaItem',
      remove: 'removeAgendaItem',
    } as const
  )[step.kind];
  const result = decide(agenda, action, {
    now,
    capacities: new Set(['SECRETARIAT']),
    topics,
    actorName: 'Kim Beispiel',
    ownParties: [],
    input: {
      reason: 'Grund',
      newItemIds: topics.map(({ id }) => `item of ${id} in revision ${agenda.revision}`),
      itemId: 'pick' in step ? agenda.items[step.pick % Math.max(agenda.items.length, 1)]?.id : undefined,
      position: 'position' in step ? step.position : undefined,
    },
  });
  if (result.ok) result.events.forEach(hear);
  return result.ok ? result.agenda : agenda;
}

const numbersOf = ({ items }: Agenda): ReadonlyMap<string, string> =>
  new Map(items.flatMap(({ id, number }) => (number === null ? [] : [[id, number] as const])));

describe('Whatever happens to an agenda', () => {
  const steps = fc.array(aStep, { maxLength: 60 });

  it('a number once given never changes', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const seen = play(played).map(numbersOf);
        for (const [index, before] of seen.slice(0, -1).entries()) {
          for (const [id, number] of before) expect(seen[index + 1]?.get(id)).toBe(number);
        }
      }),
    );
  });

  it('no number is used twice, removed items included', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const numbers = [...(play(played).at(-1) ?? newAgenda('a', ofMainConference('c'))).items].flatMap(
          ({ number }) => number ?? [],
        );
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  it('no item is lost, and the places of a group are 1 to n', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const seen = play(played);
        for (const [index, agenda] of seen.entries()) {
          const ids = new Set(agenda.items.map(({ id }) => id));
          expect((seen[index - 1]?.items ?? []).every(({ id }) => ids.has(id))).toBe(true);
          for (const group of new Set(agenda.items.map((one) => one.group))) {
            const places = inAgendaOrder(agenda.items.filter((one) => one.group === group)).map(
              ({ position }) => position,
            );
            expect(places).toEqual(places.map((_, place) => place + 1));
          }
        }
      }),
    );
  });

  it('a topic stands on it once at most, and what is circulated in a supplement comes after the agenda', () => {
    fc.assert(
      fc.property(steps, (played) => {
        for (const { items, supplements, circulatedAt } of play(played)) {
          const standing = items.filter(stands).map(({ topicId }) => topicId);
          expect(new Set(standing).size).toBe(standing.length);
          const named = items.flatMap(({ supplement }) => supplement ?? []);
          expect(named.every((number) => circulatedAt !== null && number <= supplements.length)).toBe(true);
        }
      }),
    );
  });

  it('each item with a number was announced exactly once', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const announced: string[] = [];
        const agenda = play(played, (event) => {
          if (event.type === ITEM_PLACED) announced.push(event.recordId);
        }).at(-1);
        const numbered = (agenda?.items ?? []).filter(({ number }) => number !== null).map(({ id }) => id);
        expect(announced.sort()).toEqual(numbered.sort());
      }),
    );
  });
});
