import { publicationChangeNames, releaseObjectKindNames, stayBackReasonNames, type ReleaseObjectKind } from '#glossary';
import type { ReportPartsFragment } from '../generated/graphql.js';
import { countOf } from '../ui/format.js';

interface ReportProps {
  readonly report: ReportPartsFragment;
  /** What the lists are about, for those who hear them. */
  readonly of: string;
}

/** What becomes public, what stays back and why, and what is different from the last time. */
export function PublicationReport({ report, of }: ReportProps) {
  const { becomesPublic, staysBack, changes } = report;
  const changed = new Map(changes.map(({ releaseId, change }) => [releaseId, change]));
  const withdrawn = changes.filter(({ change }) => change === 'WITHDRAWN_SINCE');
  return (
    <>
      <h3 className="kern-body kern-body--bold">Wird öffentlich: {countOf(becomesPublic.length, 'Stück', 'Stücke')}</h3>
      {becomesPublic.length === 0 && <p className="kern-body">Es ist nichts Neues freigegeben.</p>}
      <ul className="kern-body" aria-label={`Wird öffentlich: ${of}`}>
        {becomesPublic.map(({ releaseId, objectKind, title }) => {
          const change = changed.get(releaseId);
          return (
            <li key={releaseId}>
              <Named kind={objectKind} title={title} />
              {change !== undefined && ` – ${publicationChangeNames[change]}`}
            </li>
          );
        })}
      </ul>
      <h3 className="kern-body kern-body--bold">Bleibt zurück: {countOf(staysBack.length, 'Stück', 'Stücke')}</h3>
      {staysBack.length === 0 && <p className="kern-body">Es bleibt nichts zurück.</p>}
      <ul className="kern-body" aria-label={`Bleibt zurück: ${of}`}>
        {staysBack.map(({ releaseId, objectKind, title, reason }) => (
          <li key={releaseId}>
            <Named kind={objectKind} title={title} /> – {stayBackReasonNames[reason]}
          </li>
        ))}
      </ul>
      {withdrawn.length > 0 && (
        <>
          <h3 className="kern-body kern-body--bold">Seit der letzten Veröffentlichung zurückgezogen</h3>
          <ul className="kern-body">
            {withdrawn.map(({ releaseId, objectKind, title }) => (
              <li key={releaseId}>
                <Named kind={objectKind} title={title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Named({ kind, title }: { readonly kind: ReleaseObjectKind; readonly title: string }) {
  return (
    <>
      {releaseObjectKindNames[kind]} „{title}“
    </>
  );
}
