import { KernBadge, KernButton } from '@kern-ux-annex/kern-react-kit';
import { useMemo, useState } from 'react';
import type { Act } from '../acts/act.js';
import { ActDialog } from '../acts/act-dialog.js';
import { ActPanel } from '../acts/act-panel.js';
import { DeadLettersDocument, type DeadLetterState, type OperationsQuery } from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { choicesOf, type Facet, keyOf } from '../paged-list/list-view.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { Facts } from '../ui/facts.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { type DeadLetter, discard, runAgain, runAllAgain } from './dead-letter-acts.js';

const pageSize = 25;

const stateNames: Readonly<Record<DeadLetterState, string>> = {
  GIVEN_UP: 'Aufgegeben',
  RUNNING_AGAIN: 'Läuft erneut',
  SOLVED: 'Erledigt',
  DISCARDED: 'Verworfen',
};
const orderNames = {
  LATEST: 'Zuletzt gescheiterte zuerst',
  OLDEST: 'Am längsten liegende zuerst',
  JOB: 'Nach Arbeit',
} as const;

type DeadLetterFacet = 'arbeit' | 'stand' | 'sortierung';
type GivenUpJobs = OperationsQuery['operations']['givenUpJobs'];

function facetsOf(jobs: GivenUpJobs): readonly Facet<DeadLetterFacet>[] {
  const jobChoices = jobs.map(({ jobName, known }) => ({ value: jobName, label: `${jobName} (${known})` }));
  return [
    { kind: 'choice', name: 'arbeit', label: 'Arbeit', choices: jobChoices },
    { kind: 'choice', name: 'stand', label: 'Stand', choices: choicesOf(stateNames) },
    { kind: 'choice', name: 'sortierung', label: 'Sortierung', choices: choicesOf(orderNames), usual: 'LATEST' },
  ];
}

interface DeadLettersProps {
  readonly jobs: GivenUpJobs;
  readonly onDone: () => void;
}

/** What was given up, with all that may be told of it, and the button to try again. */
export function DeadLetters({ jobs, onDone }: DeadLettersProps) {
  const [version, setVersion] = useState(0);
  const facets = useMemo(() => facetsOf(jobs), [jobs]);
  const { view, show } = useListView(facets);
  const state = keyOf(stateNames, view.stand);
  const order = keyOf(orderNames, view.sortierung) ?? 'LATEST';
  const filter = { jobName: view.arbeit || null, states: state === null ? null : [state] };
  const done = () => {
    setVersion((current) => current + 1);
    onDone();
  };
  const chosen = jobs.find(({ jobName, givenUp }) => jobName === view.arbeit && givenUp > 0);
  return (
    <div className="stack">
      <ListFilters label="Aufgegebene Arbeiten filtern" facets={facets} view={view} onChange={show} />
      {chosen && <RunAll jobName={chosen.jobName} count={chosen.givenUp} onDone={done} />}
      <PagedList
        query={DeadLettersDocument}
        variablesOf={(after) => ({ first: pageSize, after, order, filter })}
        connectionOf={({ deadLetters }) => deadLetters}
        row={(letter) => <Letter letter={letter} onDone={done} />}
        words={{ one: 'Arbeit', many: 'Arbeiten' }}
        version={version}
        empty={
          <p className="kern-body">
            Nichts ist aufgegeben. Hier steht, was trotz aller Versuche gescheitert ist und von selbst nicht noch einmal
            versucht wird.
          </p>
        }
      />
    </div>
  );
}

interface RunAllProps {
  readonly jobName: string;
  readonly count: number;
  readonly onDone: () => void;
}

function RunAll({ jobName, count, onDone }: RunAllProps) {
  const [isAsking, setAsking] = useState(false);
  const title = 'Alle erneut ausführen';
  return (
    <div>
      <KernButton text={`${title} (${count})`} variant="secondary" onClick={() => setAsking(true)} />
      {isAsking && (
        <ActDialog
          title={title}
          act={runAllAgain(jobName, count)}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onDone();
          }}
          onReload={onDone}
        />
      )}
    </div>
  );
}

const tones = { GIVEN_UP: 'danger', RUNNING_AGAIN: 'info', SOLVED: 'success', DISCARDED: 'warning' } as const;

function actOf(letter: DeadLetter, action: string): Act | null {
  if (action === 'runDeadLetterAgain') return runAgain(letter);
  return action === 'discardDeadLetter' ? discard(letter) : null;
}

function Letter({ letter, onDone }: { readonly letter: DeadLetter; readonly onDone: () => void }) {
  const { jobName, event, recordKind, messageId, state, stateLabel, attempts, availableActions, history } = letter;
  const facts = [
    { term: 'Ereignis', value: `${event} (${recordKind})` },
    { term: 'Nachricht', value: messageId },
    {
      term: 'Grund',
      value: letter.failureCode ? `${letter.failureLabel} (${letter.failureCode})` : letter.failureLabel,
    },
    { term: 'Versuche', value: String(attempts) },
    { term: 'Entstanden', value: formatInstant(letter.occurredAt) },
    { term: 'Zuerst aufgegeben', value: formatInstant(letter.firstFailedAt) },
    { term: 'Zuletzt aufgegeben', value: formatInstant(letter.lastFailedAt) },
  ];
  return (
    <article className="boxed">
      <div className="row">
        <h3 className="kern-title">{jobName}</h3>
        <KernBadge text={stateLabel} variant={tones[state]} />
      </div>
      <Facts facts={facts} />
      {state === 'GIVEN_UP' && (
        <ActPanel
          actions={availableActions}
          actOf={(action) => actOf(letter, action)}
          onDone={onDone}
          onReload={onDone}
          about={`${jobName}, ${messageId}`}
        />
      )}
      {history.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {messageId}</span>
          </summary>
          <History entries={history} />
        </details>
      )}
    </article>
  );
}
