import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type AssignmentCardPartsFragment, OrganisationPersonDocument } from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { AssignmentTime } from './assignment-words.js';
import { OrganisationNav } from './organisation-nav.js';
import { assignmentActOf } from './people-acts.js';

export function PersonPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: OrganisationPersonDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Die Person wird geladen" />;
  const { name, assignments } = data.person;
  const ended = assignments.filter(({ state }) => state === 'ENDED');
  const current = assignments.filter((assignment) => !ended.includes(assignment));
  return (
    <Page title={name} lead="Welche Aufgaben diese Person hat und hatte.">
      <div className="stack">
        <OrganisationNav />
        <Section title="Aufgaben">
          {current.length === 0 && (
            <p className="kern-body">Zurzeit ohne Aufgabe: Die Person kann sich anmelden, sieht aber nichts.</p>
          )}
          <AssignmentCards name={name} assignments={current} onReload={reload} />
        </Section>
        {ended.length > 0 && (
          <Section title="Beendete Aufgaben">
            <AssignmentCards name={name} assignments={ended} onReload={reload} />
          </Section>
        )}
      </div>
    </Page>
  );
}

interface AssignmentCardsProps {
  readonly name: string;
  readonly assignments: readonly AssignmentCardPartsFragment[];
  readonly onReload: () => void;
}

function AssignmentCards({ name, assignments, onReload }: AssignmentCardsProps) {
  return (
    <ul className="plain-list card-list">
      {assignments.map((assignment) => (
        <li key={assignment.id}>
          <AssignmentCard name={name} assignment={assignment} onReload={onReload} />
        </li>
      ))}
    </ul>
  );
}

interface AssignmentCardProps {
  readonly name: string;
  readonly assignment: AssignmentCardPartsFragment;
  readonly onReload: () => void;
}

function AssignmentCard({ name, assignment, onReload }: AssignmentCardProps) {
  const { label, availableActions, history } = assignment;
  const about = `${label}, ${name}`;
  return (
    <article className="boxed stack">
      <KernHeading level={3} size="small">
        {label}
      </KernHeading>
      <p className="kern-body">
        <AssignmentTime assignment={assignment} />
      </p>
      {availableActions.some(({ available }) => available) && (
        <ActPanel
          actions={availableActions}
          actOf={assignmentActOf(assignment)}
          onDone={onReload}
          onReload={onReload}
          about={about}
        />
      )}
      {history.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {about}</span>
          </summary>
          <History entries={history} />
        </details>
      )}
    </article>
  );
}
