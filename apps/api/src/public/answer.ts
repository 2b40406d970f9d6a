import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What everybody gets who asks for an address of the public side. */
export interface PublicAnswer {
  readonly body: string | Buffer;
  /** Identifies this very content. */
  readonly tag: string;
  readonly changedAt?: Date;
}

/** For a minute anybody on the way may keep it. */
export const KEPT_FOR_A_MINUTE = 'public, max-age=60, must-revalidate';

export function tagOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}

/** Whoever knows this very content already is told so instead of being sent it again. */
export function send(request: FastifyRequest, reply: FastifyReply, { body, tag, changedAt }: PublicAnswer): void {
  void reply.header('etag', `"${tag}"`);
  if (changedAt !== undefined) void reply.header('last-modified', changedAt.toUTCString());
  if (reply.statusCode === 200 && isKnown(request, tag, changedAt)) void reply.code(304).send();
  else void reply.send(body);
}

function isKnown({ headers }: FastifyRequest, tag: string, changedAt: Date | undefined): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return known === '*' || known.split(',').some((each) => each.trim() === `"${tag}"`);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // The header counts in seconds.
  return changedAt !== undefined && since >= Math.floor(changedAt.getTime() / 1000) * 1000;
}
