import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ActorDirectory, type Actor } from '#organisation';
import { SignInSessions, type AuthenticatedRequest } from '#platform/auth';
import { LOGGER, type Logger } from '#platform/logging';
import { AuthOptions } from './auth-options.js';
import { BearerTokens, hasBearerToken } from './bearer-tokens.js';
import { readCookie, SESSION_COOKIE } from './cookies.js';
import { isSameOrigin } from './same-origin.js';

/** Sent with what a page reads again by itself because something has changed, and nobody has asked for. */
const UNATTENDED = 'konferenzmappe-unattended';

/** Finds out, before anything else happens to a request, who asks. */
@Injectable()
export class RequestAuthentication {
  constructor(
    private readonly options: AuthOptions,
    private readonly sessions: SignInSessions,
    private readonly tokens: BearerTokens,
    private readonly people: ActorDirectory,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Must be called before the server is ready; applies to every route, also to those added later. */
  register(server: FastifyInstance): void {
    server.decorateRequest('actor', null);
    server.decorateRequest('requestId', '');
    server.addHook('onRequest', async (request, reply) => this.onRequest(request, reply));
  }

  /** False for what another website may have sent in the name of somebody signed in here. */
  isOwn(method: string, headers: IncomingHttpHeaders): boolean {
    return isSameOrigin(method, headers, this.options.publicUrl);
  }

  private async onRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const authenticated = request as FastifyRequest & AuthenticatedRequest;
    authenticated.requestId = request.id;
    const [asked = ''] = request.url.split('?');
    if (this.options.anonymousPaths.some((path) => asked === path || asked.startsWith(`${path}/`))) return;
    if (!this.isOwn(request.method, request.headers)) {
      return reply.code(403).send({ message: 'Die Anfrage kommt von einer fremden Seite und wurde nicht ausgeführt.' });
    }
    try {
      const isUnattended = request.headers[UNATTENDED] !== undefined;
      const actor = await this.actorOf(request.headers, { isUnattended });
      authenticated.actor = actor === null ? null : { ...actor, requestId: request.id };
    } catch (error) {
      this.logger.error({ requestId: request.id, err: error }, 'nobody can say who asks');
      return reply.code(503).send({ message: 'Der Dienst ist gerade nicht erreichbar.', requestId: request.id });
    }
  }

  /** Who signed in with what the headers carry, with the rights of this moment; null for nobody. */
  async actorOf(headers: IncomingHttpHeaders, how: { readonly isUnattended: boolean }): Promise<Actor | null> {
    if (hasBearerToken(headers.authorization)) return this.byToken(headers.authorization);
    const token = readCookie(headers.cookie, SESSION_COOKIE);
    if (token === null) return null;
    return this.sessions.readFor(token, (tx, personId) => this.people.actorIn(tx, personId), how);
  }

  private async byToken(authorization: string): Promise<Actor | null> {
    const [, token] = /^Bearer ([\w.-]+)$/i.exec(authorization) ?? [];
    const identity = token === undefined ? null : await this.tokens.verify(token);
    if (identity === null) return null;
    const person = await this.people.personBySubject(identity.issuer, identity.subject);
    return person === null ? null : this.people.actorOfPerson(person.id);
  }
}
