const ELSEWHERE = 'https://elsewhere.invalid';

/** The path when it leads to a page of this server, else the start page: sign-in sends nobody to foreign addresses. */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > 2_000) return '/';
  // Browsers read "\" as "/" and drop tabs and line breaks, so "/\evil.example" is an address of another host.
  if (/[\\\u0000-\u001f\u007f]/.test(given) || given.startsWith('//')) return '/';
  if (!URL.canParse(given, ELSEWHERE)) return '/';
  const url = new URL(given, ELSEWHERE);
  if (url.origin !== ELSEWHERE || url.pathname.startsWith('//')) return '/';
  return url.pathname.startsWith('/auth/') ? '/' : `${url.pathname}${url.search}${url.hash}`;
}
