import { voteChoiceNames } from '#glossary';
import { VoteTable } from '../ballots/vote-table.js';
import type { WrittenProcedurePartsFragment } from '../generated/graphql.js';
import { Clauses } from '../ui/clauses.js';
import { shortHash } from '../ui/format.js';
import { Section } from '../ui/page.js';

type Round = WrittenProcedurePartsFragment['rounds'][number];

/** The round that counts, and below it what was voted on earlier texts. */
export function RoundsSection({ rounds }: { readonly rounds: readonly Round[] }) {
  const current = rounds.at(-1);
  if (current === undefined) return null;
  return (
    <>
      <Section title="Stimmen der Länder">
        <VotesOf round={current} />
        <p className="kern-body">
          Haltung des Bundes:{' '}
          {current.ballot.bundPosition === null ? 'noch nicht abgegeben' : voteChoiceNames[current.ballot.bundPosition]}
          . Der Bund stimmt nicht mit; seine Haltung wird nicht gezählt.
        </p>
      </Section>
      {rounds
        .slice(0, -1)
        .toReversed()
        .map((round) => (
          <EarlierRound key={round.number} round={round} />
        ))}
    </>
  );
}

function EarlierRound({ round }: { readonly round: Round }) {
  const { number, ballot } = round;
  const given = ballot.votes.filter(({ choice }) => choice !== null);
  return (
    <Section title={`${number}. Runde`}>
      <p className="kern-body">
        Der Text wurde danach geändert. Die Stimmen dieser Runde sind aufbewahrt und zählen nicht.
      </p>
      <details>
        <summary className="kern-body">
          Fassung {ballot.text?.number} mit dem Prüfwert <span className="hash">{shortHash(ballot.textHash)}</span>
        </summary>
        <Clauses clauses={ballot.text?.clauses ?? []} />
      </details>
      {given.length === 0 ? (
        <p className="kern-body">In dieser Runde hat kein Land abgestimmt.</p>
      ) : (
        <VoteTable votes={given} label={`Stimmen der ${number}. Runde, zählen nicht`} />
      )}
    </Section>
  );
}

function VotesOf({ round }: { readonly round: Round }) {
  const { tally, votes } = round.ballot;
  const counts = [
    ['Ja', tally.yes],
    ['Nein', tally.no],
    ['Enthaltung', tally.abstain],
    ['Noch nicht abgegeben', tally.notCast],
  ] as const;
  return (
    <>
      <div className="boxed">
        <dl className="tally">
          {counts.map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </div>
      <VoteTable votes={votes} />
    </>
  );
}
