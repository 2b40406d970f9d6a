import type { FastifyInstance } from 'fastify';

/** Generous: a whole authority may come from one address. */
const STARTS_PER_MINUTE = 120;
const MINUTE = 60_000;
const LOGIN = '/auth/login';

/**
 * Lets one address begin only so many sign-ins a minute: each leaves a row behind and asks the identity provider. Every
 * process counts by itself. To be called before the routes are laid.
 */
export async function limitSignIn(server: FastifyInstance): Promise<void> {
  const { default: rateLimit } = await import('@fastify/rate-limit');
  server.addHook('onRoute', (route) => {
    if (route.url !== LOGIN) return;
    route.config = { ...route.config, rateLimit: { max: STARTS_PER_MINUTE, timeWindow: MINUTE } };
  });
  const silent = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
  await server.register(rateLimit, { global: false, addHeaders: silent, addHeadersOnExceeding: silent });
}
