import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { KernButton, KernHeading } from '@kern-ux-annex/kern-react-kit';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type AnyVariables, useQuery, type UseQueryArgs } from 'urql';
import { FailedPart } from '../ui/failure.js';
import { countOf } from '../ui/format.js';
import { Loading } from '../ui/page.js';

export interface Connection<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

interface PagedListProps<Data, Variables extends AnyVariables, Node> {
  readonly query: TypedDocumentNode<Data, Variables>;
  /** What to ask for one page: null stands for the first. */
  readonly variablesOf: (after: string | null) => Variables;
  readonly connectionOf: (data: Data) => Connection<Node>;
  readonly row: (node: Node) => ReactNode;
  /** "Thema", "Themen". */
  readonly words: { readonly one: string; readonly many: string };
  /** Why there is nothing, and what one can do about it. */
  readonly empty: ReactNode;
  /** Another number has every page read again, for example after an act. */
  readonly version?: number;
}

type ListNode = { readonly id: string };

/** A list that is read page by page. How many there are is said aloud; the focus goes on where reading goes on. */
export function PagedList<Data, Variables extends AnyVariables, Node extends ListNode>(
  props: PagedListProps<Data, Variables, Node>,
) {
  const { words, variablesOf } = props;
  const [counted, setCounted] = useState<Counted | null>(null);
  return (
    <section aria-label={words.many}>
      <div className="kern-sr-only">
        <KernHeading level={2} size="small">
          {words.many}
        </KernHeading>
      </div>
      <p className="kern-body kern-body--bold" role="status">
        {counted !== null && countInWords(counted, words)}
      </p>
      {/* Another filter is another list: it starts at its first page. */}
      <Pages key={JSON.stringify(variablesOf(null))} {...props} onCount={setCounted} />
    </section>
  );
}

interface Counted {
  readonly total: number;
  readonly shown: number;
}

function countInWords({ total, shown }: Counted, { one, many }: { readonly one: string; readonly many: string }) {
  if (total === 0) return `Keine ${many} gefunden.`;
  return shown < total ? `${countOf(total, one, many)}, ${shown} davon gezeigt` : countOf(total, one, many);
}

/** Of a page that has come: how many it holds, and what to ask for the next. */
interface Arrived {
  readonly total: number;
  readonly size: number;
  readonly next: string | null;
}

type PagesProps<Data, Variables extends AnyVariables, Node> = PagedListProps<Data, Variables, Node> & {
  readonly onCount: (counted: Counted) => void;
};

/** The pages loaded so far, one below the other; each is asked for by the cursor of the one before. */
function Pages<Data, Variables extends AnyVariables, Node extends ListNode>(props: PagesProps<Data, Variables, Node>) {
  const { empty, onCount } = props;
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [arrived, setArrived] = useState<readonly Arrived[]>([]);
  const arrive = useCallback((position: number, page: Arrived) => {
    setArrived((pages) => [...pages.slice(0, position), page, ...pages.slice(position + 1)]);
  }, []);
  const total = arrived[0]?.total;
  const shown = arrived.reduce((sum, { size }) => sum + size, 0);
  useEffect(() => {
    if (total !== undefined) onCount({ total, shown });
  }, [total, shown, onCount]);
  const last = arrived[cursors.length - 1];
  const next = last?.next ?? null;
  return (
    <>
      {total === 0 && empty}
      <ul className="plain-list card-list">
        {cursors.map((after, position) => (
          <OnePage key={after ?? 'first'} {...props} after={after} position={position} onArrival={arrive} />
        ))}
      </ul>
      {/* The button stays while its page is on the way, so that the focus has a place. */}
      {(next !== null || (last === undefined && cursors.length > 1)) && (
        <KernButton
          className="list-more"
          text="Weitere laden"
          variant="secondary"
          aria-disabled={next === null}
          onClick={() => next !== null && setCursors([...cursors, next])}
        />
      )}
    </>
  );
}

type OnePageProps<Data, Variables extends AnyVariables, Node> = PagedListProps<Data, Variables, Node> & {
  readonly after: string | null;
  readonly position: number;
  readonly onArrival: (position: number, page: Arrived) => void;
};

function OnePage<Data, Variables extends AnyVariables, Node extends ListNode>(
  props: OnePageProps<Data, Variables, Node>,
) {
  const { query, variablesOf, connectionOf, row, words, version = 0, after, position, onArrival } = props;
  const asked = { query, variables: variablesOf(after), requestPolicy: 'cache-and-network' };
  const [{ data, error }, execute] = useQuery<Data, Variables>(asked as UseQueryArgs<Variables, Data>);
  const page = data === undefined ? null : connectionOf(data);
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const [total, size] = [page?.totalCount, page?.nodes.length];
  useEffect(() => {
    if (total !== undefined && size !== undefined) onArrival(position, { total, size, next });
  }, [position, total, size, next, onArrival]);
  const read = useRef(version);
  useEffect(() => {
    if (read.current !== version) execute({ requestPolicy: 'network-only' });
    read.current = version;
  }, [version, execute]);
  const first = useRef<HTMLLIElement>(null);
  const isAddedPage = after !== null && page !== null;
  useEffect(() => {
    // The button has done its work; reading goes on at the first entry that it brought.
    if (isAddedPage) (first.current?.querySelector('a') ?? first.current)?.focus();
  }, [isAddedPage]);
  if (page === null) {
    const retry = () => execute({ requestPolicy: 'network-only' });
    return (
      <li>
        {error ? <FailedPart error={error} onRetry={retry} /> : <Loading what={`${words.many} werden geladen`} />}
      </li>
    );
  }
  return page.nodes.map((node, index) => (
    <li key={node.id} ref={index === 0 ? first : undefined} tabIndex={index === 0 && after !== null ? -1 : undefined}>
      {row(node)}
    </li>
  ));
}
