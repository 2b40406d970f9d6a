import { describe, expect, it } from '@jest/globals';
import {
  availableActions,
  faultsOf,
  permit,
  toMarkdown,
  toMermaid,
  type DecisionContext,
  type Lifecycle,
} from './index.js';

type State = 'OPEN' | 'CLOSED' | 'LOST';
type Capacity = 'KEEPER' | 'VISITOR' | 'SYSTEM';
interface Door {
  readonly state: State | 'NEW';
  readonly isOiled: boolean;
}
type Context = DecisionContext<Capacity>;

const isOiled = ({ isOiled: oiled }: Door) => (oiled ? null : { code: 'DRY', message: 'Die Tür klemmt.' });
const isDay = (_door: Door, { now }: Context) =>
  now.getUTCHours() < 18 ? null : { code: 'NIGHT', message: 'Es ist Nacht.' };

function lifecycleWith(
  rows: Lifecycle<Door, State, Capacity, Context>['rows'],
): Lifecycle<Door, State, Capacity, Context> {
  return {
    record: { kind: 'door', label: 'Tür' },
    states: { OPEN: 'offen', CLOSED: 'zu', LOST: 'verschwunden' },
    capacities: { KEEPER: 'Wärter', VISITOR: 'Gast', SYSTEM: 'System' },
    labels: { build: 'Einbauen', close: 'Schließen', lose: 'Verlieren' },
    rows,
  };
}

const doors = lifecycleWith({
  build: { from: ['NEW'], to: 'OPEN', by: ['KEEPER'], emits: 'door.built' },
  close: [
    { from: ['OPEN'], to: 'CLOSED', by: ['KEEPER', 'VISITOR'], requires: [isOiled, isDay], emits: 'door.closed' },
    { from: ['CLOSED'], to: 'UNCHANGED', by: ['SYSTEM'], emits: 'door.checked' },
  ],
  lose: { from: ['OPEN', 'CLOSED'], to: 'LOST', by: ['SYSTEM'], emits: 'door.lost' },
});
const as = (...capacities: Capacity[]): Context => ({
  now: new Date('2026-09-01T10:00:00Z'),
  capacities: new Set(capacities),
});
const night = { ...as('KEEPER'), now: new Date('2026-09-01T20:00:00Z') };

describe('a lifecycle', () => {
  it('permits what a row allows and names the next state, the capacity and the event', () => {
    const verdict = permit(doors, { state: 'OPEN', isOiled: true }, 'close', as('VISITOR'));
    expect(verdict).toEqual({ ok: true, to: 'CLOSED', capacity: 'VISITOR', emits: 'door.closed' });
  });

  it('records the first capacity of the row when a person has several', () => {
    expect(permit(doors, { state: 'OPEN', isOiled: true }, 'close', as('VISITOR', 'KEEPER'))).toMatchObject({
      capacity: 'KEEPER',
    });
  });

  it('answers every unmet condition at once', () => {
    const verdict = permit(doors, { state: 'OPEN', isOiled: false }, 'close', night);
    expect(verdict).toMatchObject({ ok: false, refusals: [{ code: 'DRY' }, { code: 'NIGHT' }] });
  });

  it('tells those without the right who has it, and nothing of the conditions', () => {
    const verdict = permit(doors, { state: 'OPEN', isOiled: false }, 'close', as('SYSTEM'));
    expect(verdict).toMatchObject({
      ok: false,
      refusals: [{ code: 'NOT_ENTITLED', message: 'Dazu ist berechtigt: Wärter, Gast.' }],
    });
  });

  it('keeps the state where the row says so, and takes the row that fits the state', () => {
    expect(permit(doors, { state: 'CLOSED', isOiled: false }, 'close', as('SYSTEM'))).toMatchObject({
      ok: true,
      to: 'CLOSED',
      emits: 'door.checked',
    });
  });

  it('lists every action on an existing record with the reasons against it', () => {
    const actions = availableActions(doors, { state: 'OPEN', isOiled: true }, as('KEEPER'));
    expect(actions.map(({ action, available }) => [action, available])).toEqual([
      ['close', true],
      ['lose', false],
    ]);
    expect(actions[1]?.refusals[0]?.code).toBe('NOT_ENTITLED');
  });

  it('tells the hat under which an act would be recorded: of several the first that the row names', () => {
    const hatsOf = (...hats: Capacity[]) =>
      availableActions(doors, { state: 'OPEN', isOiled: true }, as(...hats)).map(({ capacity }) => capacity);
    expect(hatsOf('VISITOR')).toEqual(['Gast', undefined]);
    expect(hatsOf('VISITOR', 'KEEPER')).toEqual(['Wärter', undefined]);
    expect(hatsOf('SYSTEM', 'VISITOR')).toEqual(['Gast', 'System']);
  });

  it('throws for an action no table knows: that is a fault, not a refusal', () => {
    expect(() => permit(doors, { state: 'OPEN', isOiled: true }, 'paint', as('KEEPER'))).toThrow('No row "paint"');
  });
});

describe('the check of a table', () => {
  it('finds nothing in a sound one', () => {
    expect(faultsOf(doors)).toEqual([]);
  });

  it('finds a state no path leads to and a row nobody can take', () => {
    const broken = lifecycleWith({
      build: { from: ['NEW'], to: 'OPEN', by: ['KEEPER'], emits: 'x' },
      close: { from: ['CLOSED'], to: 'LOST', by: ['KEEPER'], emits: 'x' },
    });
    expect(faultsOf(broken)).toEqual([
      { kind: 'UNREACHABLE_STATE', name: 'CLOSED' },
      { kind: 'UNREACHABLE_STATE', name: 'LOST' },
      { kind: 'DEAD_ROW', name: 'close' },
    ]);
  });

  it('finds an action without a German name and a condition without any', () => {
    const broken = lifecycleWith({
      build: { from: ['NEW'], to: 'OPEN', by: ['KEEPER'], requires: [() => null], emits: 'x' },
      shut: { from: ['OPEN'], to: 'CLOSED', by: ['KEEPER'], emits: 'x' },
      lose: { from: ['CLOSED'], to: 'LOST', by: ['SYSTEM'], emits: 'x' },
    });
    expect(faultsOf(broken)).toEqual([
      { kind: 'MISSING_LABEL', name: 'shut' },
      { kind: 'NAMELESS_REQUIREMENT', name: 'build' },
    ]);
  });
});

describe('the document of a table', () => {
  it('draws each change of state and leaves the rest to the table', () => {
    expect(toMermaid(doors).split('\n')).toEqual([
      'stateDiagram-v2',
      '  [*] --> OPEN: build',
      '  OPEN --> CLOSED: close',
      '  OPEN --> LOST: lose',
      '  CLOSED --> LOST: lose',
    ]);
  });

  it('writes a row for each row, in German', () => {
    expect(toMarkdown(doors)).toContain(
      '| Schließen (`close`) | offen | zu | Wärter, Gast | `isOiled`, `isDay` | `door.closed` |',
    );
    expect(toMarkdown(doors)).toContain('| Schließen (`close`) | zu | bleibt | System | – | `door.checked` |');
  });
});
