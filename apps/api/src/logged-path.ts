import { CALENDAR_PATH } from '#calendars';

/** The path of a request as the log may know it: no search words, and no address that is a key. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?');
  return decodedOrSame(path).toLowerCase().startsWith(`${CALENDAR_PATH}/`) ? `${CALENDAR_PATH}/…` : path;
}

/** What is written in another way leads elsewhere, but a key that somebody mistyped is one all the same. */
function decodedOrSame(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll(/\/+/g, '/');
  } catch {
    return path.includes('%') ? `${CALENDAR_PATH}/` : path;
  }
}
