import { KernBadge, KernButton } from '@kern-ux-annex/kern-react-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { ActDialog } from '../acts/act-dialog.js';
import type { AgendaPartsFragment } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';
import { explainMissingTopic } from './agenda-acts.js';

type Missing = AgendaPartsFragment['missingTopics'][number];

interface MissingTopicsProps {
  readonly agenda: AgendaPartsFragment;
  readonly onReload: () => void;
}

/** The completeness check: a list that is empty, or explained line by line, before the agenda can be final. */
export function MissingTopics({ agenda, onReload }: MissingTopicsProps) {
  const [open, setOpen] = useState<Missing | null>(null);
  const mayExplain = agenda.availableActions.some((known) => known.action === 'explainMissingTopic' && known.available);
  const waiting = agenda.missingTopics.filter(({ explanation }) => explanation === null).length;
  return (
    <Section title="Vollständigkeit">
      <p className="kern-body">{summaryOf(agenda.missingTopics.length, waiting)}</p>
      <ul className="plain-list card-list" role="list">
        {agenda.missingTopics.map((missing) => (
          <li key={missing.topicId}>
            <MissingTopic missing={missing} />
            {mayExplain && (
              <KernButton
                text={missing.explanation === null ? 'Erläutern' : 'Erläuterung ändern'}
                alt={`Erläutern: ${missing.title}`}
                variant="tertiary"
                className="kern-btn--x-small"
                onClick={() => setOpen(missing)}
              />
            )}
          </li>
        ))}
      </ul>
      {open !== null && (
        <ActDialog
          title="Fehlendes Thema erläutern"
          act={explainMissingTopic(agenda, open)}
          about={open.topicId}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onReload();
          }}
          onReload={onReload}
        />
      )}
    </Section>
  );
}

function summaryOf(missing: number, waiting: number): string {
  if (missing === 0) return 'Von den Themen, die Sie sehen können, fehlt keines auf dieser Tagesordnung.';
  if (waiting === 0) return 'Zu jedem fehlenden Thema ist erläutert, warum es nicht auf der Tagesordnung steht.';
  return waiting === 1 ? 'Zu einem Thema fehlt die Erläuterung.' : `Zu ${waiting} Themen fehlt die Erläuterung.`;
}

function MissingTopic({ missing }: { readonly missing: Missing }) {
  const { topicId, title, whereabouts, explanation, explainedBy, explainedAt, formerly } = missing;
  return (
    <>
      <div className="row">
        <Link className="kern-link card-title" to={`/themen/${topicId}`}>
          {title}
        </Link>
        {explanation === null && <KernBadge text="Noch nicht erläutert" variant="warning" />}
      </div>
      <p className="kern-body kern-body--small kern-body--muted">{whereabouts}</p>
      {explanation !== null && (
        <p className="kern-body kern-body--small">
          {explanation}
          {explainedAt !== null && ` (${explainedBy}, ${formatInstant(explainedAt)})`}
        </p>
      )}
      {formerly.length > 0 && (
        <details className="kern-body kern-body--small">
          <summary>
            Frühere Erläuterungen<span className="kern-sr-only">: {title}</span>
          </summary>
          <ul>
            {formerly.map((said) => (
              <li key={said.number}>
                {said.explanation} ({said.explainedBy}, {formatInstant(said.explainedAt)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
