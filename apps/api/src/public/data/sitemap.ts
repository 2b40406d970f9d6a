import type { PublicAddress } from '#publication';
import { conferenceAddress, resolutionAddress, ROOT } from '../pages/addresses.js';
import { escaped } from './xml.js';

/** Every page that is public now, for search engines (sitemaps.org). */
export function sitemap(addresses: readonly PublicAddress[], origin: string): string {
  const pages = addresses.map(({ conferenceSlug, slug, changedAt }) => {
    const path = slug === null ? conferenceAddress(conferenceSlug) : resolutionAddress(conferenceSlug, slug);
    return entry(`${origin}${path}`, `<lastmod>${changedAt.toISOString()}</lastmod>`);
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    entry(`${origin}${ROOT}`, ''),
    ...pages,
    '</urlset>',
    '',
  ].join('\n');
}

function entry(address: string, changed: string): string {
  return `<url><loc>${escaped(address)}</loc>${changed}</url>`;
}
