import {
  agendaListNames,
  classificationMarkings,
  classificationNames,
  outcomeNames,
  partyNames,
  voteChoiceNames,
  type Classification,
  type PartyCode,
  type VoteChoice,
} from '#glossary';
import type { SessionReport } from '#agendas';
import { germanDay, germanPeriod, renderPdf, type IsoDay, type JsonValue } from '#platform/documents';
import type { MinutesAttachment, MinutesEntry } from '../domain/minutes.js';
import type { ResolutionClause } from '../domain/resolution.js';

/** What stands in the minutes of a session, for one reader: what this reader may not read lies apart. */
export interface MinutesDocument {
  readonly session: MinutesDocumentSession;
  readonly status: string;
  readonly writtenOn: IsoDay;
  readonly items: readonly MinutesDocumentItem[];
  /** What was told beside the items. */
  readonly reports: readonly SessionReport[];
}

export interface MinutesDocumentSession {
  readonly sender: string;
  readonly senderGenitive: string;
  readonly shortName: string;
  /** "des AK II"; null for the conference itself. */
  readonly body: string | null;
  readonly number: number | null;
  readonly isSpecialSession: boolean;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  readonly place: string | null;
}

/** `entry` is null for what the reader may not read. */
export interface MinutesDocumentItem {
  readonly number: string | null;
  readonly entry: MinutesEntry | null;
}

/** The minutes as tagged PDF/UA-1; the same document gives the same bytes. */
export function renderMinutesPdf(document: MinutesDocument): Promise<Uint8Array> {
  return renderPdf(new URL('./minutes.typ', import.meta.url), minutesPaper(document), {
    title: runningHeader(document.session),
    author: `${document.session.sender} – Geschäftsstelle`,
    date: document.writtenOn,
  });
}

function minutesPaper(document: MinutesDocument): JsonValue {
  const { session, status, writtenOn, items } = document;
  const voted = items.filter(({ entry }) => entry === null || entry.vote !== null);
  return {
    title: session.body === null ? 'Beschlussniederschrift' : 'Niederschrift',
    sender: session.sender,
    office: '– Geschäftsstelle –',
    placeAndDate: `Berlin, den ${germanDay(writtenOn)}`,
    session: [`der ${sessionName(session)}`, `der ${session.senderGenitive}`, sessionTime(session)],
    runningHeader: runningHeader(session),
    status,
    marking: markingOf(items),
    items: items.map(itemPaper),
    reports: document.reports.map(({ heading, entries }) => ({
      heading,
      entries: entries.map(({ title, facts, marking }) => ({ title, facts: facts.join(' · '), marking })),
    })),
    votes: voted.map(votesPaper),
  };
}

const MARKING = 'Nur für den Dienstgebrauch der Konferenz – nicht öffentlich';
const order: readonly Classification[] = ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'VS_NFD'];

/** The highest classification of what the reader holds marks every page; minutes are never public. */
function markingOf(items: readonly MinutesDocumentItem[]): string {
  const levels = items.flatMap(({ entry }) => (entry === null ? [] : [order.indexOf(entry.classification)]));
  const highest = order[Math.max(0, ...levels)];
  return highest === 'RESTRICTED' || highest === 'VS_NFD' ? (classificationMarkings[highest] ?? MARKING) : MARKING;
}

function itemPaper({ number, entry }: MinutesDocumentItem): JsonValue {
  const nothing = {
    subLine: null,
    facts: [],
    ending: null,
    remark: null,
    recommended: [],
    resolution: [],
    correction: [],
    note: null,
    statements: [],
    attachments: [],
  };
  if (entry === null) return { number, title: 'Gesondert', apart: true, ...nothing };
  const { title, subtitle, note } = entry;
  return {
    ...nothing,
    ...{ number, title, apart: false, subLine: subtitle, facts: factsOf(entry), ending: endingOf(entry), note },
    remark: entry.conclusion?.remark ?? null,
    recommended: clausesPaper(entry.conclusion?.clauses ?? []),
    resolution: clausesPaper(entry.resolution?.clauses ?? []),
    correction: clausesPaper(entry.correction?.clauses ?? []),
    statements: entry.statements.map(({ party, cosigners, text }) => ({ parties: declaring(party, cosigners), text })),
    attachments: entry.attachments.map(attachmentLine),
  };
}

function factsOf(entry: MinutesEntry): readonly (readonly [string, string | null])[] {
  if (entry.list === 'FIRESIDE') return [['Behandelt', agendaListNames.FIRESIDE]];
  const { rapporteurs, precedents, fileReference, classification, isMeantForRelease } = entry;
  const isClassified = classification === 'RESTRICTED' || classification === 'VS_NFD';
  return [
    ['Berichterstattung', listed(rapporteurs, ', ')],
    ['Vorgang', listed(precedents, '; ')],
    ['Aktenzeichen', fileReference],
    ['Freigabe', isMeantForRelease ? 'zur Veröffentlichung vorgesehen' : 'nicht zur Veröffentlichung vorgesehen'],
    ['Einstufung', isClassified ? classificationNames[classification] : null],
  ];
}

function listed(values: readonly string[], separator: string): string | null {
  return values.length === 0 ? null : values.join(separator);
}

function endingOf({ list, outcome, removal, resolution, conclusion }: MinutesEntry): string | null {
  if (removal !== null) return removal === '' ? 'Abgesetzt' : `Abgesetzt: ${removal}`;
  if (conclusion !== undefined && conclusion !== null) return conclusion.ending;
  if (outcome === null) return list === 'FIRESIDE' ? null : 'Ohne Ergebnis';
  return outcome === 'ADOPTED' && resolution !== null ? null : outcomeNames[outcome];
}

/** „Hessen, Bund“, „Hessen gemeinsam mit Bayern und dem Bund“ would need a grammar for each: the names suffice. */
function declaring(party: PartyCode, cosigners: readonly PartyCode[]): string {
  return [party, ...cosigners].map((code) => partyNames[code]).join(', ');
}

/** „Lagebild“ (Stand: 31. August 2026, BKA) (nicht zur Freigabe vorgesehen) */
function attachmentLine({ title, asOf, originator, classification, releaseWish }: MinutesAttachment): string {
  if (classification === 'VS_NFD') return `„${title}“ (liegt gesondert vor)`;
  const origin = [asOf === null ? null : `Stand: ${germanDay(asOf)}`, originator].filter((each) => each !== null);
  const mark = releaseWish ? 'zur Freigabe vorgesehen' : 'nicht zur Freigabe vorgesehen';
  return [`„${title}“`, origin.length === 0 ? null : `(${origin.join(', ')})`, `(${mark})`]
    .filter((each) => each !== null)
    .join(' ');
}

function votesPaper({ number, entry }: MinutesDocumentItem): JsonValue {
  const heading = number === null ? 'Ohne Nummer' : `TOP ${number}`;
  if (entry === null) return { heading, apart: true, votes: [], bund: null };
  const { votes = [], bundPosition = null, bundRepresentedBy = null } = entry.vote ?? {};
  return {
    heading: `${heading}: ${entry.title}`,
    apart: false,
    votes: votes.map(({ party, choice, onBehalfBy, representedBy }) => ({
      party: partyNames[party],
      choice: choice === null ? 'nicht abgegeben' : voteChoiceNames[choice],
      by: [representedBy, onBehalfBy === null ? null : `aufgenommen durch ${onBehalfBy}`]
        .filter((each) => each !== null)
        .join('; '),
    })),
    bund: bundPosition === null ? null : bundLine(bundPosition, bundRepresentedBy),
  };
}

function bundLine(position: VoteChoice, by: string | null): string {
  const name = by === null ? '' : ` (${by})`;
  return `Haltung des Bundes${name}, ohne Stimme: ${voteChoiceNames[position]}`;
}

function clausesPaper(clauses: readonly ResolutionClause[]): JsonValue[] {
  return clauses.map(({ number, text, children }) => ({ number, text, children: clausesPaper(children) }));
}

function runningHeader(session: MinutesDocumentSession): string {
  return `Niederschrift der ${sessionName(session)} der ${session.shortName} ${sessionTime(session)}`;
}

function sessionName({ body, number, isSpecialSession }: MinutesDocumentSession): string {
  const kind = isSpecialSession ? 'Sondersitzung' : 'Sitzung';
  const name = body === null ? kind : `${kind} ${body}`;
  return number === null ? name : `${number}. ${name}`;
}

function sessionTime({ startsOn, endsOn, place }: MinutesDocumentSession): string {
  return germanPeriod(startsOn, endsOn) + (place === null ? '' : ` in ${place}`);
}
