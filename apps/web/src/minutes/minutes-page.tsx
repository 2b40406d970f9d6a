import { highestOf, markingOf, type Marked } from '#glossary';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { MinutesPageDocument, type MinutesPartsFragment } from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { formatInstant } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Marking } from '../ui/marking.js';
import { Loading, Page, Section } from '../ui/page.js';
import { minutesActOf } from './minutes-acts.js';
import { WrittenReportSection } from '../written-procedures/written-report.js';
import { MinutesBadge } from './minutes-badge.js';
import { MinutesEntries } from './minutes-entries.js';
import { Objections } from './objections.js';

export function MinutesPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: MinutesPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <Minutes key={data.minutes.id} minutes={data.minutes} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Die Niederschrift wird geladen" />;
}

interface MinutesProps {
  readonly minutes: MinutesPartsFragment;
  readonly onReload: () => void;
}

function Minutes({ minutes, onReload }: MinutesProps) {
  return (
    <Page
      title={`Niederschrift: ${sessionOf(minutes)}`}
      lead={
        <>
          <Marking text={markingOf(highestOf(minutes.entries.flatMap(markedBy)))} />
          <p className="row">
            <MinutesBadge state={minutes.state} label={minutes.stateLabel} />
            <span className="kern-body">Fassung {minutes.version}</span>
          </p>
          <p className="kern-body">{periodOf(minutes)}</p>
        </>
      }
    >
      <div className="two-columns">
        <div>
          <Section title="Einwendungen gegen den Wortlaut">
            <Objections minutes={minutes} />
          </Section>
          <Section title="Punkte">
            <MinutesEntries entries={minutes.entries} />
          </Section>
          {isOfConference(minutes) && <WrittenReportSection conferenceId={minutes.conference.id} />}
        </div>
        <aside aria-label="Nächste Schritte, Fassungen und Verlauf">
          <Section title="Nächste Schritte">
            <ActPanel
              actions={minutes.availableActions}
              actOf={minutesActOf(minutes)}
              onDone={onReload}
              onReload={onReload}
            />
          </Section>
          <Section title="Fassungen">
            <Versions minutes={minutes} />
          </Section>
          <Section title="Verlauf">
            <History entries={minutes.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

const isOfConference = ({ bodies }: Pick<MinutesPartsFragment, 'bodies'>): boolean =>
  bodies.some(({ code }) => code === 'MAIN_CONFERENCE');

/** "224. Sitzung, Herbst 2026", "AK II mit AK V – 224. Sitzung, Herbst 2026" */
function sessionOf({ bodies, conference }: MinutesPartsFragment): string {
  if (isOfConference({ bodies })) return conference.title;
  return `${bodies.map(({ name }) => name).join(' mit ')} – ${conference.title}`;
}

const markedBy = ({ classification }: MinutesPartsFragment['entries'][number]): readonly Marked[] =>
  classification === null ? [] : [{ classification, isPlaceholder: false }];

function periodOf({ state, objectionsUntil, agreedAt }: MinutesPartsFragment): string {
  if (agreedAt !== null) return `Vereinbart am ${formatInstant(agreedAt)}.`;
  if (state === 'DRAFT' || objectionsUntil === null) return 'Noch nicht an die Länder und den Bund versandt.';
  return `Einwendungen sind bis ${formatInstant(objectionsUntil)} möglich.`;
}

/** What a reader may not read lies apart in every one of them. */
function Versions({ minutes: { id, versions, version } }: { readonly minutes: MinutesPartsFragment }) {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  return (
    <ul className="plain-list stack">
      {newestFirst.map(({ number, explanation, writtenBy, writtenAt }) => (
        <li key={number}>
          <a
            className="kern-link"
            href={`/documents/minutes/${id}.pdf${number === version ? '' : `?fassung=${number}`}`}
          >
            Fassung {number} als PDF
          </a>
          <p className="kern-body kern-body--small kern-body--muted">
            {writtenBy}, {formatInstant(writtenAt)}
          </p>
          {explanation !== null && <p className="kern-body kern-body--small">{explanation}</p>}
        </li>
      ))}
    </ul>
  );
}
