import { Agent, request } from 'node:http';

/** One question, ready to be sent again and again. */
export interface Call {
  readonly path: string;
  readonly cookie: string;
  readonly body: string;
}

/** A client that keeps its connections and does as little as it can: what it costs, it costs both sides. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly port: number) {}

  /** The answer as bytes. Throws unless the status is 200. */
  async send({ path, cookie, body }: Call): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
      const options = { agent: this.agent, host: '127.0.0.1', port: this.port, method: 'POST', path, headers };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks);
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`${path}: ${response.statusCode} ${answer.toString('utf8').slice(0, 500)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
