/**
 * Three requests that decide whether the product feels fast, each beside plain `pg` + `node:http` doing the same work.
 *
 *   npm run bench                              prints the ratios, plain time ÷ our time: 1.00 is as fast as plain
 *   npm run bench -- --only list --profile DIR one of them, with a CPU profile of the api
 *   npm run bench -- --rounds 31               more rounds, for a busy machine
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { HttpClient, type Call } from './http-client.js';
import { compare, type Comparison } from './rounds.js';
import { agendaOperation, listOperation, listVariables, voteOperation } from './screens.js';
import { onStage, type Stage } from './stage.js';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, profile: { type: 'string' }, rounds: { type: 'string', default: '15' } },
});

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

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(stage: Stage): Promise<void> {
  const ours = new HttpClient(stage.ourPort);
  const plain = new HttpClient(stage.plainPort);
  print('| request | at once | ours, ms | plain, ms | ratio (quartiles) | aim |');
  print('|---|--:|--:|--:|--:|--:|');
  for (const scenario of scenariosOn(stage)) {
    if (options.only !== undefined && options.only !== scenario.name) continue;
    const { ourCalls, plainCalls } = callsOf(scenario);
    const answer = await ours.send(ourCalls[0]);
    assertSameAnswer(answer, await plain.send(plainCalls[0]));
    for (const concurrency of [1, 8]) {
      const { requestsPerRound, title, aim } = scenario;
      const plan = { concurrency, warmUp: 4 * requestsPerRound, rounds: Number(options.rounds), requestsPerRound };
      const compared = await compare({ client: ours, calls: ourCalls }, { client: plain, calls: plainCalls }, plan);
      print(lineOf(`${title} (${sizeOf(answer)})`, concurrency, compared, aim));
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

function lineOf(title: string, concurrency: number, { ours, plain, ratio }: Comparison, aim: number): string {
  const [lower, median, upper] = ratio.map((value) => value.toFixed(2));
  const times = `${ours.toFixed(2)} | ${plain.toFixed(2)}`;
  return `| ${title} | ${concurrency} | ${times} | **${median}** (${lower}–${upper}) | ${aim.toFixed(2)} |`;
}

await onStage(options.profile ?? null, run);
