import { nameOfRequirement, rowsOf, type DecisionContext, type Lifecycle } from './lifecycle.js';

/** The lifecycle as Mermaid state diagram. Rows that keep the state are left to the table. */
export function toMermaid<
  Entry,
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(lifecycle: Lifecycle<Entry, State, Capacity, Context>): string {
  const edges = Object.keys(lifecycle.rows).flatMap((action) =>
    rowsOf(lifecycle, action)
      .filter((row) => row.to !== 'UNCHANGED')
      .flatMap((row) => row.from.map((from) => `  ${from === 'NEW' ? '[*]' : from} --> ${row.to}: ${action}`)),
  );
  return ['stateDiagram-v2', ...new Set(edges)].join('\n');
}

/** The lifecycle as Markdown table: action, from, to, who, conditions, event. */
export function toMarkdown<
  Entry,
  State extends string,
  Capacity extends string,
  Context extends DecisionContext<Capacity>,
>(lifecycle: Lifecycle<Entry, State, Capacity, Context>): string {
  const rows = Object.keys(lifecycle.rows).flatMap((action) =>
    rowsOf(lifecycle, action).map((row) =>
      [
        `${lifecycle.labels[action] ?? ''} (\`${action}\`)`,
        row.from.map((state) => (state === 'NEW' ? '–' : lifecycle.states[state])).join(', '),
        row.to === 'UNCHANGED' ? 'bleibt' : lifecycle.states[row.to],
        row.by.map((capacity) => lifecycle.capacities[capacity]).join(', '),
        (row.requires ?? []).map((requirement) => `\`${nameOfRequirement(lifecycle, requirement)}\``).join(', ') || '–',
        `\`${row.emits}\``,
      ].join(' | '),
    ),
  );
  const head = ['Handlung | von | nach | wer | nur wenn | Ereignis', '---|---|---|---|---|---'];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}
