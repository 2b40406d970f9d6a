import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getOperationAST, GraphQLError, parse, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { LOGGER, type Logger } from '#platform/logging';
import { RequestAuthentication } from '../auth/index.js';
import { errorFormat } from '../graphql/error-format.js';
import type { LiveContext } from './record-changed.resolver.js';

type ErrorFormat = ReturnType<typeof errorFormat>;

const PATH = '/graphql';
/** A subscription is a line or two; whatever is larger wants something else. */
const LARGEST_MESSAGE = 8 * 1024;
const MOST_TOKENS = 100;
const MOST_SUBSCRIPTIONS = 5;
const GOING_AWAY = 1001;
const GOODBYE_MILLISECONDS = 1000;

/**
 * Connections that last, for subscriptions alone (protocol graphql-transport-ws). Who connects is asked before anything
 * else: nobody signed in, or another website in somebody's name, gets no connection at all.
 */
@Injectable()
export class LiveConnections implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly schema: GraphQLSchemaHost,
    private readonly authentication: RequestAuthentication,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const format = errorFormat(this.logger);
    const { schema } = this.schema;
    useServer(
      {
        schema,
        onSubscribe: ({ subscriptions }, _id, { query, operationName }) =>
          Object.keys(subscriptions).length >= MOST_SUBSCRIPTIONS
            ? [new GraphQLError('Auf dieser Verbindung wird schon genug gemeldet.')]
            : refusalOf(query, operationName),
        context: ({ extra }) => this.contextOf(extra),
        onError: (_context, _id, _payload, errors) => errors.map((error) => shown(error, format)),
        isProd: true,
      },
      this.sockets,
    );
    const server = this.adapters.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.accept(request, socket, head).catch((error: unknown) => {
        this.logger.error({ err: error }, 'nobody can say who connects');
        refuse(socket, '503 Service Unavailable');
      });
    });
  }

  /** Says goodbye; whoever does not answer is cut off. */
  onModuleDestroy(): void {
    for (const socket of this.sockets.clients) {
      socket.close(GOING_AWAY);
      setTimeout(() => socket.terminate(), GOODBYE_MILLISECONDS).unref();
    }
    this.sockets.close();
  }

  private async accept(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const { headers } = request;
    if (request.url !== PATH) return refuse(socket, '404 Not Found');
    if (!this.authentication.isOwn('POST', headers)) return refuse(socket, '403 Forbidden');
    const actor = await this.authentication.actorOf(headers, { isUnattended: true });
    if (actor === null) return refuse(socket, '401 Unauthorized');
    this.sockets.handleUpgrade(request, socket, head, (upgraded) => this.sockets.emit('connection', upgraded, request));
  }

  private async contextOf({ request: { headers } }: Extra): Promise<LiveContext & Record<string, unknown>> {
    const findReader = () => this.authentication.actorOf(headers, { isUnattended: true });
    return { actor: await findReader(), requestId: randomUUID(), loaders: new Map(), findReader };
  }
}

/** The limits of depth and cost stand at the requests: here nothing but subscriptions may pass. */
function refusalOf(query: string, operationName: string | null | undefined): readonly GraphQLError[] | undefined {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('Die Anfrage ist nicht lesbar.')];
  }
  if (getOperationAST(document, operationName)?.operation === 'subscription') return undefined;
  return [new GraphQLError('Über diese Verbindung wird nur gemeldet, was sich ändert.')];
}

/** What was thrown is told as in every other answer; what was not says itself what is wrong with the question. */
function shown(error: GraphQLError | GraphQLFormattedError, format: ErrorFormat): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return error;
  if (error.originalError !== undefined) return format(error.toJSON(), error);
  return { message: error.message, extensions: { code: 'BAD_REQUEST' } };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
