import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform/auth';
import { Config } from '#platform/config';
import { PublicChanges, PublicPapers } from '#publication';
import { KEPT_FOR_A_MINUTE, send, tagOf } from './answer.js';
import { atomFeed } from './data/atom-feed.js';
import { openDataSchema } from './data/open-data-schema.js';
import { conferenceDocument, conferencesData } from './data/open-data.js';
import { sitemap } from './data/sitemap.js';
import { SCHEMA } from './pages/addresses.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** The same as on the public pages, for programs. */
@Public()
@Controller('beschluesse')
export class PublicDataController {
  constructor(
    private readonly papers: PublicPapers,
    private readonly changes: PublicChanges,
    private readonly config: Config,
  ) {}

  @Get('feed.atom')
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const latest = await this.changes.latest();
    const body = atomFeed(latest, this.config.publicUrl);
    give(request, reply, { body, type: 'application/atom+xml; charset=utf-8', changedAt: latest[0]?.changedAt });
  }

  @Get('sitemap.xml')
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = sitemap(await this.changes.addresses(), this.config.publicUrl);
    give(request, reply, { body, type: 'application/xml; charset=utf-8' });
  }

  @Get('daten/v1/schema.json')
  schema(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { publicUrl } = this.config;
    const body = asText(openDataSchema(`${publicUrl}${SCHEMA}`));
    give(request, reply, { body, type: 'application/schema+json; charset=utf-8' });
  }

  @Get('daten/v1/konferenzen.json')
  async conferences(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const conferences = await this.papers.conferences();
    const changedAt = conferences.map((each) => each.changedAt).reduce<Date | undefined>(later, undefined);
    const body = asText(conferencesData(conferences, this.config.publicUrl));
    give(request, reply, { body, type: JSON_TYPE, changedAt });
  }

  @Get('daten/v1/konferenzen/:file')
  async conference(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') file: string,
  ): Promise<void> {
    const slug = /^([a-z0-9-]{1,100})\.json$/.exec(file)?.[1] ?? '';
    const conference = await this.papers.conference(slug);
    if (conference === null) {
      const body = asText({ message: 'Unter dieser Adresse ist nichts veröffentlicht.' });
      return give(request, reply.code(404), { body, type: JSON_TYPE });
    }
    const [resolutions, withdrawn] = await Promise.all([
      this.papers.resolutionsOf(slug),
      this.changes.withdrawnOf(slug),
    ]);
    const body = asText(conferenceDocument(conference, resolutions, withdrawn, this.config.publicUrl));
    give(request, reply, { body, type: JSON_TYPE, changedAt: conference.changedAt });
  }
}

interface Given {
  readonly body: string;
  readonly type: string;
  readonly changedAt?: Date | undefined;
}

/** Pages of whatever origin may read it: it is for everybody, and no sign-in changes it. */
function give(request: FastifyRequest, reply: FastifyReply, { body, type, changedAt }: Given): void {
  void reply.headers({
    'content-type': type,
    'cache-control': KEPT_FOR_A_MINUTE,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  });
  send(request, reply, { body, tag: tagOf(body), ...(changedAt === undefined ? {} : { changedAt }) });
}

function asText(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

function later(one: Date | undefined, other: Date): Date {
  return one === undefined || other > one ? other : one;
}
