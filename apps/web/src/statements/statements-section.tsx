import { useCallback } from 'react';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  type StatementPartsFragment,
  type StatementPlacePartsFragment,
  TopicStatementsDocument,
} from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { History } from '../ui/history.js';
import { Section } from '../ui/page.js';
import { statementBeginningOf } from './statement-acts.js';
import { StatementCard } from './statement-card.js';

interface StatementsSectionProps {
  readonly topicId: string;
}

/** What parties declare for the record of an item, and where they do so. */
export function StatementsSection({ topicId }: StatementsSectionProps) {
  const [{ data, error }, execute] = useQuery({ query: TopicStatementsDocument, variables: { topicId } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!data) return null;
  const { statements, statementPlace } = data.topic;
  if (statements.length === 0 && statementPlace === null) return null;
  return (
    <Section title="Erklärungen zu Protokoll">
      <Statements statements={statements} onReload={reload} />
      {statementPlace && <Beginnings place={statementPlace} onReload={reload} />}
    </Section>
  );
}

interface StatementsProps {
  readonly statements: readonly StatementPartsFragment[];
  readonly onReload: () => void;
}

function Statements({ statements, onReload }: StatementsProps) {
  const standing = statements.filter(({ state }) => state !== 'WITHDRAWN');
  const withdrawn = statements.filter(({ state }) => state === 'WITHDRAWN');
  return (
    <>
      {standing.length === 0 && <p className="kern-body">Zu diesem Punkt ist keine Erklärung angekündigt.</p>}
      <ul className="plain-list stack">
        {standing.map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} onReload={onReload} />
          </li>
        ))}
      </ul>
      {withdrawn.length > 0 && (
        <details>
          <summary className="kern-body">Zurückgezogene Erklärungen ({withdrawn.length})</summary>
          {withdrawn.map(({ id, party, text, history }) => (
            <div key={id}>
              <p className="kern-body kern-body--bold">{party.name}</p>
              <p className="kern-body reading">{text}</p>
              <History entries={history} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

interface BeginningsProps {
  readonly place: StatementPlacePartsFragment;
  readonly onReload: () => void;
}

/** Offered to those who may make statements somewhere; everybody else only reads. */
function Beginnings({ place, onReload }: BeginningsProps) {
  const offered = place.availableActions.filter(
    ({ available, refusals }) => available || !refusals.some(({ code }) => code === 'NOT_ENTITLED'),
  );
  if (offered.length === 0 || place.parties.length === 0) return null;
  return <ActPanel actions={offered} actOf={statementBeginningOf(place)} onDone={onReload} onReload={onReload} />;
}
