import { writtenProcedureStateNames, type WrittenProcedureState } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { type WrittenProcedureFilter, WrittenProceduresDocument } from '../generated/graphql.js';
import { FailedPart } from '../ui/failure.js';
import { Checkbox, SelectField } from '../ui/fields.js';
import { countOf } from '../ui/format.js';
import { Loading, Page } from '../ui/page.js';
import { WrittenProcedureRow } from './written-procedure-row.js';

const states = Object.entries(writtenProcedureStateNames).map(([value, label]) => ({ value, label }));
const isState = (value: string): value is WrittenProcedureState => value in writtenProcedureStateNames;

export function WrittenProceduresPage() {
  const [params, setParams] = useSearchParams();
  const state = params.get('stand') ?? '';
  const isMine = params.get('offen') === 'ja';
  const show = (changed: { readonly state: string; readonly isMine: boolean }) => {
    const entries = [
      ...(changed.state === '' ? [] : [['stand', changed.state]]),
      ...(changed.isMine ? [['offen', 'ja']] : []),
    ];
    setParams(new URLSearchParams(entries), { preventScrollReset: true });
  };
  const filter: WrittenProcedureFilter = {
    ...(isState(state) ? { states: [state] } : {}),
    ...(isMine ? { awaitsMyVote: true } : {}),
  };
  return (
    <Page title="Umlaufverfahren" lead="Abstimmungen in Schriftform, das ganze Jahr über.">
      <div className="stack">
        <form
          className="filters"
          role="search"
          aria-label="Umlaufverfahren filtern"
          onSubmit={(event) => event.preventDefault()}
        >
          <SelectField
            id="stand"
            label="Stand"
            value={state}
            onChange={(value) => show({ state: value, isMine })}
            choices={states}
            empty="Alle"
          />
          <Checkbox
            id="offen"
            label="Nur Verfahren, in denen mein Land noch nicht abgestimmt hat"
            checked={isMine}
            onChange={(checked) => show({ state, isMine: checked })}
          />
        </form>
        <Pages key={params.toString()} filter={filter} />
      </div>
    </Page>
  );
}

/** The pages loaded so far, one below the other; each is asked for by the cursor of the one before. */
function Pages({ filter }: { readonly filter: WrittenProcedureFilter }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [total, setTotal] = useState<number | null>(null);
  return (
    <div>
      <p className="kern-body kern-body--bold" role="status">
        {total === null || total === 0 ? '' : countOf(total, 'Umlaufverfahren', 'Umlaufverfahren')}
      </p>
      {total === 0 && (
        <p className="kern-body">
          Dazu gibt es kein Umlaufverfahren. Beantragt wird eines auf der Seite des Themas; eröffnet wird es vom
          Vorsitz.
        </p>
      )}
      <ul className="plain-list card-list">
        {cursors.map((after, position) => (
          <OnePage
            key={after ?? 'first'}
            filter={filter}
            after={after}
            onTotal={setTotal}
            onMore={position === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null}
          />
        ))}
      </ul>
    </div>
  );
}

interface OnePageProps {
  readonly filter: WrittenProcedureFilter;
  readonly after: string | null;
  readonly onTotal: (total: number) => void;
  readonly onMore: ((cursor: string) => void) | null;
}

function OnePage({ filter, after, onTotal, onMore }: OnePageProps) {
  const [{ data, error }, execute] = useQuery({ query: WrittenProceduresDocument, variables: { after, filter } });
  const total = after === null ? data?.writtenProcedures.totalCount : undefined;
  useEffect(() => {
    if (total !== undefined) onTotal(total);
  }, [total, onTotal]);
  const first = useRef<HTMLLIElement>(null);
  const isAddedPage = after !== null && data !== undefined;
  useEffect(() => {
    // The button that asked for this page is gone; reading goes on at the first procedure it brought.
    if (isAddedPage) first.current?.querySelector('a')?.focus();
  }, [isAddedPage]);
  if (!data) {
    const retry = () => execute({ requestPolicy: 'network-only' });
    return (
      <li>
        {error ? <FailedPart error={error} onRetry={retry} /> : <Loading what="Umlaufverfahren werden geladen" />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.writtenProcedures;
  const cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      {nodes.map((procedure, position) => (
        <li key={procedure.id} ref={position === 0 ? first : undefined}>
          <WrittenProcedureRow procedure={procedure} />
        </li>
      ))}
      {onMore !== null && cursor !== null && (
        <li>
          <KernButton text="Weitere laden" variant="secondary" onClick={() => onMore(cursor)} />
        </li>
      )}
    </>
  );
}
