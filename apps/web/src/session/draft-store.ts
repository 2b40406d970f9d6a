/**
 * What is being written, kept for this browser tab until it is saved: an expired session or a closed lid must not
 * cost a text. Session storage is gone with the tab, as it should be for papers that are not public.
 */
const prefix = 'konferenzmappe:entwurf:';
const keyOf = (name: string) => `${prefix}${name}`;

export function storedDraft<Draft>(name: string): Draft | null {
  const stored = sessionStorage.getItem(keyOf(name));
  return stored === null ? null : (JSON.parse(stored) as Draft);
}

export function storeDraft<Draft>(name: string, draft: Draft): void {
  sessionStorage.setItem(keyOf(name), JSON.stringify(draft));
}

export function forgetDraft(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

/** Whoever signs in next at this browser finds nothing of it. */
export function forgetAllDrafts(): void {
  const ours = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  for (const key of ours) sessionStorage.removeItem(key);
}

/** Whether anything is kept for whoever signs in again at this tab. */
export function hasDrafts(): boolean {
  return Object.keys(sessionStorage).some((key) => key.startsWith(prefix));
}
