import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Logger } from '#platform/logging';
import { counted, nameOfReading, type Reading } from './measures.js';

export interface MetricsOptions {
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  /** What is looked up at each scrape, beside what the process counts and what Node tells of itself. */
  readonly readings?: readonly Reading[];
}

export interface RunningMetrics {
  readonly port: number;
  stop(): Promise<void>;
}

/** Answers GET /metrics on a listener of its own: never on the door that people and browsers use. */
export async function serveMetrics({ host, port, logger, readings = [] }: MetricsOptions): Promise<RunningMetrics> {
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  for (const reading of readings) register(own, reading, logger);
  const all = Registry.merge([counted, own]);
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url?.split('?')[0] === '/metrics';
    if (!isAsked) return void response.writeHead(404).end();
    answer(all, response).catch((error: unknown) => {
      logger.warn({ err: error }, 'metrics not told');
      response.writeHead(500).end();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  const listening = (server.address() as AddressInfo).port;
  logger.info({ port: listening }, 'metrics told');
  return { port: listening, stop: () => close(server) };
}

async function answer(registry: Registry, response: ServerResponse): Promise<void> {
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}

/** A reading that fails leaves its values out, and the others in. */
function register(registry: Registry, reading: Reading, logger: Logger): void {
  const { help, labelNames } = reading;
  const gauge = new Gauge({
    name: nameOfReading(reading),
    help,
    labelNames: [...labelNames],
    registers: [registry],
    collect: async () => {
      gauge.reset();
      try {
        for (const { labels, value } of await reading.read()) gauge.set({ ...labels }, value);
      } catch (error) {
        logger.warn({ err: error, metric: nameOfReading(reading) }, 'metric not read');
      }
    },
  });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  if (server.listening) await once(server, 'close');
}
