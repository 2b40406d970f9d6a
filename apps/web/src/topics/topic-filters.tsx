import { committeeCodes, partyCodes, partyNames, topicKindNames, topicStateNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { ConferenceChoicesDocument } from '../generated/graphql.js';
import { Checkbox, type Choice, SelectField, TextField } from '../ui/fields.js';
import { committeeName } from '../ui/topic-list.js';
import { sortNames, type TopicListView, viewOf } from './topic-filter.js';

interface TopicFiltersProps {
  readonly view: TopicListView;
  readonly onChange: (view: TopicListView) => void;
}

export const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const committees: readonly Choice[] = committeeCodes.map((code) => ({ value: code, label: committeeName(code) }));
const registrants: readonly Choice[] = [
  ...partyCodes.map((code) => ({ value: code, label: partyNames[code] })),
  ...committees,
];

/** Each choice applies at once; the search applies when it is sent. */
export function TopicFilters({ view, onChange }: TopicFiltersProps) {
  const [search, setSearch] = useState(view.search);
  useEffect(() => setSearch(view.search), [view.search]);
  const [{ data }] = useQuery({ query: ConferenceChoicesDocument });
  const conferences = (data?.conferences ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const choose = (name: keyof TopicListView) => (value: string) => onChange({ ...view, search, [name]: value });
  return (
    <form
      role="search"
      aria-label="Themen filtern"
      className="filters boxed"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...view, search });
      }}
    >
      <TextField id="suche" label="Suche" type="search" value={search} onChange={setSearch} />
      <KernButton text="Suchen" type="submit" variant="secondary" icon="search" />
      <SelectField
        id="stand"
        label="Stand"
        value={view.state}
        onChange={choose('state')}
        choices={choicesOf(topicStateNames)}
        empty="Alle"
      />
      <SelectField
        id="konferenz"
        label="Konferenz"
        value={view.conference}
        onChange={choose('conference')}
        choices={conferences}
        empty="Alle"
      />
      <SelectField
        id="anmelder"
        label="Anmeldende Stelle"
        value={view.registrant}
        onChange={choose('registrant')}
        choices={registrants}
        empty="Alle"
      />
      <SelectField
        id="arbeitskreis"
        label="Arbeitskreis"
        value={view.committee}
        onChange={choose('committee')}
        choices={committees}
        empty="Alle"
      />
      <SelectField
        id="art"
        label="Art"
        value={view.kind}
        onChange={choose('kind')}
        choices={choicesOf(topicKindNames)}
        empty="Alle"
      />
      <SelectField
        id="sortierung"
        label="Sortierung"
        value={view.sort}
        onChange={choose('sort')}
        choices={choicesOf(sortNames)}
      />
      <div className="wide row">
        <Checkbox
          id="meine"
          label="Nur Themen meiner Stelle"
          checked={view.mine}
          onChange={(mine) => onChange({ ...view, search, mine })}
        />
        <KernButton
          text="Filter zurücksetzen"
          variant="tertiary"
          onClick={() => onChange(viewOf(new URLSearchParams()))}
        />
      </div>
    </form>
  );
}
