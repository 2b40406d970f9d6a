import { writtenProcedureStateNames } from '#glossary';
import { type WrittenProcedureFilter, WrittenProceduresDocument } from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { choicesOf, type Facet, isOn, keyOf, type ListView } from '../paged-list/list-view.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { Page } from '../ui/page.js';
import { WrittenProcedureRow } from './written-procedure-row.js';

type WrittenProcedureFacet = 'stand' | 'offen';

const facets: readonly Facet<WrittenProcedureFacet>[] = [
  { kind: 'choice', name: 'stand', label: 'Stand', choices: choicesOf(writtenProcedureStateNames) },
  { kind: 'flag', name: 'offen', label: 'Nur Verfahren, in denen mein Land noch nicht abgestimmt hat' },
];

function filterOf(view: ListView<WrittenProcedureFacet>): WrittenProcedureFilter {
  const state = keyOf(writtenProcedureStateNames, view.stand);
  return { ...(state === null ? {} : { states: [state] }), ...(isOn(view.offen) ? { awaitsMyVote: true } : {}) };
}

export function WrittenProceduresPage() {
  const { view, show } = useListView(facets);
  return (
    <Page title="Umlaufverfahren" lead="Abstimmungen in Schriftform, das ganze Jahr über.">
      <div className="stack">
        <ListFilters label="Umlaufverfahren filtern" facets={facets} view={view} onChange={show} />
        <PagedList
          query={WrittenProceduresDocument}
          variablesOf={(after) => ({ after, filter: filterOf(view) })}
          connectionOf={({ writtenProcedures }) => writtenProcedures}
          row={(procedure) => <WrittenProcedureRow procedure={procedure} />}
          words={{ one: 'Umlaufverfahren', many: 'Umlaufverfahren' }}
          empty={
            <p className="kern-body">
              Dazu gibt es kein Umlaufverfahren. Beantragt wird eines auf der Seite des Themas; eröffnet wird es vom
              Vorsitz.
            </p>
          }
        />
      </div>
    </Page>
  );
}
