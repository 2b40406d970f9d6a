/** Below this path everything is public. */
export const ROOT = '/beschluesse';

export const FEED = `${ROOT}/feed.atom`;
export const SITEMAP = `${ROOT}/sitemap.xml`;

/** What programs read, and how; the first version of it. */
export const DATA = `${ROOT}/daten`;
export const CONFERENCES_DATA = `${DATA}/v1/konferenzen.json`;
export const SCHEMA = `${DATA}/v1/schema.json`;

export function dataAddress(conferenceSlug: string): string {
  return `${DATA}/v1/konferenzen/${conferenceSlug}.json`;
}

export function conferenceAddress(slug: string): string {
  return `${ROOT}/${slug}`;
}

export function resolutionAddress(conferenceSlug: string, slug: string): string {
  return `${conferenceAddress(conferenceSlug)}/${slug}`;
}
