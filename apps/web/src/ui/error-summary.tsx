import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useRef } from 'react';
import type { Refusal } from './refusals.js';

interface ErrorSummaryProps {
  readonly refusals: readonly Refusal[];
  /** Element id of the field a refusal names, when it is on this form. */
  readonly fieldId?: (field: string) => string | null;
  readonly onReload?: () => void;
}

/** Everything that speaks against an act, at once; takes the focus, and leads to the fields. */
export function ErrorSummary({ refusals, fieldId, onReload }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals.length > 0) box.current?.focus();
  }, [refusals]);
  if (refusals.length === 0) return null;
  const wasChanged = refusals.some((refusal) => refusal.code === 'CHANGED_MEANWHILE');
  return (
    <div className="kern-alert kern-alert--danger notice" ref={box} tabIndex={-1} role="alert">
      <div className="kern-alert__header">
        <span className="kern-icon kern-icon--danger" aria-hidden="true" />
        <span className="kern-title">{titleOf(refusals)}</span>
      </div>
      <div className="kern-alert__body">
        <ul className="kern-list kern-list--bullet">
          {refusals.map((refusal) => (
            <li key={`${refusal.code}-${refusal.message}`} className="kern-body">
              <RefusalText refusal={refusal} fieldId={refusal.field ? (fieldId?.(refusal.field) ?? null) : null} />
            </li>
          ))}
        </ul>
        {wasChanged && onReload && (
          <>
            <p className="kern-body">Laden Sie den aktuellen Stand. Was Sie eingegeben haben, bleibt erhalten.</p>
            <KernButton text="Aktuellen Stand laden" variant="secondary" icon="autorenew" onClick={onReload} />
          </>
        )}
      </div>
    </div>
  );
}

/** What never reached the server, or broke there, was not forbidden. */
function titleOf(refusals: readonly Refusal[]): string {
  if (refusals.some(({ code }) => code === 'CHANGED_MEANWHILE')) return 'Jemand hat diesen Vorgang inzwischen geändert';
  if (refusals.some(({ code }) => code === 'NO_CONNECTION')) return 'Keine Verbindung';
  return refusals.some(({ code }) => code === 'FAILED') ? 'Das hat nicht geklappt' : 'Das ist so nicht möglich';
}

function RefusalText({ refusal, fieldId }: { readonly refusal: Refusal; readonly fieldId: string | null }) {
  if (fieldId === null) return refusal.message;
  return (
    <a
      className="kern-link"
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId)?.focus();
      }}
    >
      {refusal.message}
    </a>
  );
}
