import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuthenticatedRequest } from '#platform/auth';
import { protectAnswers } from './answer-headers.js';
import { ApiModule, type ApiGround } from './api.module.js';
import { loggedPath } from './logged-path.js';
import { limitSignIn } from './sign-in-limit.js';
import { serveWeb } from './web/static-web.js';

export interface ApiOptions extends ApiGround {
  /** Directory of the built web application; null when something in front serves it. */
  readonly webDirectory: string | null;
  /** Called before the routes of the product are laid. */
  readonly prepare?: (server: FastifyInstance) => void | Promise<void>;
}

export interface RunningApi {
  readonly port: number;
  /** Lets running requests end. The database stays open; whoever opened it closes it. */
  stop(): Promise<void>;
}

const LARGEST_BODY = 4 * 1024 * 1024;

/** No request line is longer. Which address leads nowhere is said by the pages, not by the server beneath them. */
const LONGEST_ADDRESS = 16_384;

/** Starts answering on the configured host and port. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const { config, logger } = options;
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
    // So many proxies stand in front, and no more are believed: what a client claims itself comes from none of them.
    trustProxy: (_address: string, hop: number) => hop < config.proxies,
  });
  const application = await NestFactory.create<NestFastifyApplication>(ApiModule.with(options), adapter, {
    logger: false,
    abortOnError: false,
  });
  const server = application.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  logRequests(server, options);
  protectAnswers(server);
  const connections = letConnectionsGo(server);
  await options.prepare?.(server);
  await limitSignIn(server);
  if (options.webDirectory !== null) await serveWeb(server, options.webDirectory);
  await application.listen(config.port, config.host);
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  logger.info({ port }, 'api started');
  return {
    port,
    stop: async () => {
      connections.letGo();
      await application.close();
      await options.readiness.close();
      logger.info('api stopped');
    },
  };
}

/** A connection that is kept open for more requests would keep a stopping process waiting. */
function letConnectionsGo(server: FastifyInstance): { letGo(): void } {
  let isStopping = false;
  server.addHook('onSend', async (_request, reply) => {
    if (isStopping) void reply.header('connection', 'close');
  });
  return {
    letGo: () => {
      isStopping = true;
      server.server.closeIdleConnections();
    },
  };
}

/** One line per request: who asked for what and how it went, never what a paper says. */
function logRequests(server: FastifyInstance, { logger }: ApiOptions): void {
  server.addHook('onResponse', async (request: FastifyRequest & Partial<AuthenticatedRequest>, reply) => {
    const actor = request.actor as { readonly personId?: string } | null | undefined;
    logger.info({
      requestId: request.id,
      actorId: actor?.personId ?? null,
      method: request.method,
      path: loggedPath(request.url),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
}
