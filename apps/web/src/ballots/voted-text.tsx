import { Link } from 'react-router';
import type { BallotPartsFragment } from '../generated/graphql.js';
import { Clauses } from '../ui/clauses.js';
import { shortHash } from '../ui/format.js';
import { Section } from '../ui/page.js';
import { ChangeText } from './change-text.js';

interface VotedTextProps {
  readonly ballot: BallotPartsFragment;
  readonly onReload: () => void;
}

/** What is voted on: one text, or all those of a block. */
export function VotedText({ ballot, onReload }: VotedTextProps) {
  const { text, textHash, kind } = ballot;
  if (kind === 'BLOCK') return <BlockTexts ballot={ballot} />;
  return (
    <Section title="Text, über den abgestimmt wird">
      {text && (
        <>
          <p className="kern-body kern-body--small kern-body--muted">
            Fassung {text.number} · {text.stageLabel} · Prüfwert <span className="hash">{shortHash(textHash)}</span>
          </p>
          <Clauses clauses={text.clauses} />
        </>
      )}
      <ChangeText ballot={ballot} onReload={onReload} />
    </Section>
  );
}

/** Closed to begin with: a block may hold sixty texts. */
function BlockTexts({ ballot }: { readonly ballot: BallotPartsFragment }) {
  const { items, textHash } = ballot;
  return (
    <Section title={`Block mit ${items.length === 1 ? 'einem Punkt' : `${items.length} Punkten`}`}>
      <p className="kern-body">
        Über alle Texte wird gemeinsam abgestimmt. Ein Nein gilt dem ganzen Block. Prüfwert des Blocks:{' '}
        <span className="hash">{shortHash(textHash)}</span>
      </p>
      <ul className="plain-list card-list">
        {items.map(({ agendaItem, topic, text }) => (
          <li key={agendaItem.id}>
            <details>
              <summary className="kern-body">
                {agendaItem.number !== null && `TOP ${agendaItem.number}: `}
                {topic.title} <span className="kern-body--muted">(Fassung {text.number})</span>
              </summary>
              <Clauses clauses={text.clauses} />
              <p className="kern-body">
                <Link className="kern-link" to={`/themen/${topic.id}`}>
                  Zum Thema<span className="kern-sr-only"> {topic.title}</span>
                </Link>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
