import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Public } from '#platform/auth';
import { tokenOf } from '../../calendar-feed-transition.handler.js';
import { CalendarFeedQuery } from './calendar-feed.query.js';
import { FetchLimit } from './fetch-limit.js';

/** What of Fastify is used here. */
interface Request {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
interface Reply {
  code(status: number): Reply;
  headers(values: Readonly<Record<string, string>>): Reply;
  send(body?: string): Reply;
}

/** The address is a key: nothing on the way keeps what it opens, and no page that follows learns it. */
const always = {
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'cross-origin-resource-policy': 'same-origin',
};
const NOT_THERE = 'Unter dieser Adresse gibt es keinen Kalender.\n';

/** Calendars for programs that nobody signs in: who knows the address reads with the rights of its person. */
@Public()
@Controller('kalender')
export class CalendarFeedController {
  constructor(
    private readonly query: CalendarFeedQuery,
    private readonly limit: FetchLimit,
  ) {}

  @Get(':file')
  async feed(@Req() request: Request, @Res() reply: Reply, @Param('file') file: string): Promise<void> {
    if (!this.limit.admits(request.ip)) {
      const headers = { ...always, ...plainText, 'retry-after': '60' };
      return void reply.code(429).headers(headers).send('Zu viele Anfragen. Bitte warten Sie eine Minute.\n');
    }
    const token = tokenOf(file);
    const calendar = token === null ? null : await this.query.read(token);
    if (calendar === null) return notThere(reply);
    const tag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 24)}"`;
    void reply.headers({ ...always, etag: tag, 'cache-control': 'private, no-cache' });
    if (isKnown(request, tag)) return void reply.code(304).send();
    const disposition = 'inline; filename="konferenzmappe.ics"';
    const type = 'text/calendar; charset=utf-8';
    void reply.headers({ 'content-type': type, 'content-disposition': disposition }).send(calendar);
  }

  /** Whatever else is asked for below. */
  @Get(['', '*'])
  nowhere(@Res() reply: Reply): void {
    notThere(reply);
  }
}

const plainText = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

function notThere(reply: Reply): void {
  void reply
    .code(404)
    .headers({ ...always, ...plainText })
    .send(NOT_THERE);
}

function isKnown({ headers }: Request, tag: string): boolean {
  const known = [headers['if-none-match'] ?? ''].flat().join(',').split(',');
  return known.some((each) => each.trim().replace(/^W\//, '') === tag);
}
