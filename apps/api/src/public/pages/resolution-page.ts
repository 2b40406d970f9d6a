import { partyNames } from '#glossary';
import { html, type Markup } from '#platform/auth';
import { berlinDay } from '#platform/clock';
import { germanDay } from '#platform/documents';
import {
  UNRELEASED_MARK,
  withMarks,
  type PublicClause,
  type PublicConference,
  type PublicCorrection,
  type PublicResolution,
} from '#publication';
import { conferenceAddress, resolutionAddress } from './addresses.js';
import type { PublicPage } from './layout.js';
import { numberOf, rootStep } from './lists.js';

/** A resolution with all its clauses; each has an address of its own. */
export function resolutionPage(conference: PublicConference, resolution: PublicResolution, origin: string): PublicPage {
  const { title, subtitle, publishedAt, clauses, attachments, corrections, statements } = resolution;
  const address = `${origin}${resolutionAddress(conference.slug, resolution.slug)}`;
  const content = html`${subtitle === null ? null : html`<p>${subtitle}</p>`}
    <p class="quiet">${numberOf(resolution)}</p>
    <h2>Beschluss</h2>
    ${correctionNote(corrections)} ${clauseList(clauses, 'ziffer', resolution.unreleasedCitations)}
    ${corrections.map((correction) => correctionOf(correction, resolution.unreleasedCitations))}
    ${statements.length === 0 ? null : html`<h2>Erklärungen zu Protokoll</h2>`} ${statements.map(statementOf)}
    ${attachments.length === 0 ? null : attachmentList(attachments)}
    <h2>Angaben</h2>
    <dl>
      <dt>Konferenz</dt>
      <dd><a href="${conferenceAddress(conference.slug)}">${conference.title}</a></dd>
      <dt>Veröffentlicht</dt>
      <dd>${germanDay(berlinDay(publishedAt))}</dd>
      <dt>Dauerhafte Adresse</dt>
      <dd><a href="${address}">${address}</a></dd>
    </dl>`;
  const above = [conference.title, conferenceAddress(conference.slug)] as const;
  return { status: 200, title, sender: conference.names.conference, trail: [rootStep, above], content };
}

/** Whoever follows an old address to a clause reads first that the text was corrected. */
function correctionNote(corrections: readonly PublicCorrection[]): Markup | null {
  const last = corrections.at(-1);
  if (last === undefined) return null;
  return html`<p>
    <strong>Dieser Beschluss wurde berichtigt.</strong> Es gilt die
    <a href="#berichtigung-${last.number}">Fassung der Berichtigung ${last.number} vom ${dayOf(last)}</a>; hier steht
    der Text, wie er beschlossen wurde.
  </p>`;
}

function dayOf({ correctedAt }: PublicCorrection): string {
  return germanDay(berlinDay(new Date(correctedAt)));
}

function correctionOf(correction: PublicCorrection, unreleased: readonly string[]): Markup {
  const { number, clauses } = correction;
  const address = `berichtigung-${number}`;
  return html`<h2 id="${address}">Berichtigung ${number} vom ${dayOf(correction)}</h2>
    ${clauseList(clauses, `${address}-ziffer`, unreleased)}`;
}

function clauseList(clauses: readonly PublicClause[], above: string, unreleased: readonly string[]): Markup {
  return html`<ol class="clauses">
    ${clauses.map((clause, index) => clauseOf(clause, `${above}-${index + 1}`, unreleased))}
  </ol>`;
}

function clauseOf({ number, text, children }: PublicClause, anchor: string, unreleased: readonly string[]): Markup {
  const name = number === null ? 'dieses Textes' : `der Ziffer ${number}`;
  return html`<li id="${anchor}">
    <div class="clause">
      <span>${number === null ? '' : `${number}.`}</span>
      <p class="text">${markedText(text, unreleased)}</p>
      <a href="#${anchor}" aria-label="Dauerhafte Adresse ${name}">#</a>
    </div>
    ${children.length === 0 ? null : clauseList(children, anchor, unreleased)}
  </li>`;
}

/** The text as adopted; only the mark behind an unreleased report is ours, and looks like it. */
function markedText(text: string, unreleased: readonly string[]): readonly Markup[] {
  const marked = withMarks(text, unreleased);
  if (marked === text) return [html`${text}`];
  return marked.split(UNRELEASED_MARK).flatMap((piece, index) => {
    return index === 0 ? [html`${piece}`] : [html`<span class="mark">${UNRELEASED_MARK}</span>${piece}`];
  });
}

function statementOf({ parties, body }: PublicResolution['statements'][number]): Markup {
  return html`<h3>${parties.map((party) => partyNames[party]).join(', ')}</h3>
    <p class="statement">${body}</p>`;
}

function attachmentList(attachments: PublicResolution['attachments']): Markup {
  return html`<h2>Freigegebene Anlagen</h2>
    <ul>
      ${attachments.map(({ title, asOf, originator }) => {
        const facts = [originator, asOf === null ? null : `Stand: ${germanDay(asOf)}`].filter((fact) => fact !== null);
        return html`<li>${title}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}</li>`;
      })}
    </ul>`;
}

/** The same for what never was there and for what must not be read. */
export const notFoundPage: PublicPage = {
  status: 404,
  title: 'Nicht gefunden',
  sender: null,
  trail: [rootStep],
  content: html`<p>
    Unter dieser Adresse ist nichts veröffentlicht. Vielleicht ist die Adresse unvollständig, oder der Beschluss ist
    nicht zur Veröffentlichung freigegeben.
  </p>`,
};

/** The address stays, and says that what stood here was withdrawn. */
export function withdrawnPage(withdrawnAt: Date): PublicPage {
  return {
    status: 410,
    title: 'Veröffentlichung zurückgezogen',
    sender: null,
    trail: [rootStep],
    content: html`<p>
      Hier stand ein veröffentlichter Beschluss. Seine Veröffentlichung wurde am ${germanDay(berlinDay(withdrawnAt))}
      zurückgezogen.
    </p>`,
  };
}
