import { voteChoiceNames } from '#glossary';
import type { BallotPartsFragment } from '../generated/graphql.js';
import { formatInstant } from '../ui/format.js';

interface VoteTableProps {
  readonly votes: BallotPartsFragment['votes'];
  readonly label?: string;
}

/** The votes of the 16 Länder, in words. */
export function VoteTable({ votes, label = 'Stimmen der Länder' }: VoteTableProps) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="kern-table kern-table--small kern-table--striped">
        <caption className="kern-sr-only">{label}</caption>
        <thead className="kern-table__header">
          <tr className="kern-table__row">
            <th scope="col" className="kern-table__header">
              Land
            </th>
            <th scope="col" className="kern-table__header">
              Stimme
            </th>
            <th scope="col" className="kern-table__header">
              Abgegeben
            </th>
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {votes.map(({ party, choice, counts, earlier, ...cast }) => (
            <tr className="kern-table__row" key={party.code}>
              <th scope="row" className="kern-table__header">
                {party.name}
              </th>
              <td className="kern-table__cell">
                {choice === null ? 'noch nicht abgegeben' : voteChoiceNames[choice]}
                {choice !== null && !counts && ' (zählt nicht: für eine andere Fassung abgegeben)'}
              </td>
              <td className="kern-table__cell">
                <CastBy cast={cast} />
                {earlier.map((vote) => (
                  <p key={vote.version} className="kern-body kern-body--small kern-body--muted">
                    zuvor {voteChoiceNames[vote.choice]}: <CastBy cast={vote} />
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Cast = Pick<BallotPartsFragment['votes'][number], 'castAt' | 'castBy' | 'onBehalfBy' | 'representedBy'>;

/** When, by whom, and who sat for the Land. */
function CastBy({ cast: { castAt, castBy, onBehalfBy, representedBy } }: { readonly cast: Cast }) {
  return (
    <>
      {castAt !== null && formatInstant(castAt)}
      {castBy !== null && `, ${castBy}`}
      {onBehalfBy !== null && `, aufgenommen durch ${onBehalfBy}`}
      {representedBy !== null && ` · am Tisch: ${representedBy}`}
    </>
  );
}
