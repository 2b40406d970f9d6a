import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Facet, type ListView, paramsOf, viewOf } from './list-view.js';

/** What the address says of a list, and how to change it. */
export function useListView<Name extends string>(facets: readonly Facet<Name>[]) {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(facets, params), [facets, params]);
  const show = useCallback(
    (changed: ListView<Name>) => setParams(paramsOf(facets, changed), { preventScrollReset: true }),
    [facets, setParams],
  );
  return { view, show };
}
