import { nameOfRequirement, rowsOf, type DecisionContext, type Lifecycle } from './lifecycle.js';

export interface LifecycleFault {
  readonly kind: 'UNREACHABLE_STATE' | 'DEAD_ROW' | 'MISSING_LABEL' | 'NAMELESS_REQUIREMENT';
  readonly name: string;
}

/** Finds states no path leads to, rows that can never be taken, and actions without a German name. */
export function faultsOf<
  Entry,
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(lifecycle: Lifecycle<Entry, State, Capacity, Context>): readonly LifecycleFault[] {
  const actions = Object.keys(lifecycle.rows);
  const reached = reachableStates(lifecycle, actions);
  const states = Object.keys(lifecycle.states) as State[];
  return [
    ...states.filter((state) => !reached.has(state)).map((name) => ({ kind: 'UNREACHABLE_STATE' as const, name })),
    ...actions
      .filter((action) => rowsOf(lifecycle, action).some((row) => !row.from.some((state) => reached.has(state))))
      .map((name) => ({ kind: 'DEAD_ROW' as const, name })),
    ...actions
      .filter((action) => lifecycle.labels[action] === undefined)
      .map((name) => ({ kind: 'MISSING_LABEL' as const, name })),
    ...actions
      .filter((action) =>
        rowsOf(lifecycle, action).some(({ requires = [] }) =>
          requires.some((each) => nameOfRequirement(lifecycle, each) === ''),
        ),
      )
      .map((name) => ({ kind: 'NAMELESS_REQUIREMENT' as const, name })),
  ];
}

function reachableStates<
  Entry,
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(lifecycle: Lifecycle<Entry, State, Capacity, Context>, actions: readonly string[]): ReadonlySet<State | 'NEW'> {
  const reached = new Set<State | 'NEW'>(['NEW']);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const row of actions.flatMap((action) => rowsOf(lifecycle, action))) {
      if (row.to !== 'UNCHANGED' && row.by.length > 0 && row.from.some((state) => reached.has(state)))
        reached.add(row.to);
    }
  }
  return reached;
}
