import { Controller, Get, Query, Res } from '@nestjs/common';
import { DateTime } from 'luxon';
import { html, pageHeaders, renderPage, type HtmlPage, type Markup } from '#platform/auth';
import { ZONE } from '#platform/clock';
import { CapturedMailsQuery, type CapturedMail } from './captured-mails.query.js';

interface Reply {
  headers(values: Readonly<Record<string, string>>): unknown;
}

/** For the standalone product alone, where no mail server is: the mails that would have left. */
@Controller('entwicklung/mails')
export class CapturedMailsController {
  constructor(private readonly query: CapturedMailsQuery) {}

  @Get()
  async show(@Query('seite') asked: string | undefined, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const page = /^[1-9]\d{0,4}$/.test(asked ?? '') ? Number(asked) : 1;
    const { mails, hasMore } = await this.query.execute(page);
    const document = pageOf(mails, page, hasMore);
    reply.headers(pageHeaders(document));
    return renderPage(document);
  }
}

function pageOf(mails: readonly CapturedMail[], page: number, hasMore: boolean): HtmlPage {
  const content = html`
    <p class="note">
      In dieser Umgebung ist kein Mailserver eingerichtet. Statt sie zu versenden, zeigt die Konferenzmappe die Mails
      hier.
    </p>
    ${mails.length === 0 ? html`<p>Es gibt keine Mails auf dieser Seite.</p>` : mails.map(articleOf)}
    <nav aria-label="Seiten">
      ${page > 1 ? html`<a class="action" href="?seite=${page - 1}">Neuere Mails</a>` : null}
      ${hasMore ? html`<a class="action" href="?seite=${page + 1}">Ältere Mails</a>` : null}
    </nav>
  `;
  return { title: 'Versandte Mails', content };
}

function articleOf({ recipient, subject, text, capturedAt }: CapturedMail): Markup {
  const at = DateTime.fromJSDate(capturedAt, { zone: ZONE }).setLocale('de').toFormat("d. MMMM yyyy, HH:mm 'Uhr'");
  return html`
    <article>
      <h2>${subject}</h2>
      <p><strong>An:</strong> ${recipient}<br /><strong>Zeit:</strong> ${at}</p>
      ${text
        .trim()
        .split('\n\n')
        .map((paragraph) => html`<p>${paragraph}</p>`)}
    </article>
  `;
}
