import { useCallback, useState } from 'react';
import { forgetDraft, storeDraft, storedDraft } from './draft-store.js';
import { useSession } from './session.js';

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
