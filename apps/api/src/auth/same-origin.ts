import type { IncomingHttpHeaders } from 'node:http';
import { hasBearerToken } from './bearer-tokens.js';
import { readCookie, SESSION_COOKIE } from './cookies.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * False for a request that another website may have made in the name of somebody signed in here. Browsers say where a
 * request comes from (Sec-Fetch-Site, Origin); a client that says neither proves by a header which no form can set that
 * it is not a form. Requests without our cookie, or with a token of their own, carry nobody's name by themselves.
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (READING.has(method) || hasBearerToken(headers.authorization)) return true;
  if (readCookie(headers.cookie, SESSION_COOKIE) === null) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin !== undefined && origin !== 'null') return origin === new URL(publicUrl).origin;
  return site !== undefined || isNoForm(headers);
}

function isNoForm(headers: IncomingHttpHeaders): boolean {
  if (headers['apollo-require-preflight'] !== undefined) return true;
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
}
