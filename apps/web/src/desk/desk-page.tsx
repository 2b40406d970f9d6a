import { Link } from 'react-router';
import { useQuery } from 'urql';
import { DeskDocument, type DeskQuery } from '../generated/graphql.js';
import { MyDeadlines } from '../deadlines/my-deadlines.js';
import { useSession } from '../session/session.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { countOf, formatDays, formatInstant } from '../ui/format.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page, Section } from '../ui/page.js';
import { MergeRow } from '../topics/merge-row.js';
import { TopicRow } from '../ui/topic-list.js';

export function DeskPage() {
  const { viewer } = useSession();
  const [{ data, error }, execute] = useQuery({ query: DeskDocument });
  if (!data) {
    if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
    return <Loading what="Ihr Schreibtisch wird geladen" />;
  }
  const conferences = nextConferences(data.conferences, viewer.today);
  return (
    <Page title="Schreibtisch" lead={`Guten Tag, ${viewer.person.name}. Hier steht, was auf Sie wartet.`}>
      {viewer.mayRegisterFor.length > 0 && (
        <LinkButton to="/themen/neu" text="Thema anmelden" variant="primary" icon="add" />
      )}
      <div className="two-columns">
        <Section title="Wartet auf mich">
          <WaitingForMe
            items={data.desk}
            ballots={data.ballotsAwaitingVote}
            merges={data.mergesAwaitingMe}
            rounds={data.commentRounds.nodes}
          />
        </Section>
        <div>
          <Section title="Meine Fristen">
            <MyDeadlines conferences={data.conferences} />
          </Section>
          <Section title="Nächste Konferenzen">
            {conferences.length === 0 && <p className="kern-body">Es ist keine Konferenz geplant.</p>}
            <div className="stack">
              {conferences.map((conference) => (
                <ConferenceBox key={conference.id} conference={conference} />
              ))}
            </div>
          </Section>
        </div>
      </div>
    </Page>
  );
}

type Waiting = {
  readonly items: DeskQuery['desk'];
  readonly ballots: DeskQuery['ballotsAwaitingVote'];
  readonly merges: DeskQuery['mergesAwaitingMe'];
  readonly rounds: DeskQuery['commentRounds']['nodes'];
};

function WaitingForMe({ items, ballots, merges, rounds }: Waiting) {
  const count = items.length + ballots.length + merges.length + rounds.length;
  if (count === 0) {
    return (
      <p className="kern-body">
        Zurzeit wartet nichts auf Sie. Sobald ein Thema einen Schritt braucht, den Sie tun können, erscheint es hier.
        Alles, was Sie sehen dürfen, finden Sie unter{' '}
        <Link className="kern-link" to="/themen">
          Themen
        </Link>
        .
      </p>
    );
  }
  return (
    <>
      <p className="kern-body">{countOf(count, 'Vorgang', 'Vorgänge')}</p>
      <ul className="plain-list card-list">
        {ballots.map((ballot) => (
          <li key={ballot.id}>
            <BallotToVote ballot={ballot} />
          </li>
        ))}
        {rounds.map((round) => (
          <li key={round.id}>
            <RoundToAnswer round={round} />
          </li>
        ))}
        {merges.map((merge) => (
          <li key={merge.id}>
            <MergeRow merge={merge} />
          </li>
        ))}
        {items.map(({ topic, action, label, dueAt }) => (
          <li key={`${topic.id}-${action}`}>
            <TopicRow topic={topic}>
              <p className="kern-body">
                Nächster Schritt: <strong>{label}</strong>
                {dueAt !== null && <> bis {formatInstant(dueAt)}</>}
              </p>
            </TopicRow>
          </li>
        ))}
      </ul>
    </>
  );
}

type Conference = DeskQuery['conferences'][number];

/** The one being prepared and the one after it: often it is the second that can still be registered for. */
function nextConferences(conferences: readonly Conference[], today: string): readonly Conference[] {
  const coming = conferences.filter((conference) => conference.endsOn >= today);
  return [...coming].sort((a, b) => a.startsOn.localeCompare(b.startsOn)).slice(0, 2);
}

function deadline(instant: string): string {
  return `${formatInstant(instant)}${new Date(instant) < new Date() ? ' (abgelaufen)' : ''}`;
}

function ConferenceBox({ conference }: { readonly conference: Conference }) {
  const { agenda } = conference;
  return (
    <div className="boxed">
      <Facts
        isNarrow
        facts={[
          { term: 'Konferenz', value: conference.title },
          { term: 'Termin', value: formatDays(conference.startsOn, conference.endsOn) },
          { term: 'Vorsitz', value: conference.chair.name },
          { term: 'Anmeldung über die Arbeitskreise bis', value: deadline(conference.registrationDeadline) },
          { term: 'Direkte Anmeldung bis', value: deadline(conference.directRegistrationDeadline) },
          {
            term: 'Tagesordnung',
            value: agenda && (
              <Link className="kern-link" to={`/tagesordnungen/${agenda.id}`}>
                Ansehen ({agenda.stateLabel})
              </Link>
            ),
          },
        ]}
      />
    </div>
  );
}

/** A block is not about one topic: then the list itself is what is voted on. */
function BallotToVote({ ballot }: { readonly ballot: Waiting['ballots'][number] }) {
  const { id, title, topic, writtenProcedureId } = ballot;
  const step = (
    <p className="kern-body">
      Nächster Schritt:{' '}
      <Link
        className="kern-link"
        to={writtenProcedureId === null ? `/abstimmungen/${id}` : `/umlaufverfahren/${writtenProcedureId}`}
      >
        Abstimmen
        <span className="kern-sr-only"> über {title}</span>
      </Link>
    </p>
  );
  if (topic) return <TopicRow topic={topic}>{step}</TopicRow>;
  return (
    <>
      <p className="kern-body kern-body--bold">{title}: Abstimmung en bloc</p>
      {step}
    </>
  );
}

function RoundToAnswer({ round: { id, topic, closesAt } }: { readonly round: Waiting['rounds'][number] }) {
  return (
    <TopicRow topic={topic}>
      <p className="kern-body">
        Nächster Schritt:{' '}
        <Link className="kern-link" to={`/anmerkungsrunden/${id}`}>
          Sich äußern
          <span className="kern-sr-only"> zu {topic.title}</span>
        </Link>{' '}
        bis {formatInstant(closesAt)}
      </p>
    </TopicRow>
  );
}
