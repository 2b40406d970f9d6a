import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way, as whoever disturbs it sees it. */
export interface Passage {
  /** Name of the mutation; null for everything else. */
  readonly mutation: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  /** Port of the api that will be asked. */
  readonly target: number;
}

export interface Disturbance {
  /** Called when the request has been sent on; the answer waits for it. */
  readonly whileUnderWay?: () => Promise<void>;
  /** The answer is thrown away, as if the api had died right after its work. */
  readonly loseAnswer?: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** An api vanished under a request: nobody knows whether it was carried out. */
class AnswerLost extends Error {}

/**
 * What stands in front of several apis: one after the other is asked. Passed over is only who refuses the connection;
 * a request whose answer was lost may have been carried out. A vote is then given once more, as a person would press
 * the button once more.
 */
export class FrontDoor {
  private readonly agent = new Agent({ keepAlive: true });
  private ports: readonly number[] = [];
  private turn = 0;
  /** How many votes were given once more. */
  repeats = 0;
  /** Decides before each request what befalls it. */
  disturb: (passage: Passage) => Promise<Disturbance> = async () => ({});

  private constructor(private readonly server: Server) {}

  static async open(): Promise<FrontDoor> {
    const server = createServer();
    const door = new FrontDoor(server);
    server.on('request', (incoming, response) => void door.serve(incoming, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  leadTo(ports: readonly number[]): void {
    this.ports = ports;
  }

  async close(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    try {
      const answer = await this.ask(incoming, body);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
    }
  }

  private async ask(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const target = this.next();
    const operation = operationIn(body);
    const disturbance = await this.disturb({ ...operation, target });
    try {
      return await this.pass(incoming, body, target, disturbance);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return this.pass(incoming, body, this.next(), {});
      if (!(error instanceof AnswerLost) || operation.mutation !== 'castVote') throw error;
      this.repeats += 1;
      return this.pass(incoming, body, this.next(), {});
    }
  }

  private next(): number {
    this.turn += 1;
    const port = this.ports[this.turn % this.ports.length];
    if (port === undefined) throw new Error('The door leads nowhere');
    return port;
  }

  private async pass(
    { method = 'GET', url = '/', headers }: IncomingMessage,
    body: Buffer,
    port: number,
    { whileUnderWay, loseAnswer }: Disturbance,
  ): Promise<Answer> {
    const outgoing = request({ host: '127.0.0.1', port, method, path: url, headers, agent: this.agent });
    const answered = answerTo(outgoing);
    outgoing.end(body);
    const [answer] = await Promise.all([answered, whileUnderWay?.()]);
    await loseAnswer?.();
    if (loseAnswer !== undefined) throw new AnswerLost();
    return answer;
  }
}

async function answerTo(outgoing: ReturnType<typeof request>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ECONNREFUSED' ? error : new AnswerLost(error.message)),
    );
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', () => reject(new AnswerLost('in the middle of the answer')));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
    });
  });
}

const MUTATION = /^mutation \(\$input: \w+!\) \{ (\w+)\(/;

function operationIn(body: Buffer): Pick<Passage, 'mutation' | 'input'> {
  if (body.length === 0 || body[0] !== '{'.charCodeAt(0)) return { mutation: null, input: {} };
  const { query = '', variables } = JSON.parse(body.toString()) as {
    readonly query?: string;
    readonly variables?: { readonly input?: Readonly<Record<string, unknown>> };
  };
  return { mutation: MUTATION.exec(query)?.[1] ?? null, input: variables?.input ?? {} };
}
