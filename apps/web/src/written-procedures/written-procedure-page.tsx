import { useCallback, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import {
  WrittenProcedurePageDocument,
  type WrittenProcedurePageQuery,
  type WrittenProcedurePartsFragment,
} from '../generated/graphql.js';
import { StatementsSection } from '../statements/statements-section.js';
import { Clauses } from '../ui/clauses.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatInstant, shortHash } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Marking } from '../ui/marking.js';
import { Loading, Page, Section } from '../ui/page.js';
import { NextRound } from './next-round.js';
import { RoundsSection } from './rounds-section.js';
import { writtenProcedureActOf } from './written-procedure-acts.js';
import { WrittenProcedureBadge } from './written-procedure-row.js';
import { WrittenForms } from './written-form.js';

const readAgainEverySeconds = 15;

export function WrittenProcedurePage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: WrittenProcedurePageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const isRunning = data?.writtenProcedure.state === 'RUNNING';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, readAgainEverySeconds * 1000);
    return () => clearInterval(timer);
  }, [isRunning, reload]);
  if (data) return <Procedure key={data.writtenProcedure.id} data={data} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Das Umlaufverfahren wird geladen" />;
}

interface ProcedureProps {
  readonly data: WrittenProcedurePageQuery;
  readonly onReload: () => void;
}

function Procedure({ data, onReload }: ProcedureProps) {
  const { writtenProcedure: procedure, conferences } = data;
  const { id, name, topic, startedAt } = procedure;
  return (
    <Page
      title={topic.title}
      preline={name ?? 'Beantragtes Umlaufverfahren'}
      lead={
        <>
          <Marking text={topic.marking} />
          <p className="row">
            <WrittenProcedureBadge procedure={procedure} />
            <Link className="kern-link" to={`/themen/${topic.id}`}>
              Zum Thema
            </Link>
            {startedAt !== null && (
              <a className="kern-link" href={`/documents/written-procedures/${id}/invitation.pdf`}>
                Einladung (PDF)
              </a>
            )}
          </p>
        </>
      }
    >
      <div className="two-columns">
        <div>
          <ProcedureFacts procedure={procedure} />
          <TextSection procedure={procedure} />
          <NextRound procedure={procedure} onReload={onReload} />
          <RoundsSection rounds={procedure.rounds} />
          <StatementsSection topicId={topic.id} />
        </div>
        <aside aria-label="Abstimmen und nächste Schritte">
          <WrittenForms procedure={procedure} onDone={onReload} />
          <Section title="Nächste Schritte">
            <ActPanel
              actions={procedure.availableActions}
              actOf={writtenProcedureActOf(procedure, conferences)}
              onDone={onReload}
              onReload={onReload}
            />
          </Section>
          <Section title="Verlauf">
            <History entries={procedure.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

interface PartProps {
  readonly procedure: WrittenProcedurePartsFragment;
}

function ProcedureFacts({ procedure }: PartProps) {
  const { requestedBy, requestReason, requestedAt, startedAt, closesAt, endedAt, isReleaseBlocked } = procedure;
  const release = isReleaseBlocked === true ? 'Gesperrt: Es liegt ein Widerspruch vor.' : 'Kein Widerspruch.';
  return (
    <Section title="Einladung">
      <Facts
        facts={[
          { term: 'Beantragt', value: `${formatInstant(requestedAt)}${requestedBy ? ` von ${requestedBy.name}` : ''}` },
          { term: 'Begründung', value: requestReason },
          { term: 'Eröffnet', value: startedAt && formatInstant(startedAt) },
          { term: 'Frist', value: closesAt && formatInstant(closesAt) },
          { term: 'Berechnung der Frist', value: procedure.runningTimeInWords },
          { term: 'Eilbedürftig', value: procedure.urgencyReason },
          { term: 'Wer nicht abstimmt', value: procedure.silenceRuleLabel },
          { term: 'Erörterung verlangen kann', value: procedure.discussionDemandLabel },
          { term: 'Beendet', value: endedAt && formatInstant(endedAt) },
          { term: 'Beschluss', value: procedure.resolutionName },
          { term: 'Freigabe', value: isReleaseBlocked === null ? null : release },
          { term: 'Berichtet in', value: procedure.reportedIn && procedure.reportedIn.title },
        ]}
      />
    </Section>
  );
}

/** The text of the round; before the start, the one that would be voted on. */
function TextSection({ procedure }: PartProps) {
  const ballot = procedure.rounds.at(-1)?.ballot;
  const text = ballot?.text ?? procedure.topic.proposal;
  const hash = ballot?.textHash ?? procedure.topic.proposal?.textHash;
  if (!text) return null;
  return (
    <Section title={ballot ? 'Text, über den abgestimmt wird' : 'Aktueller Text'}>
      <p className="kern-body kern-body--small kern-body--muted">
        Fassung {text.number}
        {procedure.round > 1 && ` · ${procedure.round}. Runde`} · Prüfwert{' '}
        <span className="hash">{shortHash(hash ?? '')}</span>
      </p>
      <Clauses clauses={text.clauses} />
    </Section>
  );
}
