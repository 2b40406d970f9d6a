import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, pageHeaders, renderPage } from '#platform/auth';

/** What the server beneath the product refuses by itself, in words for people. */
interface Refusal {
  readonly title: string;
  readonly message: string;
}

const refusals: Readonly<Record<number, Refusal>> = {
  400: { title: 'Anfrage nicht verstanden', message: 'Die Anfrage ist unvollständig oder fehlerhaft.' },
  404: { title: 'Seite nicht gefunden', message: 'Unter dieser Adresse gibt es nichts.' },
  413: { title: 'Anfrage zu groß', message: 'Die Anfrage ist zu groß: angenommen werden höchstens 4 MB.' },
  415: { title: 'Format nicht angenommen', message: 'Daten in diesem Format werden nicht angenommen.' },
  429: {
    title: 'Zu viele Anmeldeversuche',
    message:
      'Von Ihrer Adresse wurde die Anmeldung in kurzer Zeit zu oft begonnen. Bitte warten Sie eine Minute und versuchen Sie es erneut.',
  },
};

/** Where nobody found words, Nest and Fastify have theirs; what the product says itself is left as it is. */
export function refusedRequest(exception: unknown): (Refusal & { readonly status: number }) | null {
  const status = statusOf(exception);
  const refusal = status === null ? undefined : refusals[status];
  return status === null || refusal === undefined ? null : { status, ...refusal };
}

function statusOf(exception: unknown): number | null {
  if (typeof exception !== 'object' || exception === null) return null;
  if (exception instanceof HttpException) return isOfTheServer(exception) ? exception.getStatus() : null;
  const { statusCode } = exception as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : null;
}

/** Nest hands on what Fastify says as the bare class, and has its own words for an address that leads nowhere. */
function isOfTheServer(exception: HttpException): boolean {
  return exception.constructor === HttpException || exception.message.startsWith('Cannot ');
}

/** A page for whoever looks at it with a browser, and for programs the same in JSON. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, message }: Refusal & { readonly status: number },
): void {
  reply.code(status).header('vary', 'accept');
  if (request.headers.accept?.includes('text/html') !== true) {
    void reply.send({ statusCode: status, message });
    return;
  }
  const page = {
    title,
    content: html`<p>${message}</p>
      <p><a class="action" href="/">Zur Konferenzmappe</a></p>`,
  };
  void reply.headers(pageHeaders(page)).send(renderPage(page));
}
