import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { readPdf, withoutSpace } from '#testing/pdf';
import { anAdoptedResolution } from '#testing/agendas';
import { anArrangedRelease } from '#testing/publication';
import { anApiStage, type ApiStage } from './api-stage.js';

let stage: ApiStage;
let address: string;
let resolutionId: string;

interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

const page = async (path: string, headers: Record<string, string> = {}): Promise<Page> => {
  const response = await stage.nobody.send(path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** Prepared by the secretariat, approved by the chair. */
async function publishAll(): Promise<void> {
  const secretariat = await stage.as('geschaeftsstelle');
  const input = { conferenceId: stage.conferenceId };
  const { payload } = await secretariat.mutate('preparePublication', input, 'publication { id revision }');
  const { id: publicationId, revision: expectedRevision } = payload.publication;
  const chair = await stage.as('vorsitz.hh');
  const { refused } = await chair.mutate('approvePublication', { publicationId, expectedRevision });
  expect(refused).toEqual([]);
}

beforeAll(async () => {
  stage = await anApiStage();
  const title = 'Bundesweiter Warntag <2026> & "Sirenen"';
  ({ resolutionId } = await anArrangedRelease(stage, { release: 'RELEASED', title }));
  await anArrangedRelease(stage, { release: 'BLOCKED', title: 'Geheim bleibende Sache' });
  await anAdoptedResolution(stage, { title: 'Ohne jede Freigabe' });
  await publishAll();
  const [row] = await stage.arrange<{ slug: string }>('SELECT slug FROM publication.resolutions');
  address = `/beschluesse/imk-herbst-2026/${row?.slug}`;
});
afterAll(() => stage.close());

describe('The public side', () => {
  it('lists the conferences, and the resolutions of each', async () => {
    const { status, text } = await page('/beschluesse');
    expect(status).toBe(200);
    expect(text).toContain('<a href="/beschluesse/imk-herbst-2026">224. Sitzung, Herbst 2026, Hamburg</a>');
    expect(text).toContain('1 Beschluss');
    const conference = await page('/beschluesse/imk-herbst-2026');
    expect(conference.text).toContain(
      `<a href="${address}">Bundesweiter Warntag &lt;2026&gt; &amp; &quot;Sirenen&quot;</a>`,
    );
    expect(conference.text).toContain('vom 2. bis 4. Dezember 2026, Hamburg');
  });

  it('shows a resolution under its permanent address, each clause with one of its own', async () => {
    const { status, text } = await page(address);
    expect(status).toBe(200);
    expect(address).toBe('/beschluesse/imk-herbst-2026/top-12');
    expect(text).toContain('<li id="ziffer-2">');
    expect(text).toContain('Sie bittet den AK V, erneut zu berichten.');
    expect(text).toContain(`<link rel="canonical" href="${stage.address}${address}" />`);
  });

  it('finds German words in whatever form, and leads to the clause that says them', async () => {
    const { text } = await page('/beschluesse?suche=Berichte');
    expect(text).toContain('1 Beschluss');
    expect(text).toContain(`<a href="${address}#ziffer-1">`);
    expect(text).toMatch(/Die IMK nimmt den <mark>Bericht<\/mark> zur Kenntnis/);
    expect((await page('/beschluesse?suche=Sirene')).text).toContain(`<a href="${address}">`);
    expect((await page('/beschluesse?suche=Geheim')).text).toContain('Keine Treffer');
  });

  it.each(['%00', "'; DROP TABLE resolutions; --", '((', '"', '<script>', '%ED%A0%80', 'Wort '.repeat(1000)])(
    'answers a search for %.20j like any other',
    async (words) => {
      const { status, text } = await page(
        `/beschluesse?suche=${words.startsWith('%') ? words : encodeURIComponent(words)}`,
      );
      expect(status).toBe(200);
      expect(text).not.toContain('<script>');
      expect((await page(`/beschluesse?suche=Bericht&seite=${words.slice(0, 9)}`)).status).toBe(200);
    },
  );

  it('tells nothing of what is not public: neither title nor whether it exists', async () => {
    const unknown = await page('/beschluesse/imk-herbst-2026/top-999');
    expect(unknown.status).toBe(404);
    const blocked = await page('/beschluesse/imk-herbst-2026/top-12-abcdef00');
    expect([blocked.status, blocked.text]).toEqual([404, unknown.text]);
    for (const path of [
      '/beschluesse',
      '/beschluesse/imk-herbst-2026',
      address,
      '/beschluesse/imk-herbst-2026/sammlung.pdf',
    ]) {
      expect((await page(path)).text).not.toMatch(/Geheim bleibende|Ohne jede Freigabe|Hessen|Widerspruch/);
    }
  });

  it('answers 404 with a page to what is no address at all', async () => {
    for (const path of [
      '/beschluesse/x',
      '/beschluesse/..%2Fgraphql',
      `/beschluesse/${'a'.repeat(90)}`,
      '/beschluesse/x/sammlung.pdf',
      '/beschluesse/%27/%00',
    ]) {
      const { status, headers } = await page(path);
      expect({ path, status, type: headers.get('content-type') }).toEqual({
        path,
        status: 404,
        type: 'text/html; charset=utf-8',
      });
    }
  });

  it('may be kept for a minute and no longer, and is sent once to whoever has it', async () => {
    const first = await page(address);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    expect(first.headers.get('set-cookie')).toBeNull();
    const again = await page(address, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('runs no script, loads nothing from anywhere and is framed by nobody', async () => {
    const { headers, text } = await page('/beschluesse');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(text).not.toMatch(/<script|<img|<iframe|javascript:/);
  });

  it('is the same for somebody who is signed in', async () => {
    const coordinator = await (await stage.as('koordination.he')).send(address);
    expect(await coordinator.text()).toBe((await page(address)).text);
  });

  it('hands out the collection, one resolution per page, without votes and file references', async () => {
    const response = await stage.nobody.send('/beschluesse/imk-herbst-2026/sammlung.pdf');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages, title } = await readPdf(new Uint8Array(await response.arrayBuffer()));
    expect(title).toContain('Sammlung der zur Veröffentlichung freigegebenen Beschlüsse');
    expect(withoutSpace(pages.at(-1) ?? '')).toContain(withoutSpace('Sie bittet den AK V, erneut zu berichten.'));
    expect(pages.join('\n')).not.toMatch(/Ja-Stimmen|Aktenzeichen|Berichterstattung/);
  });

  it('reads the projection with the role that can read nothing else', async () => {
    const roles = await stage.arrange(
      `SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = 'konferenzmappe-public'`,
    );
    expect(roles).toEqual([{ usename: 'km_public' }]);
  });

  it('answers 410 with a page after the publication was withdrawn, without title and reason', async () => {
    const [release] = await stage.arrange<{ id: string; revision: number }>(
      'SELECT id, revision FROM releases WHERE object_id = $1',
      [resolutionId],
    );
    const { id: releaseId, revision: expectedRevision } = release ?? { id: newId(), revision: 0 };
    const reason = 'Ein Name war zu lesen.';
    const withdrawn = await (
      await stage.as('vorsitz.hh')
    ).mutate('withdrawPublication', {
      releaseId,
      expectedRevision,
      reason,
    });
    expect(withdrawn.refused).toEqual([]);
    const { status, text } = await page(address);
    expect(status).toBe(410);
    expect(text).toContain('Seine Veröffentlichung wurde am 10. November 2026');
    expect(text).not.toMatch(/Warntag|Ein Name war/);
    expect((await page('/beschluesse?suche=Bericht')).text).toContain('Keine Treffer');
    expect((await page('/beschluesse/imk-herbst-2026')).text).toContain('zurzeit kein Beschluss öffentlich');
  });
});
