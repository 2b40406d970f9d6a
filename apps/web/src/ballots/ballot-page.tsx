import { highestOf, markingOf, outcomeNames, voteChoiceNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useCallback, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { BallotPageDocument, type BallotPartsFragment } from '../generated/graphql.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Marking } from '../ui/marking.js';
import { Loading, Page, Section } from '../ui/page.js';
import { BallotStateBadge } from '../ui/states.js';
import { ballotActOf } from './ballot-acts.js';
import { EarlierVotes, GoesOnElsewhere } from './earlier-votes.js';
import { VotedText } from './voted-text.js';
import { VoteForms } from './vote-form.js';
import { VoteTable } from './vote-table.js';

const readAgainEverySeconds = 5;

export function BallotPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: BallotPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const isOpen = data?.ballot.state === 'OPEN';
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, readAgainEverySeconds * 1000);
    return () => clearInterval(timer);
  }, [isOpen, reload]);
  if (data) return <Ballot key={data.ballot.id} ballot={data.ballot} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Die Abstimmung wird geladen" />;
}

interface BallotProps {
  readonly ballot: BallotPartsFragment;
  readonly onReload: () => void;
}

function Ballot({ ballot, onReload }: BallotProps) {
  return (
    <Page
      title={`Abstimmung: ${ballot.title}`}
      lead={
        <>
          <Marking
            text={markingOf(
              highestOf([ballot.topic, ...ballot.items.map(({ topic }) => topic)].filter((each) => each !== null)),
            )}
          />
          <p className="row">
            <BallotStateBadge state={ballot.state} label={ballot.stateLabel} />
            {ballot.topic && (
              <Link className="kern-link" to={`/themen/${ballot.topic.id}`}>
                Zum Thema
              </Link>
            )}
            {ballot.writtenProcedureId !== null && (
              <Link className="kern-link" to={`/umlaufverfahren/${ballot.writtenProcedureId}`}>
                Zum Umlaufverfahren, in dem abgestimmt wird
              </Link>
            )}
            {ballot.agenda && (
              <Link className="kern-link" to={`/tagesordnungen/${ballot.agenda.id}`}>
                Zur Tagesordnung
              </Link>
            )}
          </p>
        </>
      }
    >
      <GoesOnElsewhere ballot={ballot} />
      <div className="two-columns">
        <div>
          <VotedText ballot={ballot} onReload={onReload} />
          <Section title="Stimmen der Länder">
            <Tally ballot={ballot} />
            <VoteTable votes={ballot.votes} />
          </Section>
          <EarlierVotes ballot={ballot} />
          <Section title="Haltung des Bundes">
            <p className="kern-body">
              {ballot.bundPosition === null ? 'Noch nicht abgegeben.' : `${voteChoiceNames[ballot.bundPosition]}.`} Der
              Bund stimmt nicht mit; seine Haltung wird nicht gezählt.
            </p>
          </Section>
        </div>
        <aside aria-label="Abstimmen und nächste Schritte">
          <VoteForms ballot={ballot} onDone={onReload} />
          <Section title="Nächste Schritte">
            <ActPanel
              actions={ballot.availableActions}
              actOf={ballotActOf(ballot)}
              onDone={onReload}
              onReload={onReload}
            />
            {ballot.state === 'OPEN' && (
              <p>
                <KernButton text="Stand neu laden" variant="tertiary" icon="autorenew" onClick={onReload} />
              </p>
            )}
          </Section>
          <Section title="Verlauf">
            <History entries={ballot.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function Tally({ ballot }: { readonly ballot: BallotPartsFragment }) {
  const { tally, outcome, proposedOutcome, openedAt, determinedAt } = ballot;
  return (
    <div className="boxed">
      <dl className="tally">
        <Count label="Ja" count={tally.yes} />
        <Count label="Nein" count={tally.no} />
        <Count label="Enthaltung" count={tally.abstain} />
        <Count label="Noch nicht abgegeben" count={tally.notCast} />
      </dl>
      <Facts
        facts={[
          { term: 'Eröffnet', value: formatInstant(openedAt) },
          {
            term: 'Ergebnis nach den Stimmen',
            value: outcome ? null : proposedOutcome && outcomeNames[proposedOutcome],
          },
          { term: 'Festgestelltes Ergebnis', value: outcome && outcomeNames[outcome] },
          { term: 'Festgestellt', value: determinedAt && formatInstant(determinedAt) },
        ]}
      />
    </div>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </div>
  );
}
