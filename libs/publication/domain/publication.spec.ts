import { describe, expect, it } from '@jest/globals';
import { capacityNames, publicationStateNames, type Capacity, type PublicationState } from '#glossary';
import { availableActions, faultsOf } from '#platform/lifecycle';
import { conferenceSlug, resolutionSlug } from './addresses.js';
import { citedTitles, withMarks } from './citations.js';
import { decidePublication } from './publication-decision.js';
import { publicationLifecycle, type PublicationAction } from './publication-lifecycle.js';
import { reportOf, type PublicationReport } from './publication-report.js';
import type { Publication, PublicationContext } from './publication.js';
import type { Release } from './release.js';

const end = new Date('2026-12-04T22:59:59Z');
const now = new Date('2026-12-07T09:00:00Z');

const aRelease = (id: string, given: Partial<Release> = {}): Release => ({
  id,
  objectKind: 'RESOLUTION',
  objectId: `object-${id}`,
  topicId: `topic-${id}`,
  conferenceId: 'conference-1',
  title: `Titel ${id}`,
  classification: 'INTERNAL',
  releaseWish: true,
  state: 'RELEASED',
  objectionsUntil: end,
  proposedAt: end,
  releasedAt: end,
  publishedAt: null,
  withdrawnAt: null,
  revision: 1,
  ...given,
});

const ids = (objects: readonly { readonly releaseId: string }[]) => objects.map(({ releaseId }) => releaseId);

describe('The report of a publication', () => {
  it('says what becomes public, what stays back and why', () => {
    const report = reportOf(
      [
        aRelease('a'),
        aRelease('b', { state: 'BLOCKED' }),
        aRelease('c', { state: 'PROPOSED', releaseWish: false }),
        aRelease('d', { state: 'PROPOSED', classification: 'RESTRICTED' }),
        aRelease('e', { state: 'PROPOSED' }),
        aRelease('f', { state: 'PUBLISHED', publishedAt: end }),
        aRelease('g', { state: 'WITHDRAWN', publishedAt: end, withdrawnAt: end }),
      ],
      now,
      null,
    );
    expect(ids(report.becomesPublic)).toEqual(['a']);
    expect(report.staysBack.map(({ releaseId, reason }) => `${releaseId} ${reason}`)).toEqual([
      'b BLOCKED',
      'c RELEASE_NOT_WISHED',
      'd CLASSIFIED',
      'e RELEASE_NOT_GRANTED_YET',
      'g WITHDRAWN',
    ]);
  });

  it('leaves out what belongs to a resolution that is not public', () => {
    const attachment = aRelease('x', { objectKind: 'ATTACHMENT', topicId: 'topic-b' });
    const blocked = reportOf([aRelease('b', { state: 'BLOCKED' }), attachment], now, null);
    expect(blocked.staysBack.map(({ releaseId, reason }) => `${releaseId} ${reason}`)).toEqual([
      'b BLOCKED',
      'x RESOLUTION_NOT_PUBLIC',
    ]);
    expect(ids(reportOf([aRelease('b'), attachment], now, null).becomesPublic)).toEqual(['b', 'x']);
  });

  it('says what has changed since the last one', () => {
    const first = reportOf([aRelease('a', { state: 'BLOCKED' }), aRelease('b')], end, null);
    const releases = [
      aRelease('a'),
      aRelease('b', { state: 'WITHDRAWN', publishedAt: end, withdrawnAt: now }),
      aRelease('c', { publishedAt: end }),
      aRelease('d'),
    ];
    const { changes } = reportOf(releases, now, { report: first, approvedAt: end });
    expect(changes.map(({ releaseId, change }) => `${releaseId} ${change}`)).toEqual([
      'a NO_LONGER_HELD_BACK',
      'c AGAIN',
      'd FIRST_TIME',
      'b WITHDRAWN_SINCE',
    ]);
  });
});

const report: PublicationReport = reportOf([aRelease('a')], now, null);

const aPublication = (given: Partial<Publication> = {}): Publication => ({
  id: 'publication-1',
  conferenceId: 'conference-1',
  state: 'PREPARED',
  report,
  preparedBy: 'person-1',
  preparedByName: 'Kim Beispiel',
  preparedAt: now,
  approvedBy: null,
  approvedByName: null,
  approvedAt: null,
  revision: 1,
  ...given,
});

const as = (capacity: Capacity, given: Partial<PublicationContext> = {}): PublicationContext => ({
  now,
  capacities: new Set([capacity]),
  person: { id: 'person-2', name: 'Toni Muster' },
  reportNow: report,
  isAnotherPrepared: false,
  input: {},
  ...given,
});

const codesOf = (publication: Publication, action: PublicationAction, context: PublicationContext) => {
  const decision = decidePublication(publication, action, context);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
};

describe('The lifecycle of a publication', () => {
  it('has no state that cannot be reached, no dead row and a German name for every action', () => {
    expect(faultsOf(publicationLifecycle)).toEqual([]);
  });

  it('offers each capacity exactly this', () => {
    const states = Object.keys(publicationStateNames) as PublicationState[];
    const matrix = states.flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) => {
        const context = as(capacity, { input: null });
        const actions = availableActions(publicationLifecycle, aPublication({ state }), context)
          .filter(({ available }) => available)
          .map(({ action }) => action);
        return actions.length === 0 ? [] : [`${state} | ${capacity} | ${actions.join(' ')}`];
      }),
    );
    expect(matrix).toEqual([
      'PREPARED | SECRETARIAT | approvePublication discardPublication',
      'PREPARED | CHAIR | approvePublication discardPublication',
    ]);
  });

  it('lets nobody but the secretariat prepare, one at a time, and only when there is something', () => {
    const blank = aPublication({ state: 'NEW', revision: 0 });
    expect(codesOf(blank, 'preparePublication', as('CHAIR'))).toEqual(['NOT_ENTITLED']);
    const nothing = reportOf([], now, null);
    const context = as('SECRETARIAT', { reportNow: nothing, isAnotherPrepared: true });
    expect(codesOf(blank, 'preparePublication', context)).toEqual(['ALREADY_PREPARED', 'NOTHING_TO_PUBLISH']);
    expect(codesOf(blank, 'preparePublication', as('SECRETARIAT'))).toEqual([]);
  });

  it('refuses the same person in whatever capacity', () => {
    const person = { id: 'person-1', name: 'Kim Beispiel' };
    for (const capacity of ['SECRETARIAT', 'CHAIR'] as const) {
      expect(codesOf(aPublication(), 'approvePublication', as(capacity, { person }))).toEqual(['SAME_PERSON']);
      expect(codesOf(aPublication(), 'approvePublication', as(capacity))).toEqual([]);
    }
  });

  it('refuses a report that is no longer true', () => {
    const reportNow = reportOf([aRelease('a'), aRelease('b', { state: 'BLOCKED' })], now, null);
    expect(codesOf(aPublication(), 'approvePublication', as('CHAIR', { reportNow }))).toEqual(['REPORT_OUTDATED']);
  });
});

describe('A citation of an unreleased report', () => {
  const text = 'Die IMK nimmt den Bericht „Lagebild“ (Stand: 28.09.15) und den „Warntag“ zur Kenntnis.';

  it('is found in quotation marks only', () => {
    const clauses = [{ text: 'Die IMK spricht vom Warntag.', children: [{ text, children: [] }] }];
    expect(citedTitles(clauses, ['Lagebild', 'Warntag', 'Geheim'])).toEqual(['Lagebild', 'Warntag']);
    expect(citedTitles([{ text: 'Die IMK spricht vom Warntag.', children: [] }], ['Warntag'])).toEqual([]);
  });

  it('carries its mark behind the date', () => {
    expect(withMarks(text, ['Lagebild'])).toBe(
      'Die IMK nimmt den Bericht „Lagebild“ (Stand: 28.09.15) (nicht freigegeben) und den „Warntag“ zur Kenntnis.',
    );
    expect(withMarks(text, ['Lagebild', 'Warntag'])).toContain('„Warntag“ (nicht freigegeben) zur Kenntnis');
  });

  it('is not marked twice where the text says it by itself', () => {
    const said = 'Sie nimmt den „Warntag“ (nicht freigegeben) zur Kenntnis.';
    expect(withMarks(said, ['Warntag'])).toBe(said);
  });
});

describe('A permanent address', () => {
  it('of a conference says which half of the year it was', () => {
    const conference = { profileCode: 'IMK', season: 'SPRING', year: 2026, startsOn: '2026-06-10' } as const;
    expect(conferenceSlug(conference)).toBe('imk-fruehjahr-2026');
    expect(conferenceSlug({ ...conference, season: 'SPECIAL' })).toBe('imk-sondersitzung-2026-06-10');
  });

  it('of a resolution is its number, and never its title', () => {
    const resolution = { id: '01990000-0000-7000-8000-0000abcd1234', itemNumber: '12a', writtenProcedureNumber: null };
    expect(resolutionSlug(resolution)).toBe('top-12a');
    expect(resolutionSlug({ ...resolution, writtenProcedureNumber: 'Umlaufbeschluss 3/2026' })).toBe(
      'umlaufbeschluss-3-2026',
    );
    expect(resolutionSlug({ ...resolution, itemNumber: null })).toBe('beschluss-abcd1234');
  });
});
