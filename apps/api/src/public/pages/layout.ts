import { html, styleSheet, type Markup } from '#platform/auth';
import { KEPT_FOR_A_MINUTE } from '../answer.js';
import { DATA, FEED } from './addresses.js';

/** A page that everybody may read; no script, nothing loaded from anywhere. */
export interface PublicPage {
  readonly status: 200 | 404 | 410;
  readonly title: string;
  /** Who publishes what stands here; null where nothing does. */
  readonly sender: string | null;
  /** Where the page stands: what is above it, as (name, address). */
  readonly trail: readonly (readonly [string, string])[];
  readonly content: Markup;
}

/** Colours, measures and type of KERN, the UX standard of the German administration. */
const STYLE = `
  :root { color-scheme: light dark; --ink: #171a2b; --quiet: #44495e; --paper: #fff; --soft: #f0f3f9; --line: #7a81a1;
    --action: #1a3fa8; --found: #ffe89c; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #eef0f6; --quiet: #c3c8da; --paper: #14172a; --soft: #20253f; --line: #8a92b6; --action: #a8c0ff;
      --found: #6b5400; }
  }
  * { box-sizing: border-box; }
  html { scroll-padding-top: 1rem; }
  body { margin: 0; font: 1.125rem/1.5 'Fira Sans', system-ui, 'Segoe UI', Roboto, sans-serif; color: var(--ink);
    background: var(--paper); overflow-wrap: break-word; hyphens: auto; }
  .wide { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
  header { border-bottom: 4px solid var(--action); padding: 1rem 0; }
  header p { margin: 0; font-weight: 600; }
  header .quiet { font-weight: 400; }
  footer { border-top: 1px solid var(--line); margin-top: 4rem; padding: 1.5rem 0; font-size: 1rem; }
  main { padding-top: 1.5rem; }
  .skip { position: absolute; left: -999rem; }
  .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; }
  h1 { font-size: 2rem; line-height: 1.25; margin: .75rem 0 1rem; }
  h2 { font-size: 1.5rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
  h3 { font-size: 1.25rem; margin: 0 0 .25rem; }
  p, dl, .text { max-width: 44rem; }
  a { color: var(--action); text-underline-offset: .15em; }
  a:hover { text-decoration-thickness: .15em; }
  :focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
  .quiet { color: var(--quiet); font-size: 1rem; }
  nav ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem .75rem; font-size: 1rem; }
  nav li + li::before { content: '›'; margin-right: .75rem; color: var(--quiet); }
  .list { list-style: none; padding: 0; margin: 1rem 0; }
  .list > li { border-top: 1px solid var(--line); padding: 1rem 0; }
  .list p { margin: .25rem 0 0; }
  form { background: var(--soft); padding: 1rem; margin: 1.5rem 0; }
  label { display: block; font-weight: 600; margin-bottom: .25rem; }
  .field { display: flex; flex-wrap: wrap; gap: .75rem; }
  input { flex: 1 1 16rem; padding: .625rem .75rem; font: inherit; color: inherit; background: var(--paper);
    border: 2px solid var(--line); border-radius: .25rem; min-width: 0; }
  button { padding: .625rem 1.5rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--action);
    border: 0; border-radius: .25rem; cursor: pointer; }
  .clauses { list-style: none; padding: 0; margin: 0; }
  .clauses .clauses { padding-left: 1.5rem; }
  .clause { display: grid; grid-template-columns: minmax(2.5rem, auto) 1fr auto; gap: .5rem; padding: .5rem; }
  .clause p { margin: 0; white-space: pre-line; }
  .clauses li:target > .clause { background: var(--soft); border-left: 4px solid var(--action); }
  .clause a { text-decoration: none; font-size: 1rem; }
  mark { background: var(--found); color: inherit; }
  .mark { white-space: nowrap; font-style: italic; }
  dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.5rem; }
  dt { font-weight: 600; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .statement { white-space: pre-line; }
  .pages { display: flex; gap: 1.5rem; }
  @media print { header, footer, nav, form, .clause a { display: none; } }
`;

const sheet = styleSheet(STYLE);

/** The whole document. `address` is its permanent address. */
export function renderPublicPage({ title, sender, trail, content, status }: PublicPage, address: string): string {
  const body = html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Veröffentlichte Beschlüsse</title>
        ${status === 200 ? html`<link rel="canonical" href="${address}" />` : html`<meta name="robots" content="noindex" />`}
        <link rel="alternate" type="application/atom+xml" title="Veröffentlichte Beschlüsse" href="${FEED}" />
        ${sheet.element}
      </head>
      <body>
        <a class="skip" href="#inhalt">Zum Inhalt springen</a>
        <header>
          <div class="wide">
            <p>${sender ?? 'Zur Veröffentlichung freigegebene Beschlüsse'}</p>
            ${sender === null ? null : html`<p class="quiet">Zur Veröffentlichung freigegebene Beschlüsse</p>`}
          </div>
        </header>
        <div class="wide">
          <main id="inhalt" tabindex="-1">
            ${trailOf(trail, title)}
            <h1>${title}</h1>
            ${content}
          </main>
        </div>
        <footer>
          <div class="wide">
            <p>
              Hier stehen die Beschlüsse, die zur Veröffentlichung freigegeben sind. Beschlüsse, Berichte und Anlagen,
              die nicht als freigegeben gekennzeichnet sind, werden nicht herausgegeben.
            </p>
            <p><a href="${FEED}">Neues als Atom-Feed</a> · <a href="${DATA}">Feed und offene Daten</a></p>
          </div>
        </footer>
      </body>
    </html>`;
  return body.text;
}

function trailOf(trail: PublicPage['trail'], title: string): Markup | null {
  if (trail.length === 0) return null;
  const steps = trail.map(([name, address]) => html`<li><a href="${address}">${name}</a></li>`);
  return html`<nav aria-label="Sie sind hier">
    <ol>
      ${steps}
      <li aria-current="page">${title}</li>
    </ol>
  </nav>`;
}

/** What the browser may do with the page: show it. For a minute anybody on the way may keep it. */
export const publicPageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${sheet.source}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': KEPT_FOR_A_MINUTE,
  'referrer-policy': 'no-referrer',
};
