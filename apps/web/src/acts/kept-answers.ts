import { useState } from 'react';
import { useLocation } from 'react-router';
import { forgetDraft, storeDraft, storedDraft } from '../session/draft-store.js';
import { useDraftName } from '../session/kept-drafts.js';
import type { ActField, ActValues } from './act.js';
import { initialOf, stillPossible } from './act-values.js';

interface KeptAnswers {
  readonly values: ActValues;
  readonly answer: (field: string, value: string | readonly string[]) => void;
  readonly forget: () => void;
  /** True when something was found here that had been entered before and never sent. */
  readonly wasRestored: boolean;
}

/** What is being entered for an act, kept for this tab: an expired session or a wrong "back" costs nobody a reason. */
export function useKeptAnswers(fields: readonly ActField[], title: string, about: string | undefined): KeptAnswers {
  const { pathname } = useLocation();
  const name = useDraftName(`schritt:${pathname}:${title}:${about ?? ''}`);
  const [found] = useState(() => stillPossible(fields, storedDraft<ActValues>(name) ?? {}));
  const [values, setValues] = useState<ActValues>(() => ({ ...initialOf(fields), ...found }));
  const answer = (field: string, value: string | readonly string[]) => {
    const changed = { ...values, [field]: value };
    setValues(changed);
    storeDraft(name, changed);
  };
  return { values, answer, forget: () => forgetDraft(name), wasRestored: Object.keys(found).length > 0 };
}
