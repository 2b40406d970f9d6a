import type { ProposalComparisonQuery } from '../generated/graphql.js';
import { countOf } from '../ui/format.js';

type Compared = ProposalComparisonQuery['proposalComparison']['clauses'][number];

/** Clauses of both texts with their differences marked: by element, by colour, and in words for those who listen. */
export function ComparedClauses({ clauses }: { readonly clauses: readonly Compared[] }) {
  const changed = clauses.filter(({ mark, isMoved }) => mark !== 'KEPT' || isMoved);
  return (
    <>
      <p className="kern-body" role="status">
        {changed.length === 0
          ? 'Die beiden Fassungen sind gleich.'
          : `${countOf(changed.length, 'Ziffer', 'Ziffern')} mit Änderungen.`}
      </p>
      <ol className="clauses" role="list">
        {clauses.map((clause) => (
          <li key={clause.id} className="clause compared">
            <div className="clause-line">
              <Numbers clause={clause} />
              <div className="clause-text">
                <Remark clause={clause} />
                <p className="kern-body">
                  <Pieces pieces={clause.pieces} />
                </p>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Numbers({ clause: { fromNumber, toNumber, mark } }: { readonly clause: Compared }) {
  const number = mark === 'REMOVED' ? fromNumber : toNumber;
  return number === null ? null : <span className="clause-number">{number}</span>;
}

const remarks: Readonly<Record<Compared['mark'], string | null>> = {
  KEPT: null,
  CHANGED: 'Geändert',
  ADDED: 'Neue Ziffer',
  REMOVED: 'Gestrichene Ziffer',
};

/** What became of the clause as a whole; a new number alone is told only where it matters to whoever cites it. */
function Remark({ clause: { mark, isMoved, fromNumber, toNumber } }: { readonly clause: Compared }) {
  const renumbered = mark !== 'ADDED' && mark !== 'REMOVED' && fromNumber !== toNumber;
  const parts = [
    remarks[mark],
    isMoved && 'Verschoben',
    renumbered && `bisher ${fromNumber === null ? 'ohne Nummer' : `Ziffer ${fromNumber}`}`,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <p className="kern-body kern-body--small kern-body--bold">{parts.join(' · ')}</p>;
}

/** A text with what was added to it and what was taken away. */
export function Pieces({ pieces }: { readonly pieces: Compared['pieces'] }) {
  return pieces.map(({ mark, text }, index) => <Piece key={index} mark={mark} text={text} />);
}

function Piece({ mark, text }: Compared['pieces'][number]) {
  switch (mark) {
    case 'KEPT':
      return <>{text}</>;
    case 'ADDED':
      return (
        <ins className="added">
          <span className="kern-sr-only"> [eingefügt: </span>
          {text}
          <span className="kern-sr-only">] </span>
        </ins>
      );
    case 'REMOVED':
      return (
        <del className="removed">
          <span className="kern-sr-only"> [gestrichen: </span>
          {text}
          <span className="kern-sr-only">] </span>
        </del>
      );
  }
}
