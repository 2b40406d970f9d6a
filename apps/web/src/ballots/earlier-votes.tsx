import { Link } from 'react-router';
import type { BallotPartsFragment } from '../generated/graphql.js';
import { Notice } from '../ui/notice.js';
import { Section } from '../ui/page.js';
import { VoteTable } from './vote-table.js';

/** Who voted on the text as it was before it was changed at the table, and that this does not count any more. */
export function EarlierVotes({ ballot }: { readonly ballot: BallotPartsFragment }) {
  const { supersedes } = ballot;
  if (!supersedes) return null;
  const given = supersedes.votes.filter(({ choice }) => choice !== null);
  return (
    <Section title="Abgegeben zur früheren Fassung">
      <p className="kern-body">
        {given.length === 0
          ? 'Zur früheren Fassung hatte noch kein Land abgestimmt.'
          : 'Diese Stimmen zählen für die neue Fassung nicht. Keine Stimme wird übernommen.'}{' '}
        <Link className="kern-link" to={`/abstimmungen/${supersedes.id}`}>
          Zur Abstimmung über die frühere Fassung
        </Link>
      </p>
      {given.length > 0 && <VoteTable votes={given} label="Abgegeben zur früheren Fassung" />}
    </Section>
  );
}

/** Tells whoever still has the old ballot open where it goes on. */
export function GoesOnElsewhere({ ballot }: { readonly ballot: BallotPartsFragment }) {
  if (!ballot.supersededBy) return null;
  return (
    <Notice variant="warning" title="Der Text wurde am Tisch geändert" takesFocus>
      <p className="kern-body">
        Stimmen zu dieser Fassung zählen nicht mehr.{' '}
        <Link className="kern-link" to={`/abstimmungen/${ballot.supersededBy.id}`}>
          Zur Abstimmung über die neue Fassung
        </Link>
      </p>
    </Notice>
  );
}
