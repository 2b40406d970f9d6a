import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { type AssignmentCardPartsFragment, OrganisationPersonDocument } from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import { useOnce } from '../ui/use-once.js';
import { AssignmentTime } from './assignment-words.js';
import { OrganisationNav } from './organisation-nav.js';
import { assignmentActOf } from './people-acts.js';

export function PersonPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: OrganisationPersonDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Die Person wird geladen" />;
  const { name, assignments } = data.person;
  const hasCurrent = assignments.some(({ state }) => state === 'ACTIVE');
  return (
    <Page title={name} lead="Welche Aufgaben diese Person hat und hatte.">
      <div className="stack">
        <OrganisationNav />
        <Section title="Aufgaben">
          {!hasCurrent && (
            <p className="kern-body">Zurzeit ohne Aufgabe: Die Person kann sich anmelden, sieht aber nichts.</p>
          )}
          <ul className="plain-list card-list">
            {assignments.map((assignment) => (
              <li key={assignment.id}>
                <AssignmentCard name={name} assignment={assignment} onReload={reload} />
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
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
  const mayAct = useOnce(availableActions.some(({ available }) => available));
  return (
    <article className="boxed stack">
      <KernHeading level={3} size="small">
        {label}
      </KernHeading>
      <p className="kern-body">
        <AssignmentTime assignment={assignment} />
      </p>
      {mayAct && (
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
