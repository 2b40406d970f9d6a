import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
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

/** Holds a document to the schema that it names itself. */
async function faultsOf(document: { readonly $schema: string }): Promise<unknown> {
  const schema = await page(document.$schema.replace(stage.address, ''));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajvFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema.text));
  return validate(document) ? [] : validate.errors;
}

const DATA = '/beschluesse/daten/v1/konferenzen.json';
const CONFERENCE_DATA = '/beschluesse/daten/v1/konferenzen/imk-herbst-2026.json';
const FEED = '/beschluesse/feed.atom';

describe('What programs read of the public side', () => {
  it('is a feed: one entry for each resolution, with an id that stays and its permanent address', async () => {
    const { status, text, headers } = await page(FEED);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(text.match(/<entry>/g)).toHaveLength(1);
    expect(text).toContain(`<id>urn:uuid:${resolutionId}</id>`);
    expect(text).toContain(`<link href="${stage.address}${address}"/>`);
    expect(text).toContain('<![CDATA[Bundesweiter Warntag &lt;2026&gt; &amp; &quot;Sirenen&quot;]]>');
    expect(text).toContain(`<link rel="self" href="${stage.address}${FEED}"/>`);
  });

  it('is data: a list of conferences that leads to the resolutions of each, both as their schema says', async () => {
    const list = JSON.parse((await page(DATA)).text);
    expect(await faultsOf(list)).toEqual([]);
    expect(list).toMatchObject({
      version: 1,
      conferences: [{ id: 'imk-herbst-2026', number: 224, resolutionCount: 1 }],
    });
    expect(list.conferences[0].data).toBe(`${stage.address}${CONFERENCE_DATA}`);
    const one = JSON.parse((await page(CONFERENCE_DATA)).text);
    expect(await faultsOf(one)).toEqual([]);
    expect(one.resolutions).toMatchObject([
      { id: `urn:uuid:${resolutionId}`, address: `${stage.address}${address}`, itemNumber: '12' },
    ]);
    expect(one.resolutions[0].clauses[1]).toMatchObject({
      text: 'Sie bittet den AK V, erneut zu berichten.',
      address: `${stage.address}${address}#ziffer-2`,
    });
    expect(await faultsOf({ ...one, resolutions: [{}] })).not.toEqual([]);
  });

  it('is a list of all pages for search engines', async () => {
    const { text, headers } = await page('/beschluesse/sitemap.xml');
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found]) => found?.replace(stage.address, ''));
    expect(listed).toEqual(['/beschluesse', '/beschluesse/imk-herbst-2026', address]);
  });

  it('is sent once to whoever has it, and named on every page', async () => {
    for (const path of [FEED, DATA, CONFERENCE_DATA]) {
      const { headers } = await page(path);
      const [tag, changedAt] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
      expect({ path, changedAt }).toEqual({ path, changedAt: stage.clock.now().toUTCString() });
      const asked = [{ 'if-none-match': `"x", ${tag}` }, { 'if-modified-since': changedAt }];
      for (const known of asked) expect((await page(path, known)).status).toBe(304);
      const before = new Date(stage.clock.now().getTime() - 1000).toUTCString();
      const unknown = [{ 'if-modified-since': before }, { 'if-none-match': '"x"', 'if-modified-since': changedAt }];
      for (const old of unknown) expect((await page(path, old)).status).toBe(200);
      expect([headers.get('set-cookie'), headers.get('access-control-allow-origin')]).toEqual([null, '*']);
    }
    for (const path of ['/beschluesse', address, '/beschluesse/daten', '/beschluesse/x']) {
      const { text } = await page(path);
      expect(text).toContain(
        `<link rel="alternate" type="application/atom+xml" title="Veröffentlichte Beschlüsse" href="${FEED}" />`,
      );
      expect(text).toContain('<a href="/beschluesse/daten">');
    }
  });

  it('answers 404 to what is no address, in the form of its kind', async () => {
    for (const path of ['x.json', 'imk-herbst-2026', '%00.json', `${'a'.repeat(9000)}.json`]) {
      const { status, text } = await page(`/beschluesse/daten/v1/konferenzen/${path}`);
      expect([path, status, JSON.parse(text)]).toEqual([
        path,
        404,
        { message: 'Unter dieser Adresse ist nichts veröffentlicht.' },
      ]);
    }
  });
});

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
      ...[FEED, DATA, CONFERENCE_DATA, '/beschluesse/sitemap.xml'],
    ]) {
      expect((await page(path)).text).not.toMatch(/Geheim bleibende|Ohne jede Freigabe|Hessen|Widerspruch/);
    }
  });

  it('answers 404 with a page to what is no address at all', async () => {
    for (const path of [
      '/beschluesse/x',
      '/beschluesse/..%2Fgraphql',
      `/beschluesse/${'a'.repeat(9000)}`,
      '/beschluesse/x/sammlung.pdf',
      '/beschluesse/%27/%00',
      '/beschluesse/x/y/z',
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
    const feed = (await page(FEED)).text;
    expect(feed).toContain(`<id>urn:uuid:${resolutionId}</id>`);
    expect(feed).toContain('Die Veröffentlichung wurde am 10. November 2026 zurückgezogen.');
    const data = JSON.parse((await page(CONFERENCE_DATA)).text);
    expect(await faultsOf(data)).toEqual([]);
    expect([data.resolutions, data.withdrawn]).toMatchObject([[], [{ id: `urn:uuid:${resolutionId}` }]]);
    expect((await page('/beschluesse/sitemap.xml')).text).not.toContain(address);
    expect(`${feed}${JSON.stringify(data)}`).not.toMatch(/Warntag|Ein Name war/);
  });
});
