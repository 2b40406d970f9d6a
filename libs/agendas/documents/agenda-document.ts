import { listNameIn, type ConferenceNames } from '#conferences';
import { germanDay, germanPeriod, renderPdf, type IsoDay, type JsonValue } from '#platform/documents';
import { supplementName } from '../domain/placement.js';
import type { SessionReport, SessionReportEntry } from '../session-reports.js';

/** What stands in the printed agenda, in the order in which it stands there. */
export interface AgendaDocument {
  /** What the conference of ministers calls itself, its lists and its secretariat. */
  readonly names: ConferenceNames;
  readonly session: AgendaSession;
  /** Of the highest of its items that fewer than all parties may read; null when all may. */
  readonly marking: string | null;
  readonly issuedOn: IsoDay;
  /** What is printed is a supplement alone, by its number; null for the whole agenda. */
  readonly supplement: number | null;
  /** Null while the agenda is a draft: its numbers may still change. */
  readonly circulatedOn: IsoDay | null;
  readonly groups: readonly AgendaGroup[];
  /** Told with the general points; written from the data, without numbers. */
  readonly reports: readonly SessionReport[];
}

export interface AgendaSession {
  /** "AK II" or "Vorkonferenz"; null for the main conference. */
  readonly body: string | null;
  readonly number: number | null;
  readonly isSpecialSession: boolean;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  readonly place: string | null;
}

/** General points first, then one group per working committee. */
export interface AgendaGroup {
  readonly heading: string;
  readonly items: readonly AgendaDocumentItem[];
}

export type AgendaDocumentItem = FiresideItem | BusinessItem;

/** A fireside talk shows its title at most. */
export interface FiresideItem {
  readonly list: 'FIRESIDE';
  /** As assigned, such as "12" or "12a". */
  readonly number: string;
  readonly title: string;
  readonly removal: AgendaRemoval | null;
  /** The mark of a classified paper, such as "VS – Nur für den Dienstgebrauch"; null for what all parties may read. */
  readonly marking: string | null;
}

export interface BusinessItem {
  readonly list: 'CONSENT' | 'DISCUSSION' | 'INFORMATION';
  readonly number: string;
  readonly title: string;
  readonly subLine: string | null;
  readonly registrants: readonly string[];
  readonly rapporteurs: readonly string[];
  readonly proposal: readonly AgendaClause[];
  /** A removed item keeps its number and its place on the agenda. */
  readonly removal: AgendaRemoval | null;
  readonly marking: string | null;
  /** Further facts: the supplement it came with, who pulled it off the consent list, how it ended. */
  readonly notes: readonly AgendaNote[];
}

export interface AgendaNote {
  readonly name: string;
  readonly value: string;
}

export interface AgendaRemoval {
  readonly reason: string;
}

export interface AgendaClause {
  /** Such as "1" or "a"; null for a clause that stands alone. */
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly AgendaClause[];
}

/** The agenda as tagged PDF/UA-1; the same document gives the same bytes. */
export function renderAgendaPdf(document: AgendaDocument): Promise<Uint8Array> {
  return renderPdf(new URL('./agenda.typ', import.meta.url), agendaPaper(document), {
    title: runningHeader(document),
    author: `${document.names.conference} – ${document.names.office}`,
    date: document.issuedOn,
  });
}

function agendaPaper(document: AgendaDocument): JsonValue {
  const { names, session, supplement, circulatedOn } = document;
  return {
    sender: names.conference,
    office: `– ${names.office} –`,
    placeAndDate: `Berlin, den ${germanDay(document.issuedOn)}`,
    marking: document.marking ?? `Nur für den Dienstgebrauch der ${names.shortName} – nicht öffentlich`,
    runningHeader: runningHeader(document),
    title: supplement === null ? 'Tagesordnung' : `${supplementName(supplement)} zur Tagesordnung`,
    session: [`der ${sessionName(session)}`, `der ${names.conferenceGenitive}`, sessionTime(session)],
    status: circulatedOn === null ? 'Entwurf' : `versandt am ${germanDay(circulatedOn)}`,
    groups: groupsPaper(document),
  };
}

/** The reports follow the general points, which stand first. */
function groupsPaper({ groups, reports, names }: AgendaDocument): JsonValue[] {
  const told = reports.map(({ heading, entries }) => ({ heading, items: [], report: entries.map(entryPaper) }));
  return groups.flatMap(({ heading, items }, position) => [
    ...(items.length === 0 ? [] : [{ heading, items: items.map((item) => itemPaper(item, names)), report: [] }]),
    ...(position === 0 ? told : []),
  ]);
}

function entryPaper({ title, facts, marking }: SessionReportEntry): JsonValue {
  return { title, facts: facts.join(' · '), marking };
}

function itemPaper(item: AgendaDocumentItem, names: ConferenceNames): JsonValue {
  const shown = {
    number: item.number,
    title: item.title,
    list: listNameIn(names, item.list),
    removal: item.removal?.reason ?? null,
    marking: item.marking,
  };
  if (item.list === 'FIRESIDE')
    return { ...shown, subLine: null, registrants: null, rapporteurs: null, notes: [], proposal: [] };
  return {
    ...shown,
    subLine: item.subLine,
    registrants: item.registrants.length > 0 ? item.registrants.join(', ') : null,
    rapporteurs: item.rapporteurs.length > 0 ? item.rapporteurs.join(', ') : null,
    notes: item.notes.map(({ name, value }) => ({ name, value })),
    proposal: item.removal === null ? clausesPaper(item.proposal) : [],
  };
}

function clausesPaper(clauses: readonly AgendaClause[]): JsonValue[] {
  return clauses.map(({ number, text, children }) => ({ number, text, children: clausesPaper(children) }));
}

function runningHeader({ names, session, supplement }: AgendaDocument): string {
  const paper = supplement === null ? 'Tagesordnung' : `${supplementName(supplement)} zur Tagesordnung`;
  return `${paper} der ${sessionName(session)} der ${names.shortName} ${sessionTime(session)}`;
}

function sessionName({ body, number, isSpecialSession }: AgendaSession): string {
  if (body !== null) return `${number === null ? '' : `${number}. `}Sitzung ${body}`;
  const name = isSpecialSession ? 'Sondersitzung' : 'Sitzung';
  return number === null ? name : `${number}. ${name}`;
}

function sessionTime({ startsOn, endsOn, place }: AgendaSession): string {
  return germanPeriod(startsOn, endsOn) + (place === null ? '' : ` in ${place}`);
}
