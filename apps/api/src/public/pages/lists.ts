import { html, type Markup } from '#platform/auth';
import { berlinDay } from '#platform/clock';
import { germanDay, germanPeriod } from '#platform/documents';
import {
  FOUND,
  hitsOnAPage,
  type PublicConference,
  type PublicHit,
  type PublicHits,
  type PublicResolution,
} from '#publication';
import { conferenceAddress, resolutionAddress, ROOT } from './addresses.js';
import type { PublicPage } from './layout.js';

const ROOT_TITLE = 'Beschlüsse';
export const rootStep = [ROOT_TITLE, ROOT] as const;

/** The front page: every conference of which something is public. */
export function conferencesPage(conferences: readonly PublicConference[]): PublicPage {
  const list = html`<ul class="list">
    ${conferences.map(
      ({ slug, title, startsOn, endsOn, resolutionCount }) =>
        html`<li>
          <h3><a href="${conferenceAddress(slug)}">${title}</a></h3>
          <p class="quiet">${germanPeriod(startsOn, endsOn)} · ${countOf(resolutionCount)}</p>
        </li>`,
    )}
  </ul>`;
  const content = html`${searchForm('')}
    <h2>Konferenzen</h2>
    ${conferences.length === 0 ? html`<p>Zurzeit ist noch kein Beschluss veröffentlicht.</p>` : list}`;
  const senders = new Set(conferences.map(({ names }) => names.conference));
  const sender = senders.size === 0 ? null : [...senders].join(' · ');
  return { status: 200, title: ROOT_TITLE, sender, trail: [], content };
}

/** Everything public of one conference. */
export function conferencePage(conference: PublicConference, resolutions: readonly PublicResolution[]): PublicPage {
  const { slug, title, startsOn, endsOn, place, publishedAt } = conference;
  const list = html`<p><a href="${conferenceAddress(slug)}/sammlung.pdf">Sammlung der Beschlüsse (PDF)</a></p>
    <ul class="list">
      ${resolutions.map((resolution) => resolutionEntry(slug, resolution))}
    </ul>`;
  const content = html`<dl>
      <dt>Sitzung</dt>
      <dd>${germanPeriod(startsOn, endsOn)}${place === null ? '' : `, ${place}`}</dd>
      <dt>Stand</dt>
      <dd>${germanDay(berlinDay(publishedAt))}</dd>
    </dl>
    <h2>${countOf(resolutions.length)}</h2>
    ${resolutions.length === 0 ? html`<p>Zu dieser Konferenz ist zurzeit kein Beschluss öffentlich.</p>` : list}`;
  return { status: 200, title, sender: conference.names.conference, trail: [rootStep], content };
}

function resolutionEntry(conferenceSlug: string, resolution: PublicResolution): Markup {
  const { slug, title, subtitle } = resolution;
  return html`<li>
    <h3><a href="${resolutionAddress(conferenceSlug, slug)}">${title}</a></h3>
    ${subtitle === null ? null : html`<p>${subtitle}</p>`}
    <p class="quiet">${numberOf(resolution)}${correctedOn(resolution)}</p>
  </li>`;
}

function correctedOn({ corrections }: PublicResolution): string {
  const last = corrections.at(-1);
  return last === undefined ? '' : ` · berichtigt am ${germanDay(berlinDay(new Date(last.correctedAt)))}`;
}

/** How the resolution is cited: by its item, or by the number of its written procedure. */
export function numberOf({ itemNumber, writtenProcedureNumber, adoptedOn }: PublicResolution): string {
  const cited = writtenProcedureNumber ?? (itemNumber === null ? null : `TOP ${itemNumber}`);
  const day = `Beschluss vom ${germanDay(adoptedOn)}`;
  return cited === null ? day : `${cited} · ${day}`;
}

/** What the search found, page by page. */
export function searchPage(words: string, page: number, { total, hits }: PublicHits): PublicPage {
  const last = Math.max(1, Math.ceil(total / hitsOnAPage));
  const found = html`<ul class="list">
      ${hits.map(hitEntry)}
    </ul>
    ${pagesOf(words, page, last)}`;
  const nothing = html`<p>
    Zu diesen Worten ist kein veröffentlichter Beschluss zu finden. Versuchen Sie es mit weniger oder anderen Worten.
  </p>`;
  const content = html`${searchForm(words)}
    <div role="status"><h2>${total === 0 ? 'Keine Treffer' : countOf(total)}</h2></div>
    ${hits.length === 0 ? nothing : found}`;
  return { status: 200, title: `Suche: ${words}`, sender: null, trail: [rootStep], content };
}

function hitEntry(hit: PublicHit): Markup {
  const { conferenceSlug, conferenceTitle, slug, anchor, title, excerpt, adoptedOn, correctionNumber } = hit;
  const version = correctionNumber === null ? '' : ` · Fassung der Berichtigung ${correctionNumber}`;
  const address = resolutionAddress(conferenceSlug, slug) + (anchor === null ? '' : `#${anchor}`);
  return html`<li>
    <h3><a href="${address}">${title}</a></h3>
    <p class="quiet">${conferenceTitle} · ${germanDay(adoptedOn)}${version}</p>
    ${excerpt === null ? null : html`<p>${highlighted(excerpt)}</p>`}
  </li>`;
}

/** Escapes the text piece by piece, and puts marks around what was looked for. */
function highlighted(excerpt: string): readonly Markup[] {
  return excerpt.split(FOUND.start).flatMap((piece, index) => {
    const [found = '', rest] = piece.split(FOUND.end);
    return index === 0 || rest === undefined ? [html`${piece}`] : [html`<mark>${found}</mark>${rest}`];
  });
}

function pagesOf(words: string, page: number, last: number): Markup | null {
  if (last === 1) return null;
  const to = (target: number, name: string): Markup =>
    html`<a href="${ROOT}?suche=${encodeURIComponent(words)}&seite=${target}">${name}</a>`;
  return html`<nav aria-label="Trefferseiten" class="pages">
    ${page > 1 ? to(page - 1, 'Vorherige Seite') : null}
    <span>Seite ${page} von ${last}</span>
    ${page < last ? to(page + 1, 'Nächste Seite') : null}
  </nav>`;
}

function searchForm(words: string): Markup {
  return html`<form action="${ROOT}" method="get" role="search">
    <label for="suche">Beschlüsse durchsuchen</label>
    <div class="field">
      <input id="suche" name="suche" type="search" maxlength="200" value="${words}" />
      <button type="submit">Suchen</button>
    </div>
  </form>`;
}

function countOf(count: number): string {
  return count === 1 ? '1 Beschluss' : `${count} Beschlüsse`;
}
