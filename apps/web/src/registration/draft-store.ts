import { useCallback, useState } from 'react';

/**
 * What is being written, kept for this browser tab until it is saved: an expired session or a closed lid must not
 * cost a text. Session storage is gone with the tab, as it should be for papers that are not public.
 */
const keyOf = (name: string) => `konferenzmappe:entwurf:${name}`;

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
