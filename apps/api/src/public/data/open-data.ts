import { partyNames } from '#glossary';
import { berlinDay } from '#platform/clock';
import type { PublicClause, PublicConference, PublicResolution, WithdrawnResolution } from '#publication';
import { conferenceAddress, dataAddress, resolutionAddress, SCHEMA } from '../pages/addresses.js';

/** Grows by fields that nobody must know; whatever else changes gets another number and another address. */
const VERSION = 1;

interface WithAddress extends Omit<PublicClause, 'children'> {
  readonly address: string;
  readonly children: readonly WithAddress[];
}

/** All conferences of which something is or was public. */
export function conferencesData(conferences: readonly PublicConference[], origin: string): object {
  return {
    $schema: `${origin}${SCHEMA}`,
    version: VERSION,
    conferences: conferences.map((conference) => ({
      ...conferenceData(conference, origin),
      resolutionCount: conference.resolutionCount,
      data: `${origin}${dataAddress(conference.slug)}`,
    })),
  };
}

/** Everything public of one conference. */
export function conferenceDocument(
  conference: PublicConference,
  resolutions: readonly PublicResolution[],
  withdrawn: readonly WithdrawnResolution[],
  origin: string,
): object {
  const below = (slug: string): string => `${origin}${resolutionAddress(conference.slug, slug)}`;
  return {
    $schema: `${origin}${SCHEMA}`,
    version: VERSION,
    conference: conferenceData(conference, origin),
    resolutions: resolutions.map((resolution) => resolutionData(resolution, below(resolution.slug))),
    withdrawn: withdrawn.map(({ id, slug, withdrawnAt }) => {
      return { id: `urn:uuid:${id}`, address: below(slug), withdrawnAt: withdrawnAt.toISOString() };
    }),
  };
}

function conferenceData(conference: PublicConference, origin: string): object {
  const { slug, names, number, isSpecialSession, title, place, startsOn, endsOn, changedAt } = conference;
  const address = `${origin}${conferenceAddress(slug)}`;
  return {
    id: slug,
    address,
    publisher: names.conference,
    title,
    number,
    isSpecialSession,
    place,
    startsOn,
    endsOn,
    changedAt: changedAt.toISOString(),
    collection: `${address}/sammlung.pdf`,
  };
}

function resolutionData(resolution: PublicResolution, address: string): object {
  const { id, itemNumber, writtenProcedureNumber, title, subtitle, adoptedOn, clauses, attachments } = resolution;
  const { publishedAt, changedAt, unreleasedCitations, corrections, statements } = resolution;
  return {
    id: `urn:uuid:${id}`,
    address,
    ...{ itemNumber, writtenProcedureNumber, title, subtitle, adoptedOn },
    publishedAt: publishedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    clauses: withAddresses(clauses, `${address}#ziffer`),
    corrections: corrections.map(({ number, correctedAt, clauses: corrected }) => ({
      number,
      correctedOn: berlinDay(new Date(correctedAt)),
      clauses: withAddresses(corrected, `${address}#berichtigung-${number}-ziffer`),
    })),
    statements: statements.map(({ parties, body }) => ({
      parties: parties.map((code) => ({ code, name: partyNames[code] })),
      text: body,
    })),
    attachments: attachments.map(({ title: name, asOf, originator }) => ({ title: name, asOf, originator })),
    unreleasedCitations,
  };
}

function withAddresses(clauses: readonly PublicClause[], above: string): readonly WithAddress[] {
  return clauses.map(({ id, number, text, children }, index) => {
    const address = `${above}-${index + 1}`;
    return { id, address, number, text, children: withAddresses(children, address) };
  });
}
