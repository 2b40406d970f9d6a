import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { CommentRoundPageDocument, type CommentRoundPartsFragment } from '../generated/graphql.js';
import { Clauses } from '../ui/clauses.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { formatInstant, shortHash } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Marking } from '../ui/marking.js';
import { Loading, Page, Section } from '../ui/page.js';
import { AskedParties } from './asked-parties.js';
import { CommentForms } from './comment-form.js';
import { commentRoundActOf } from './comment-round-acts.js';
import { CommentRoundBadge, nameOfAsker } from './comment-round-row.js';

export function CommentRoundPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: CommentRoundPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <Round key={data.commentRound.id} round={data.commentRound} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Die Anmerkungsrunde wird geladen" />;
}

interface RoundProps {
  readonly round: CommentRoundPartsFragment;
  readonly onReload: () => void;
}

function Round({ round, onReload }: RoundProps) {
  const { topic, text, textHash } = round;
  return (
    <Page
      title={topic.title}
      preline={`Anmerkungsrunde, ${nameOfAsker(round)}`}
      lead={
        <>
          <Marking text={topic.marking} />
          <p className="row">
            <CommentRoundBadge round={round} />
            <Link className="kern-link" to={`/themen/${topic.id}`}>
              Zum Thema
            </Link>
          </p>
        </>
      }
    >
      <div className="two-columns">
        <div>
          <RoundFacts round={round} />
          <Section title="Text, zu dem gefragt wird">
            <p className="kern-body kern-body--small kern-body--muted">
              Fassung {text.number} · {text.stageLabel} · Prüfwert <span className="hash">{shortHash(textHash)}</span>
            </p>
            <Clauses clauses={text.clauses} />
          </Section>
          <AskedParties round={round} />
        </div>
        <aside aria-label="Sich äußern und nächste Schritte">
          <CommentForms round={round} onDone={onReload} />
          <Section title="Nächste Schritte">
            <ActPanel
              actions={round.availableActions}
              actOf={commentRoundActOf(round)}
              onDone={onReload}
              onReload={onReload}
            />
          </Section>
          <Section title="Verlauf">
            <History entries={round.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function RoundFacts({ round }: Pick<RoundProps, 'round'>) {
  const { question, openedAt, openedBy, closesAt, termInWords, endedAt } = round;
  return (
    <Section title="Worum gebeten wird">
      <Facts
        facts={[
          { term: 'Frage', value: question },
          { term: 'Eröffnet', value: `${formatInstant(openedAt)} von ${openedBy}` },
          { term: 'Frist', value: formatInstant(closesAt) },
          { term: 'Berechnung der Frist', value: termInWords },
          { term: 'Beendet', value: endedAt && formatInstant(endedAt) },
        ]}
      />
    </Section>
  );
}
