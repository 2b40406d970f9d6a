/** Names of the two cookies of sign-in. */
export const SESSION_COOKIE = 'km_session';
export const BROWSER_COOKIE = 'km_sign_in';

/** The first cookie of that name; our values need no decoding. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return null;
}

export interface CookieScope {
  readonly path: string;
  /** Null: until the browser is closed. */
  readonly seconds: number | null;
  readonly secure: boolean;
}

/** HttpOnly: no script reads it. Lax: it comes along when a link leads here, never with a form or fetch from elsewhere. */
export function cookie(name: string, value: string, { path, seconds, secure }: CookieScope): string {
  const lifetime = seconds === null ? [] : [`Max-Age=${seconds}`];
  return [
    `${name}=${value}`,
    `Path=${path}`,
    ...lifetime,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}
