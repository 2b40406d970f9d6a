import type { FastifyInstance } from 'fastify';

/**
 * Papers are for the reader who asked: nothing on the way keeps an answer, unless what answers says so itself, as the
 * files of the web application do. And nothing is taken for another kind of content than it says.
 */
export function protectAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
  });
}
