import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { TimelineConferenceDocument, TimelineDocument, type TimelineQuery } from '../generated/graphql.js';
import { PagedList } from '../paged-list/paged-list.js';
import { Failure } from '../ui/failure.js';
import { formatDays } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page } from '../ui/page.js';
import { DeadlineRow } from './deadline-row.js';
import { moveDeadline } from './move-deadline.js';
import { RemindersOfDeadline } from './reminders-of-deadline.js';

const pageSize = 50;

type Deadline = TimelineQuery['deadlines']['nodes'][number];

/** All deadlines of a conference in their order: what is over, what comes next, who must do what. */
export function TimelinePage() {
  const { conferenceId = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: TimelineConferenceDocument, variables: { id: conferenceId } });
  const [version, setVersion] = useState(0);
  if (!data) {
    if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
    return <Loading what="Die Fristen werden geladen" />;
  }
  const { title, startsOn, endsOn } = data.conference;
  return (
    <Page
      title={`Fristen: ${title}`}
      lead={`Alle Fristen der Konferenz vom ${formatDays(startsOn, endsOn)}, in der Reihenfolge, in der sie ablaufen.`}
    >
      <p className="kern-body">
        <Link className="kern-link" to="/konferenzen">
          Zu den Konferenzen
        </Link>{' '}
        ·{' '}
        <Link className="kern-link" to="/fristen/erinnerungen">
          Wann erinnert wird
        </Link>
      </p>
      <PagedList
        query={TimelineDocument}
        variablesOf={(after) => ({ conferenceId, first: pageSize, after })}
        connectionOf={({ deadlines }) => marked(deadlines)}
        row={(deadline) => <TimelineEntry deadline={deadline} onDone={() => setVersion(version + 1)} />}
        words={{ one: 'Frist', many: 'Fristen' }}
        version={version}
        empty={
          <p className="kern-body">
            Zu dieser Konferenz sehen Sie keine Fristen. Sie entstehen, sobald eine Konferenz geplant wird, aus ihrem
            Konferenzprofil.
          </p>
        }
      />
    </Page>
  );
}

type MarkedDeadline = Deadline & { readonly isNext: boolean };

/** The first that is still open is the next; on a later page there is none, for it stands before. */
function marked(deadlines: TimelineQuery['deadlines']): Omit<TimelineQuery['deadlines'], 'nodes'> & {
  readonly nodes: readonly MarkedDeadline[];
} {
  const next = deadlines.nodes.find(({ state, isOver }) => state === 'OPEN' && !isOver);
  return { ...deadlines, nodes: deadlines.nodes.map((each) => ({ ...each, isNext: each.id === next?.id })) };
}

interface TimelineEntryProps {
  readonly deadline: MarkedDeadline;
  readonly onDone: () => void;
}

function TimelineEntry({ deadline, onDone }: TimelineEntryProps) {
  const { availableActions, history, kindLabel, isNext, reminders } = deadline;
  const actions = availableActions.filter(({ refusals }) => !refusals.some(isForOthers));
  return (
    <DeadlineRow deadline={deadline} isNext={isNext}>
      {actions.length > 0 && (
        <ActPanel
          actions={actions}
          actOf={(action) => (action === 'moveDeadline' ? moveDeadline(deadline) : null)}
          onDone={onDone}
          onReload={onDone}
          about={kindLabel}
        />
      )}
      <RemindersOfDeadline reminders={reminders} kindLabel={kindLabel} />
      {history.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {kindLabel}</span>
          </summary>
          <History entries={history} />
        </details>
      )}
    </DeadlineRow>
  );
}

/** Who is not the chair reads the timeline; the same reason at each entry would tell nothing. */
const isForOthers = ({ code }: { readonly code: string }) =>
  code === 'NOT_ENTITLED' || code === 'NOT_POSSIBLE_IN_STATE' || code === 'DEADLINE_FOLLOWS_ITS_RECORD';
