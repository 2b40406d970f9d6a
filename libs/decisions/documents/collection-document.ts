import type { ConferenceNames } from '#conferences';
import { germanDay, germanPeriod, renderPdf, type IsoDay, type JsonValue } from '#platform/documents';

/**
 * What stands in the public collection of a session. It has room for released data only: no votes, no rapporteurs, no
 * file reference, nothing about who objected.
 */
export interface CollectionDocument {
  /** True for the draft that people of the procedure read: what is wished to be public, released or not. */
  readonly isDraft: boolean;
  /** What the conference of ministers calls itself and its secretariat. */
  readonly names: CollectionNames;
  readonly session: CollectionSession;
  readonly issuedOn: IsoDay;
  readonly resolutions: readonly CollectionResolution[];
}

export type CollectionNames = Pick<ConferenceNames, 'conference' | 'conferenceGenitive' | 'shortName' | 'office'>;

export interface CollectionSession {
  readonly number: number | null;
  readonly isSpecialSession: boolean;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay;
  readonly place: string | null;
}

export interface CollectionResolution {
  /** The number of the item it was adopted under, such as "12a"; null when it had none. */
  readonly itemNumber: string | null;
  readonly title: string;
  readonly subLine: string | null;
  readonly clauses: readonly CollectionClause[];
  /** Those made since, in their order; the clauses are those of the last one. */
  readonly corrections?: readonly CollectionCorrection[];
}

export interface CollectionCorrection {
  readonly number: number;
  readonly correctedOn: IsoDay;
}

export interface CollectionClause {
  /** Such as "1" or "a"; null for a clause that stands alone. */
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly CollectionClause[];
}

const TITLE = 'Sammlung der zur Veröffentlichung freigegebenen Beschlüsse';

/** The collection as tagged PDF/UA-1; the same document gives the same bytes. */
export function renderCollectionPdf(document: CollectionDocument): Promise<Uint8Array> {
  return renderPdf(new URL('./collection.typ', import.meta.url), collectionPaper(document), {
    title: runningHeader(document),
    author: `${document.names.conference} – ${document.names.office}`,
    date: document.issuedOn,
  });
}

function collectionPaper(document: CollectionDocument): JsonValue {
  const { isDraft, names, session, issuedOn, resolutions } = document;
  return {
    isDraft,
    sender: names.conference,
    office: `– ${names.office} –`,
    placeAndDate: `Berlin, den ${germanDay(issuedOn)}`,
    session: [`der ${sessionName(session)}`, `der ${names.conferenceGenitive}`, sessionTime(session)],
    runningHeader: runningHeader(document),
    resolutions: resolutions.map(({ itemNumber, title, subLine, clauses, corrections = [] }) => {
      return { itemNumber, title, subLine, correction: correctionNote(corrections), clauses: clausesPaper(clauses) };
    }),
  };
}

/** "in der Fassung der Berichtigung 2 vom 3. Februar 2027"; null for a text that stands as it was adopted. */
function correctionNote(corrections: readonly CollectionCorrection[]): string | null {
  const last = corrections.at(-1);
  if (last === undefined) return null;
  return `in der Fassung der Berichtigung ${last.number} vom ${germanDay(last.correctedOn)}`;
}

function clausesPaper(clauses: readonly CollectionClause[]): JsonValue[] {
  return clauses.map(({ number, text, children }) => ({ number, text, children: clausesPaper(children) }));
}

function runningHeader({ isDraft, names, session }: CollectionDocument): string {
  return `${isDraft ? 'Entwurf: ' : ''}${TITLE} der ${sessionName(session)} der ${names.shortName} ${sessionTime(session)}`;
}

function sessionName({ number, isSpecialSession }: CollectionSession): string {
  const name = isSpecialSession ? 'Sondersitzung' : 'Sitzung';
  return number === null ? name : `${number}. ${name}`;
}

function sessionTime({ startsOn, endsOn, place }: CollectionSession): string {
  return germanPeriod(startsOn, endsOn) + (place === null ? '' : ` in ${place}`);
}
