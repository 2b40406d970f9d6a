import type { ApiStage } from '../api-stage.js';
import type { Caller, GraphqlAnswer } from '../caller.js';
import { Ground } from './ground.js';
import type { Call, Row } from './operations/index.js';
import { columns, people } from './people.js';
import { routes, statusOf } from './routes.js';

/** What stands in the cells of authorization.md; anything else is the code of an unexpected refusal. */
const words = { done: 'ja', notEntitled: 'nein', notThere: '–' };

/** A line of authorization.md: operation, starting point, then an answer for each column. */
export type Line = readonly string[];

/** Runs every row as everybody. What refuses changes nothing, so a new start is laid only after a "yes". */
export async function sweep(stage: ApiStage, rows: readonly Row[]): Promise<Line[]> {
  const ground = await Ground.prepare(stage);
  const callers: Caller[] = [];
  for (const column of columns) callers.push(await stage.as(people[column]));
  const lines: Line[] = [];
  for (const row of rows) {
    const cells: string[] = [];
    let call = await row.prepare(ground);
    for (const caller of callers) {
      const cell = await cellOf(await ask(caller, row, call), call);
      if (cell === words.done && call.input !== undefined) call = await row.prepare(ground);
      cells.push(cell);
    }
    lines.push([row.operation, row.given, ...cells]);
  }
  return lines;
}

interface Asked extends GraphqlAnswer {
  readonly refused: readonly string[];
}

export async function ask(caller: Caller, row: Row, { input, variables }: Call): Promise<Asked> {
  if (row.query === undefined) return caller.mutate(row.operation, input ?? {});
  const answer = await caller.graphql(row.query, variables);
  return { ...answer, refused: answer.codes };
}

async function cellOf(answer: Asked, { shows }: Call): Promise<string> {
  const { refused } = answer;
  if (refused.length > 0) return [...new Set(refused)].map(wordOf).join(' ');
  return shows === undefined || (await shows(answer)) ? words.done : words.notThere;
}

function wordOf(code: string): string {
  if (code === 'NOT_ENTITLED') return words.notEntitled;
  return code === 'NOT_FOUND' || code === 'CONFERENCE_UNKNOWN' ? words.notThere : code;
}

/** The lines of all tables in the document that begin with an operation. */
export function linesOf(document: string): Line[] {
  const rows = document.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** How the lines are to stand in the document, in whatever order; shown when it is not in step. */
export function documentOf(lines: readonly Line[]): string {
  const rows = lines.map(([operation, ...cells]) => `| \`${operation}\` | ${cells.join(' | ')} |`);
  return rows.sort().join('\n');
}

/** The same for addresses outside of GraphQL. */
export async function sweepRoutes(stage: ApiStage): Promise<Line[]> {
  const ground = await Ground.prepare(stage);
  const callers: Caller[] = [];
  for (const column of columns) callers.push(await stage.as(people[column]));
  const lines: Line[] = [];
  for (const { route, given, path, isPublic } of routes) {
    const address = await path(ground);
    const cells: string[] = [];
    for (const caller of callers) {
      const status = await statusOf(caller, address);
      const isAnswered = isPublic ? status !== 401 && status !== 403 && status !== 404 : status === 200;
      cells.push(isAnswered ? words.done : status === 404 ? words.notThere : String(status));
    }
    lines.push([route, given, ...cells]);
  }
  return lines;
}
