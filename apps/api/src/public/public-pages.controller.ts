import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform/auth';
import { Config } from '#platform/config';
import { PublicPapers } from '#publication';
import { KEPT_FOR_A_MINUTE, send, tagOf } from './answer.js';
import { dataPage } from './pages/data-page.js';
import { publicPageHeaders, renderPublicPage, type PublicPage } from './pages/layout.js';
import { conferencePage, conferencesPage, searchPage } from './pages/lists.js';
import { notFoundPage, resolutionPage, withdrawnPage } from './pages/resolution-page.js';
import { PublicCollections } from './public-collection.js';

/** What everybody may read, for people without an account and programs without a script. */
@Public()
@Controller('beschluesse')
export class PublicPagesController {
  constructor(
    private readonly papers: PublicPapers,
    private readonly collections: PublicCollections,
    private readonly config: Config,
  ) {}

  @Get()
  async root(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('suche') words: unknown,
    @Query('seite') page: unknown,
  ): Promise<void> {
    const asked = searchWords(words);
    if (asked === '') return this.show(request, reply, conferencesPage(await this.papers.conferences()));
    const place = pageNumber(page);
    return this.show(request, reply, searchPage(asked, place, await this.papers.search(asked, place)));
  }

  @Get('daten')
  data(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.show(request, reply, dataPage(this.config.publicUrl));
  }

  @Get(':conference')
  async conference(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('conference') slug: string,
  ): Promise<void> {
    const conference = await this.papers.conference(address(slug));
    if (conference === null) return this.show(request, reply, notFoundPage);
    return this.show(request, reply, conferencePage(conference, await this.papers.resolutionsOf(conference.slug)));
  }

  @Get(':conference/sammlung.pdf')
  async collection(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('conference') slug: string,
  ): Promise<void> {
    const conference = await this.papers.conference(address(slug));
    if (conference === null) return this.show(request, reply, notFoundPage);
    const resolutions = await this.papers.resolutionsOf(conference.slug);
    const { bytes, tag } = await this.collections.collectionOf(conference, resolutions);
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="Sammlung-${conference.slug}.pdf"`,
      'cache-control': KEPT_FOR_A_MINUTE,
    };
    send(request, reply.code(200).headers(headers), { body: Buffer.from(bytes), tag, changedAt: conference.changedAt });
  }

  @Get(':conference/:resolution')
  async resolution(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('conference') conferenceSlug: string,
    @Param('resolution') resolutionSlug: string,
  ): Promise<void> {
    const place = [address(conferenceSlug), address(resolutionSlug)] as const;
    const conference = await this.papers.conference(place[0]);
    const resolution = conference === null ? null : await this.papers.resolution(...place);
    if (conference !== null && resolution !== null) {
      return this.show(request, reply, resolutionPage(conference, resolution, this.config.publicUrl));
    }
    const withdrawnAt = await this.papers.withdrawnAt(...place);
    return this.show(request, reply, withdrawnAt === null ? notFoundPage : withdrawnPage(withdrawnAt));
  }

  /** Deeper than anything stands. */
  @Get('*')
  nowhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.show(request, reply, notFoundPage);
  }

  private show(request: FastifyRequest, reply: FastifyReply, page: PublicPage): void {
    const text = renderPublicPage(page, `${this.config.publicUrl}${request.url.split('?')[0] ?? ''}`);
    send(request, reply.code(page.status).headers(publicPageHeaders), { body: text, tag: tagOf(text) });
  }
}

const LONGEST_SEARCH = 200;

/** Without signs that no text holds and the database refuses. */
function searchWords(given: unknown): string {
  if (typeof given !== 'string') return '';

  return given
    .replaceAll(/[\u0000-\u001f\ud800-\udfff]/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH);
}

const LAST_PAGE = 500;

function pageNumber(given: unknown): number {
  const page = typeof given === 'string' && /^[1-9][0-9]{0,2}$/.test(given) ? Number(given) : 1;
  return Math.min(page, LAST_PAGE);
}

/** Whatever is no address leads nowhere, and is not asked of the database. */
function address(given: string): string {
  return /^[a-z0-9-]{1,100}$/.test(given) ? given : '';
}
