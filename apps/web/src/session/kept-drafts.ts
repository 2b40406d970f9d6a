import { useCallback, useState } from 'react';
import { useSession } from './session.js';

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

/** A draft belongs to the person who wrote it, also when another signs in after an expired session. */
export function useDraftName(about: string): string {
  return `${useSession().viewer.person.id}:${about}`;
}

interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  /** True when the page found something that was not saved. */
  readonly wasRestored: boolean;
  readonly discard: () => void;
}

export function useKeptDraft<Draft>(name: string, initial: Draft): KeptDraft<Draft> {
  const [found] = useState(() => storedDraft<Draft>(name));
  const [wasRestored, setRestored] = useState(found !== null);
  const [draft, setDraft] = useState<Draft>(found ?? initial);
  const change = useCallback(
    (changed: Draft) => {
      setDraft(changed);
      storeDraft(name, changed);
    },
    [name],
  );
  const discard = () => {
    forgetDraft(name);
    setRestored(false);
    setDraft(initial);
  };
  return { draft, change, wasRestored, discard };
}
