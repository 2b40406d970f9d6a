import { commentRoundStateNames } from '#glossary';
import { type CommentRoundFilter, CommentRoundsDocument } from '../generated/graphql.js';
import { ListFilters } from '../paged-list/list-filters.js';
import { choicesOf, type Facet, isOn, keyOf, type ListView } from '../paged-list/list-view.js';
import { PagedList } from '../paged-list/paged-list.js';
import { useListView } from '../paged-list/use-list-view.js';
import { Page } from '../ui/page.js';
import { CommentRoundRow } from './comment-round-row.js';

type CommentRoundFacet = 'stand' | 'offen';

const facets: readonly Facet<CommentRoundFacet>[] = [
  { kind: 'choice', name: 'stand', label: 'Stand', choices: choicesOf(commentRoundStateNames) },
  { kind: 'flag', name: 'offen', label: 'Nur Runden, in denen meine Äußerung fehlt' },
];

function filterOf(view: ListView<CommentRoundFacet>): CommentRoundFilter {
  const state = keyOf(commentRoundStateNames, view.stand);
  return { ...(state === null ? {} : { states: [state] }), ...(isOn(view.offen) ? { awaitsMyAnswer: true } : {}) };
}

export function CommentRoundsPage() {
  const { view, show } = useListView(facets);
  return (
    <Page title="Anmerkungsrunden" lead="Was Länder und Bund zu einer Fassung sagen, bevor entschieden wird.">
      <div className="stack">
        <ListFilters label="Anmerkungsrunden filtern" facets={facets} view={view} onChange={show} />
        <PagedList
          query={CommentRoundsDocument}
          variablesOf={(after) => ({ after, filter: filterOf(view) })}
          connectionOf={({ commentRounds }) => commentRounds}
          row={(round) => <CommentRoundRow round={round} />}
          words={{ one: 'Anmerkungsrunde', many: 'Anmerkungsrunden' }}
          empty={
            <p className="kern-body">
              Dazu gibt es keine Anmerkungsrunde. Eröffnet wird eine auf der Seite des Themas, vom Arbeitskreis oder für
              die Vorkonferenz.
            </p>
          }
        />
      </div>
    </Page>
  );
}
