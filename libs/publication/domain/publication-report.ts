import type { PublicationChange, ReleaseObjectKind, StayBackReason } from '#glossary';
import type { Release } from './release.js';
import { staysBackBecause } from './stays-back.js';

export interface ReportedObject {
  readonly releaseId: string;
  readonly objectKind: ReleaseObjectKind;
  readonly title: string;
}

export interface HeldBackObject extends ReportedObject {
  readonly reason: StayBackReason;
}

export interface ChangedObject extends ReportedObject {
  readonly change: PublicationChange;
}

/** What the second pair of eyes reads before it approves. */
export interface PublicationReport {
  readonly becomesPublic: readonly ReportedObject[];
  readonly staysBack: readonly HeldBackObject[];
  readonly changes: readonly ChangedObject[];
}

/** The last publication of the same conference that was approved. */
export interface PreviousPublication {
  readonly report: PublicationReport;
  readonly approvedAt: Date;
}

/** What would become public now, what stays back and why, and what is different from the last time. */
export function reportOf(
  releases: readonly Release[],
  now: Date,
  previous: PreviousPublication | null,
): PublicationReport {
  const reasons = new Map(releases.map((release) => [release.id, reasonFor(release, releases, now)]));
  const becoming = releases.filter(({ id, state }) => state === 'RELEASED' && reasons.get(id) === null);
  return {
    becomesPublic: becoming.map(reported),
    staysBack: releases.flatMap((release) => {
      const reason = reasons.get(release.id) ?? null;
      return reason === null ? [] : [{ ...reported(release), reason }];
    }),
    changes: [
      ...becoming.map((release) => ({ ...reported(release), change: changeOf(release, previous) })),
      ...releases
        .filter((release) => wasWithdrawnSince(release, previous))
        .map((release) => ({ ...reported(release), change: 'WITHDRAWN_SINCE' as const })),
    ],
  };
}

function reported({ id, objectKind, title }: Release): ReportedObject {
  return { releaseId: id, objectKind, title };
}

/** What belongs to a resolution is shown beneath it, and so not without it. */
function reasonFor(release: Release, all: readonly Release[], now: Date): StayBackReason | null {
  const own = staysBackBecause(release, now);
  if (own !== null || release.objectKind === 'RESOLUTION') return own;
  const isShown = all.some(
    ({ objectKind, topicId, state }) =>
      objectKind === 'RESOLUTION' && topicId === release.topicId && (state === 'RELEASED' || state === 'PUBLISHED'),
  );
  return isShown ? null : 'RESOLUTION_NOT_PUBLIC';
}

function changeOf({ id, publishedAt }: Release, previous: PreviousPublication | null): PublicationChange {
  if (publishedAt !== null) return 'AGAIN';
  const wasHeldBack = previous?.report.staysBack.some(({ releaseId }) => releaseId === id) ?? false;
  return wasHeldBack ? 'NO_LONGER_HELD_BACK' : 'FIRST_TIME';
}

function wasWithdrawnSince({ state, withdrawnAt }: Release, previous: PreviousPublication | null): boolean {
  return state === 'WITHDRAWN' && withdrawnAt !== null && previous !== null && withdrawnAt > previous.approvedAt;
}

/** Whether two reports let the same objects become public and hold the same ones back. */
export function saysTheSame(left: PublicationReport, right: PublicationReport): boolean {
  const essence = ({ becomesPublic, staysBack }: PublicationReport): string =>
    JSON.stringify([
      becomesPublic.map(({ releaseId }) => releaseId).sort(),
      staysBack.map(({ releaseId, reason }) => `${releaseId} ${reason}`).sort(),
    ]);
  return essence(left) === essence(right);
}
