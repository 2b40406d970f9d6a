import { Feed } from 'feed';
import { berlinDay } from '#platform/clock';
import { germanDay } from '#platform/documents';
import type { PublicChange } from '#publication';
import { FEED, resolutionAddress, ROOT } from '../pages/addresses.js';
import { escaped, wellFormed } from './xml.js';

/** Nothing was ever published: the feed has an instant nevertheless. */
const BEFORE_EVERYTHING = new Date(0);

/**
 * What is new, changed or withdrawn, latest first. The id of an entry stays, whatever becomes of its text. The library
 * declares titles and summaries to be HTML, so they are escaped as such.
 */
export function atomFeed(changes: readonly PublicChange[], origin: string): string {
  const feed = new Feed({
    id: `${origin}${FEED}`,
    title: 'Veröffentlichte Beschlüsse',
    description: 'Neue, geänderte und zurückgezogene Beschlüsse, die zur Veröffentlichung freigegeben sind',
    link: `${origin}${ROOT}`,
    feedLinks: { atom: `${origin}${FEED}` },
    language: 'de',
    updated: changes[0]?.changedAt ?? BEFORE_EVERYTHING,
    author: { name: authorOf(changes) },
    generator: 'Konferenzmappe',
  });
  for (const change of changes) {
    feed.addItem({
      id: `urn:uuid:${change.id}`,
      title: escaped(titleOf(change)),
      link: `${origin}${resolutionAddress(change.conferenceSlug, change.slug)}`,
      date: change.changedAt,
      ...(change.publishedAt === null ? {} : { published: change.publishedAt }),
      description: escaped(summaryOf(change)),
    });
  }
  return feed.atom1();
}

function authorOf(changes: readonly PublicChange[]): string {
  const names = [...new Set(changes.map(({ publisher }) => publisher))];
  return wellFormed(names.length === 0 ? 'Geschäftsstelle' : names.join(' · '));
}

/** Of what was withdrawn, not even the title is told. */
function titleOf({ title, conferenceTitle, correctionNumber, ...change }: PublicChange): string {
  if (title === null) return `Veröffentlichung zurückgezogen (${conferenceTitle})`;
  if (correctionNumber !== null) return `${title} (berichtigt)`;
  return isNew(change) ? title : `${title} (geändert)`;
}

function summaryOf({ title, subtitle, conferenceTitle, correctionNumber, ...change }: PublicChange): string {
  const day = germanDay(berlinDay(change.changedAt));
  if (title === null) return `Die Veröffentlichung wurde am ${day} zurückgezogen.`;
  const about = subtitle === null ? conferenceTitle : `${subtitle} · ${conferenceTitle}`;
  if (correctionNumber !== null) return `${about} · in der Fassung der Berichtigung ${correctionNumber}`;
  return `${about} · ${isNew(change) ? 'veröffentlicht' : 'zuletzt geändert'} am ${day}`;
}

function isNew({ publishedAt, changedAt }: Pick<PublicChange, 'publishedAt' | 'changedAt'>): boolean {
  return publishedAt?.getTime() === changedAt.getTime();
}
