import type { Exchange, Operation } from 'urql';
import { pipe, tap } from 'wonka';
import { onChange } from './live-changes.js';
import { unattended } from './unattended.js';
import { isBusy } from './unsaved-input.js';

/** Where a record appears that has no type of its own name. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  vote: ['Ballot'],
  releaseVote: ['WrittenProcedure', 'Release'],
  participant: ['Session'],
  topicMerge: ['Topic'],
  notification: ['Notification', 'Viewer'],
  assignment: ['Person', 'Body', 'Viewer'],
  'chair-term': ['ChairTerm', 'Viewer'],
};

/** Many changes come together, and to many readers at once: read again a little later, and not all in the same instant. */
const GATHER_MILLISECONDS = 400;
const SPREAD_MILLISECONDS = 800;
const BUSY_MILLISECONDS = 1000;

interface Shown {
  readonly operation: Operation;
  types: ReadonlySet<string>;
}

/**
 * Does to what is on the screen what an act of one's own does: whatever shows a record of that kind is read again. Waits
 * while somebody is writing.
 */
export const rereadWhatChanged: Exchange = ({ client, forward }) => {
  const shown = new Map<number, Shown>();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const wait = (milliseconds: number): void => {
    timer ??= setTimeout(reread, milliseconds);
  };
  const reread = (): void => {
    timer = null;
    if (isBusy() || document.visibilityState === 'hidden') return wait(BUSY_MILLISECONDS);
    for (const { operation, types } of shown.values()) {
      if (changed.has(EVERYTHING) || [...types].some((type) => changed.has(type))) {
        client.reexecuteOperation(unattended(operation));
      }
    }
    changed.clear();
  };
  onChange((kind) => {
    for (const type of kind === null ? [EVERYTHING] : typesOf(kind)) changed.add(type);
    wait(GATHER_MILLISECONDS + Math.random() * SPREAD_MILLISECONDS);
  });
  return (operations) =>
    pipe(
      operations,
      tap((operation) => {
        if (operation.kind === 'teardown') shown.delete(operation.key);
      }),
      forward,
      tap(({ operation, data }) => {
        if (operation.kind !== 'query') return;
        const known = shown.get(operation.key);
        shown.set(operation.key, { operation: known?.operation ?? operation, types: typesIn(data) });
      }),
    );
};

const EVERYTHING = '*';

const typesOf = (kind: string): readonly string[] => [
  ...(shownBy[kind] ?? []),
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
];

/** The types of everything in an answer. A list with nothing in it does not say of what: its connection's name does. */
function typesIn(data: unknown, types = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(data)) for (const each of data) typesIn(each, types);
  else if (typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) {
      if (name === '__typename') types.add(String(value).replace(/Connection$/, ''));
      else typesIn(value, types);
    }
  }
  return types;
}
