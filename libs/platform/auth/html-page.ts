import { createHash } from 'node:crypto';

/** Text that is known to be HTML. Only `html` makes it. */
export class Markup {
  /** Keeps a string from being taken for markup. */
  declare private readonly isMarkup: true;

  constructor(readonly text: string) {}
}

type Insertion = string | number | Markup | readonly Markup[] | null;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function insert(value: Insertion): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Template tag: what is inserted is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Insertion[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + insert(values[index - 1] ?? null) + part));
}

/** A page that the server writes by itself, without the web application: sign-in and what may go wrong in it. */
export interface HtmlPage {
  readonly title: string;
  readonly content: Markup;
  /** Runs with the hash of its text as the only permission; nothing else on the page is executed. */
  readonly script?: string;
  /** Other addresses to which the forms of the page lead, also by redirects. */
  readonly formTargets?: readonly string[];
}

const STYLE = `
  :root { color-scheme: light dark; --ink: #14171c; --paper: #fff; --soft: #f1f3f6; --line: #8a93a3; --accent: #18499e; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #eef1f5; --paper: #14171c; --soft: #232830; --line: #8a93a3; --accent: #9cbcff; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; font: 1rem/1.5 'Fira Sans', system-ui, 'Segoe UI', Roboto, sans-serif; color: var(--ink); background: var(--paper); }
  header { border-bottom: 3px solid var(--accent); padding: 1rem max(1rem, calc(50vw - 29rem)); font-weight: 600; }
  main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0 1rem; }
  h2 { font-size: 1.125rem; margin: 2rem 0 .75rem; }
  p { max-width: 42rem; }
  a { color: var(--accent); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .note { border-left: 4px solid var(--accent); background: var(--soft); padding: .75rem 1rem; }
  .action { display: inline-block; margin: .5rem .75rem .5rem 0; padding: .625rem 1.25rem; border: 2px solid var(--accent);
    border-radius: .25rem; text-decoration: none; font-weight: 600; }
  label { display: block; font-weight: 600; margin-bottom: .25rem; }
  input[type='search'] { width: 100%; max-width: 42rem; padding: .625rem .75rem; font: inherit; color: inherit;
    background: var(--paper); border: 2px solid var(--line); border-radius: .25rem; }
  .people { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
  .people button { width: 100%; height: 100%; text-align: left; font: inherit; color: inherit; background: var(--soft);
    border: 1px solid var(--line); border-radius: .25rem; padding: .625rem .75rem; cursor: pointer; overflow-wrap: anywhere; }
  .people button:hover { border-color: var(--accent); box-shadow: inset 3px 0 var(--accent); }
  .people strong, .people span { display: block; }
  .people span { font-size: .875rem; }
  [hidden] { display: none !important; }
`;

/** A style sheet as element, with the source that a content security policy names it by: every space inside counts. */
export function styleSheet(style: string): { readonly element: Markup; readonly source: string } {
  return { element: new Markup(`<style>${style}</style>`), source: `'${hashOf(style)}'` };
}

const sheet = styleSheet(STYLE);

/** The whole document. Nothing is loaded from anywhere. */
export function renderPage({ title, content, script }: HtmlPage): string {
  const body = html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Konferenzmappe</title>
        ${sheet.element}
      </head>
      <body>
        <header>Konferenzmappe</header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
        ${script === undefined ? null : new Markup(`<script>${script}</script>`)}
      </body>
    </html>`;
  return body.text;
}

/** What the browser may do with the page: show it. */
export function pageHeaders({ script, formTargets = [] }: HtmlPage): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src ${sheet.source}`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Not "no-referrer": browsers would then hide the origin of our own forms, too.
    'referrer-policy': 'same-origin',
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
