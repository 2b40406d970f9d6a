import { chairTermStateNames } from '#glossary';
import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Act, send, textOf } from '../acts/act.js';
import { ActPanel } from '../acts/act-panel.js';
import {
  type ChairTermPartsFragment,
  ConfirmChairTermDocument,
  OrganisationChairDocument,
  ProposeChairTermsDocument,
  ShortenChairTermDocument,
  SwapChairTermsDocument,
} from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { formatDays } from '../ui/format.js';
import { History } from '../ui/history.js';
import { Loading, Page } from '../ui/page.js';
import { useOnce } from '../ui/use-once.js';
import { OrganisationNav } from './organisation-nav.js';

export function ChairPage() {
  const { viewer } = useSession();
  const [{ data, error }, execute] = useQuery({ query: OrganisationChairDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (!data) return error ? <Failure error={error} onRetry={reload} /> : <Loading what="Der Vorsitz wird geladen" />;
  const begin = data.organisationActions.filter(({ action, available }) => action === 'proposeChairTerms' && available);
  const terms = data.chairTerms.filter(({ validTo }) => validTo >= viewer.today);
  return (
    <Page
      title="Organisation: Vorsitz"
      lead="Der Vorsitz wechselt nach der Reihe der Länder am 1. Januar um 0 Uhr von selbst; die Geschäftsstelle kann ihn tauschen und verkürzen."
    >
      <div className="stack">
        <OrganisationNav />
        {begin.length > 0 && <ActPanel actions={begin} actOf={() => propose} onDone={reload} onReload={reload} />}
        <ul className="plain-list card-list">
          {terms.map((term) => (
            <li key={term.id}>
              <TermCard term={term} terms={terms} onReload={reload} />
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

interface TermCardProps {
  readonly term: ChairTermPartsFragment;
  readonly terms: readonly ChairTermPartsFragment[];
  readonly onReload: () => void;
}

function TermCard({ term, terms, onReload }: TermCardProps) {
  const { today } = useSession().viewer;
  const days = formatDays(term.validFrom, term.validTo);
  const mayAct = useOnce(term.availableActions.some(({ available }) => available));
  return (
    <article className="boxed stack">
      <KernHeading level={2} size="small">
        {term.party.name}
      </KernHeading>
      <p className="kern-body">
        {days}, {chairTermStateNames[term.state].toLowerCase()}
      </p>
      {mayAct && (
        <details>
          <summary className="kern-body">
            Ändern<span className="kern-sr-only">: {`${term.party.name}, ${days}`}</span>
          </summary>
          <ActPanel
            actions={term.availableActions}
            actOf={termActOf(term, terms, today)}
            onDone={onReload}
            onReload={onReload}
            about={`${term.party.name}, ${days}`}
          />
        </details>
      )}
      {term.history.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {`${term.party.name}, ${days}`}</span>
          </summary>
          <History entries={term.history} />
        </details>
      )}
    </article>
  );
}

/** What is no year at all is the year zero, for the server to refuse beside the field. */
function yearIn(text: string): number {
  const year = Number(text);
  return Number.isInteger(year) && Math.abs(year) <= 9999 ? year : 0;
}

const propose: Act = {
  explanation: 'Vorgeschlagen wird nach der Reihe der Länder, beginnend nach der letzten Amtszeit.',
  fields: [{ name: 'untilYear', label: 'Bis zum Jahr', kind: 'number' }],
  run: (client, values) =>
    send(client, ProposeChairTermsDocument, { input: { untilYear: yearIn(textOf(values, 'untilYear')) } }),
};

function termActOf(
  { id: termId, revision: expectedRevision }: ChairTermPartsFragment,
  terms: readonly ChairTermPartsFragment[],
  today: string,
): (action: string) => Act | null {
  const about = { termId, expectedRevision };
  const others = terms.filter(({ id, validFrom }) => id !== termId && validFrom > today);
  const choices = others.map(({ id, party, validFrom, validTo }) => {
    return { value: id, label: `${party.name}, ${formatDays(validFrom, validTo)}` };
  });
  return (action) => {
    switch (action) {
      case 'confirmChairTerm':
        return { fields: [], run: (client) => send(client, ConfirmChairTermDocument, { input: about }) };
      case 'swapChairTerms':
        return {
          fields: [
            { name: 'otherTermId', label: 'Tauschen mit', kind: 'one', choices },
            { name: 'reason', label: 'Begründung', kind: 'text' },
          ],
          run: (client, values) => {
            const given = { otherTermId: textOf(values, 'otherTermId'), reason: textOf(values, 'reason') };
            return send(client, SwapChairTermsDocument, { input: { ...about, ...given } });
          },
        };
      case 'shortenChairTerm':
        return {
          explanation: 'Die folgende Amtszeit beginnt am Tag danach.',
          fields: [
            { name: 'on', label: 'Neuer letzter Tag', kind: 'day' },
            { name: 'reason', label: 'Begründung', kind: 'text' },
          ],
          run: (client, values) => {
            const given = { on: textOf(values, 'on'), reason: textOf(values, 'reason') };
            return send(client, ShortenChairTermDocument, { input: { ...about, ...given } });
          },
        };
      default:
        return null;
    }
  };
}
