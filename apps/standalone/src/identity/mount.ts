import type { FastifyInstance } from 'fastify';
import type { IdentityProvider } from './identity-provider.js';

/** Below this path of the application's port the provider answers. */
export const IDENTITY_PATH = '/identity';

/**
 * Puts the provider on the application's server. A hook, not a route: the provider reads bodies itself, so the request
 * must leave before Fastify does. Call it before the application is initialised, so that it stands first.
 */
export function mountIdentityProvider(server: FastifyInstance, provider: () => IdentityProvider): void {
  server.addHook('onRequest', (request, reply, done) => {
    const url = request.raw.url ?? '';
    if (url !== IDENTITY_PATH && !url.startsWith(`${IDENTITY_PATH}/`)) return done();
    reply.hijack();
    const stripped = Object.assign(request.raw, { originalUrl: url, url: url.slice(IDENTITY_PATH.length) || '/' });
    provider().callback(stripped, reply.raw);
  });
}
