/** Why something may not be done. An expected "no" is a value, never an exception. */
export interface Refusal {
  readonly code: string;
  /** German, for the person who asked. */
  readonly message: string;
  /** Name of the input field at fault, when there is one. */
  readonly field?: string;
  /** What a client needs to go on, for example the other person's text. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A condition of a row; its name reads as a sentence in the table. */
export type Requirement<Entry, Context> = (entry: Entry, context: Context) => Refusal | readonly Refusal[] | null;

/** What every decision needs: when, and in which capacities the person may act on this record today. */
export interface DecisionContext<Capacity extends string> {
  readonly now: Date;
  readonly capacities: Capacities<Capacity>;
}

/** What a person may act as; some are called by what gives them rather than by the name in the table. */
export type Capacities<Capacity extends string> = ReadonlySet<Capacity> & {
  readonly names?: ReadonlyMap<Capacity, string>;
};

export interface LifecycleRow<Entry, State extends string, Capacity extends string, Context> {
  readonly from: readonly (State | 'NEW')[];
  readonly to: State | 'UNCHANGED';
  /** In this order the first capacity the person has is the one the act is recorded under. */
  readonly by: readonly Capacity[];
  readonly requires?: readonly Requirement<Entry, Context>[];
  readonly emits: string;
}

type Rows<Entry, State extends string, Capacity extends string, Context> =
  LifecycleRow<Entry, State, Capacity, Context> | readonly LifecycleRow<Entry, State, Capacity, Context>[];

/** "<action> takes a record from … to …, may be done by …, and only if …" */
export interface Lifecycle<
  Entry,
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
> {
  readonly record: { readonly kind: string; readonly label: string };
  readonly states: Readonly<Record<State, string>>;
  readonly capacities: Readonly<Record<Capacity, string>>;
  readonly rows: Readonly<Record<string, Rows<Entry, State, Capacity, Context>>>;
  /** The conditions by the names under which the generated procedure lists them; the module that exports them. */
  readonly requirements?: Readonly<Record<string, unknown>>;
  /** German names of the actions, as buttons show them. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Permitted<State extends string, Capacity extends string> {
  readonly ok: true;
  readonly to: State;
  readonly capacity: Capacity;
  readonly emits: string;
}

export interface Refused {
  readonly ok: false;
  readonly refusals: readonly [Refusal, ...Refusal[]];
}

export interface ActionAvailability {
  readonly action: string;
  readonly label: string;
  readonly available: boolean;
  /** The hat, by its German name, under which the act would be recorded; none while it is not available. */
  readonly capacity?: string;
  readonly refusals: readonly Refusal[];
}

export function refused(first: Refusal, ...others: Refusal[]): Refused {
  return { ok: false, refusals: [first, ...others] };
}

/** The name under which a condition stands in its module; empty when nobody named it. */
export function nameOfRequirement(
  { requirements = {} }: { readonly requirements?: Readonly<Record<string, unknown>> },
  requirement: { readonly name: string },
): string {
  return Object.entries(requirements).find(([, known]) => known === requirement)?.[0] ?? requirement.name;
}

/** Every row of an action, whether the table writes one or several. */
export function rowsOf<Entry, State extends string, Capacity extends string, Context extends DecisionContext<Capacity>>(
  lifecycle: Lifecycle<Entry, State, Capacity, Context>,
  action: string,
): readonly LifecycleRow<Entry, State, Capacity, Context>[] {
  const rows = lifecycle.rows[action];
  if (rows === undefined) throw new Error(`No row "${action}" in the lifecycle of ${lifecycle.record.kind}`);
  return isList(rows) ? rows : [rows];
}

function isList<T>(rows: T | readonly T[]): rows is readonly T[] {
  return Array.isArray(rows);
}

/**
 * Decides by the table whether the action may be done now. State first, then who, then every condition at once:
 * who may not act learns nothing of the conditions.
 */
export function permit<
  Entry extends { readonly state: State | 'NEW' },
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(
  lifecycle: Lifecycle<Entry, State, Capacity, Context>,
  entry: Entry,
  action: string,
  context: Context,
): Permitted<State, Capacity> | Refused {
  const inState = rowsOf(lifecycle, action).filter((row) => row.from.includes(entry.state));
  if (inState.length === 0) return refused(wrongState(lifecycle, entry.state, action));
  const open = inState.find((row) => row.by.some((capacity) => context.capacities.has(capacity)));
  if (open === undefined)
    return refused(
      notEntitled(
        lifecycle,
        inState.flatMap((row) => row.by),
      ),
    );
  const refusals = (open.requires ?? []).flatMap((requirement) => requirement(entry, context) ?? []);
  const [first, ...others] = refusals;
  if (first !== undefined) return refused(first, ...others);
  const capacity = open.by.find((candidate) => context.capacities.has(candidate));
  if (capacity === undefined) throw new Error('A row was open without a capacity');
  return { ok: true, to: nextState(open.to, entry.state), capacity, emits: open.emits };
}

function nextState<State extends string>(to: State | 'UNCHANGED', current: State | 'NEW'): State {
  if (to !== 'UNCHANGED') return to;
  if (current === 'NEW') throw new Error('A record cannot be created without a state');
  return current;
}

/** Which actions a person sees on a record, each with the reasons why it is not available. */
export function availableActions<
  Entry extends { readonly state: State | 'NEW' },
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(
  lifecycle: Lifecycle<Entry, State, Capacity, Context>,
  entry: Entry,
  context: Context,
): readonly ActionAvailability[] {
  return Object.keys(lifecycle.rows)
    .filter((action) => rowsOf(lifecycle, action).some((row) => !row.from.includes('NEW')))
    .map((action) => {
      const verdict = permit(lifecycle, entry, action, context);
      const label = lifecycle.labels[action] ?? action;
      if (!verdict.ok) return { action, label, available: false, refusals: verdict.refusals };
      const capacity = context.capacities.names?.get(verdict.capacity) ?? lifecycle.capacities[verdict.capacity];
      return { action, label, available: true, capacity, refusals: [] };
    });
}

/** German names of the events a lifecycle emits, as the history shows them. */
export function eventLabels<
  Entry,
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(lifecycle: Lifecycle<Entry, State, Capacity, Context>): ReadonlyMap<string, string> {
  const actions = Object.keys(lifecycle.rows);
  return new Map(
    actions.flatMap((action) =>
      rowsOf(lifecycle, action).map(({ emits }) => [emits, lifecycle.labels[action] ?? action]),
    ),
  );
}

function wrongState<State extends string, Capacity extends string, Context extends DecisionContext<Capacity>, Entry>(
  lifecycle: Lifecycle<Entry, State, Capacity, Context>,
  state: State | 'NEW',
  action: string,
): Refusal {
  const label = lifecycle.labels[action] ?? action;
  const current = state === 'NEW' ? 'neu' : lifecycle.states[state];
  return {
    code: 'NOT_POSSIBLE_IN_STATE',
    message: `„${label}“ ist im Stand „${current}“ nicht möglich.`,
    details: { state },
  };
}

function notEntitled<State extends string, Capacity extends string, Context extends DecisionContext<Capacity>, Entry>(
  lifecycle: Lifecycle<Entry, State, Capacity, Context>,
  by: readonly Capacity[],
): Refusal {
  const names = [...new Set(by)].map((capacity) => lifecycle.capacities[capacity]).join(', ');
  return { code: 'NOT_ENTITLED', message: `Dazu ist berechtigt: ${names}.`, details: { by: [...new Set(by)] } };
}
