import { html, type Markup } from '#platform/auth';
import { CONFERENCES_DATA, DATA, dataAddress, FEED, SCHEMA, SITEMAP } from './addresses.js';
import type { PublicPage } from './layout.js';
import { rootStep } from './lists.js';

/** What programs can read here, for the people who write them. */
export function dataPage(origin: string): PublicPage {
  const to = (path: string): Markup => html`<a href="${path}">${origin}${path}</a>`;
  return {
    status: 200,
    title: 'Feed und offene Daten',
    sender: null,
    trail: [rootStep],
    content: html`<p>
        Alles, was hier öffentlich ist, können auch Programme lesen: ohne Anmeldung und ohne Schlüssel. Es sind
        dieselben freigegebenen Beschlüsse wie auf den Seiten, und nichts darüber hinaus.
      </p>
      <h2>Feed</h2>
      <p>${to(FEED)}</p>
      <p>
        Neue, geänderte und zurückgezogene Beschlüsse im Format Atom (RFC 4287), die letzten zuerst. Die Kennung eines
        Eintrags bleibt, auch wenn der Beschluss berichtigt oder seine Veröffentlichung zurückgezogen wird.
      </p>
      <h2>Daten</h2>
      <dl>
        <dt>Konferenzen</dt>
        <dd>${to(CONFERENCES_DATA)}</dd>
        <dt>Beschlüsse einer Konferenz</dt>
        <dd>${origin}${dataAddress('{Kennung}')}</dd>
        <dt>Schema</dt>
        <dd>${to(SCHEMA)}</dd>
      </dl>
      <p>
        JSON in UTF-8, beschrieben mit JSON Schema (Fassung 2020-12). Tage stehen als JJJJ-MM-TT, Zeitpunkte in UTC. Die
        Adresse nennt die Fassung der Daten: In Fassung 1 kommen höchstens Angaben hinzu; was sich sonst ändert, bekommt
        eine neue Fassung unter einer neuen Adresse.
      </p>
      <p>
        Ein Beschluss steht im Wortlaut, wie er gefasst wurde. Gibt es Berichtigungen, so gilt der Text der letzten. Was
        zurückgezogen wurde, steht mit Kennung, Adresse und Zeitpunkt unter <code>withdrawn</code>.
      </p>
      ${fetching(to)}`,
  };
}

/** How to ask without asking for more than is needed. */
function fetching(to: (path: string) => Markup): Markup {
  return html`<h2>Abrufen</h2>
    <p>
      Bitte fragen Sie mit <code>If-None-Match</code> oder <code>If-Modified-Since</code>: Hat sich nichts geändert, ist
      die Antwort leer (304). Alle Seiten nennt ${to(SITEMAP)}. Diese Beschreibung steht unter ${to(DATA)}.
    </p>`;
}
