import { isDeepStrictEqual } from 'node:util';
import { HttpClient, type Call } from './http-client.js';
import { compare, printHead, printLine, ratioIn } from './rounds.js';
import { agendaOperation, listOperation, listVariables, voteOperation } from './screens.js';
import { onStage, type Stage } from './stage.js';

interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly aim: number;
  readonly requestsPerRound: number;
  readonly plainPath: string;
  readonly operation: string;
  /** What is asked, by each of these people; in turn. */
  readonly asked: readonly { readonly cookie: string; readonly variables: object }[];
}

function scenariosOn({ filled, cookies }: Stage): readonly Scenario[] {
  const { agendaId, ballotId, textHash, coordinators } = filled;
  const reader = cookies[0] ?? '';
  const votes = coordinators.map(({ party }, index) => ({
    cookie: cookies[index] ?? '',
    variables: { input: { ballotId, party, choice: 'YES', textHash } },
  }));
  const agenda = { cookie: reader, variables: { id: agendaId } };
  const list = { cookie: reader, variables: listVariables };
  return [
    {
      ...{ name: 'agenda', title: 'agenda of 100 items, 1,000 clauses', aim: 0.75, requestsPerRound: 40 },
      ...{ plainPath: '/agenda', operation: agendaOperation, asked: [agenda] },
    },
    {
      ...{ name: 'list', title: 'list of 50 of 14,000 topics, filtered', aim: 0.5, requestsPerRound: 60 },
      ...{ plainPath: '/topics', operation: listOperation, asked: [list] },
    },
    {
      ...{ name: 'vote', title: 'cast a vote', aim: 0.4, requestsPerRound: 120 },
      ...{ plainPath: '/vote', operation: voteOperation, asked: votes },
    },
  ];
}

export interface RequestOptions {
  readonly only: string | null;
  readonly profileDirectory: string | null;
  readonly rounds: number;
}

export const requestNames: readonly string[] = ['agenda', 'list', 'vote'];

/** Three requests that decide whether the product feels fast, each beside plain `pg` + `node:http` doing the same. */
export async function measureRequests(options: RequestOptions): Promise<void> {
  await onStage(options.profileDirectory, (stage) => run(stage, options));
}

async function run(stage: Stage, { only, rounds }: RequestOptions): Promise<void> {
  const ours = new HttpClient(stage.ourPort);
  const plain = new HttpClient(stage.plainPort);
  printHead('request', 'at once', 'ours, ms', 'plain, ms', 'ratio (quartiles)', 'aim');
  for (const scenario of scenariosOn(stage)) {
    if (only !== null && only !== scenario.name) continue;
    const { ourCalls, plainCalls } = callsOf(scenario);
    const answer = await ours.send(ourCalls[0]);
    assertSameAnswer(answer, await plain.send(plainCalls[0]));
    for (const concurrency of [1, 8]) {
      const { requestsPerRound, title, aim } = scenario;
      const plan = { concurrency, warmUp: 4 * requestsPerRound, rounds, requestsPerRound };
      const compared = await compare({ client: ours, calls: ourCalls }, { client: plain, calls: plainCalls }, plan);
      const times = [compared.ours.toFixed(2), compared.plain.toFixed(2)];
      const name = `${title} (${sizeOf(answer)})`;
      printLine(name, String(concurrency), ...times, ratioIn(compared), aim.toFixed(2));
    }
  }
  ours.close();
  plain.close();
}

type Calls = readonly [Call, ...Call[]];

function callsOf({ plainPath, operation, asked }: Scenario): { ourCalls: Calls; plainCalls: Calls } {
  const ourCalls = asked.map(({ cookie, variables }) => ({
    ...{ path: '/graphql', cookie },
    body: JSON.stringify({ query: operation, variables }),
  }));
  const plainCalls = asked.map(({ cookie, variables }) => ({
    ...{ path: plainPath, cookie },
    body: JSON.stringify(variables),
  }));
  return { ourCalls: ourCalls as unknown as Calls, plainCalls: plainCalls as unknown as Calls };
}

/** Only the same work may be compared: both sides answer the same fields with the same values. */
function assertSameAnswer(ours: Buffer, plain: Buffer): void {
  const [left, right] = [ours, plain].map((answer) => JSON.parse(answer.toString('utf8')) as unknown);
  if (isDeepStrictEqual(left, right)) return;
  throw new Error(
    `The answers differ:\n${ours.toString('utf8').slice(0, 2000)}\n${plain.toString('utf8').slice(0, 2000)}`,
  );
}

function sizeOf({ length }: Buffer): string {
  return length < 10_240 ? `${length} bytes` : `${Math.round(length / 1024)} KB`;
}
