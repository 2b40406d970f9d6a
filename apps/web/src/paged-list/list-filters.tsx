import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useState } from 'react';
import { Checkbox, SelectField, TextField } from '../ui/fields.js';
import { type Facet, flagOf, isOn, type ListView, paramsOf, viewOf } from './list-view.js';

interface ListFiltersProps<Name extends string> {
  /** Says what is filtered, for example "Themen filtern". */
  readonly label: string;
  readonly facets: readonly Facet<Name>[];
  readonly view: ListView<Name>;
  readonly onChange: (view: ListView<Name>) => void;
}

/** Each choice applies at once; a search applies when it is sent. What was typed is not lost over a choice. */
export function ListFilters<Name extends string>({ label, facets, view, onChange }: ListFiltersProps<Name>) {
  const searching = facets.find(({ kind }) => kind === 'search');
  const sought = searching === undefined ? '' : view[searching.name];
  const [search, setSearch] = useState(sought);
  useEffect(() => setSearch(sought), [sought]);
  const typed = searching === undefined ? view : { ...view, [searching.name]: search };
  const choose = (name: Name) => (value: string) => onChange({ ...typed, [name]: value });
  const flags = facets.filter(({ kind }) => kind === 'flag');
  const isNarrowed = paramsOf(facets, view).size > 0;
  return (
    <form
      role="search"
      aria-label={label}
      className="filters boxed"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed);
      }}
    >
      {searching !== undefined && (
        <>
          <TextField id={searching.name} label={searching.label} type="search" value={search} onChange={setSearch} />
          <KernButton text="Suchen" type="submit" variant="secondary" icon="search" />
        </>
      )}
      {facets.map(
        (facet) =>
          facet.kind === 'choice' && (
            <SelectField
              key={facet.name}
              id={facet.name}
              label={facet.label}
              value={view[facet.name]}
              onChange={choose(facet.name)}
              choices={facet.choices ?? []}
              {...(facet.usual === undefined ? { empty: 'Alle' } : {})}
            />
          ),
      )}
      <div className="wide row">
        {flags.map((flag) => (
          <Checkbox
            key={flag.name}
            id={flag.name}
            label={flag.label}
            checked={isOn(view[flag.name])}
            onChange={(checked) => choose(flag.name)(flagOf(checked))}
          />
        ))}
        <KernButton
          text="Filter zurücksetzen"
          variant="tertiary"
          aria-disabled={!isNarrowed && search === ''}
          onClick={() => {
            setSearch('');
            onChange(viewOf(facets, new URLSearchParams()));
          }}
        />
      </div>
    </form>
  );
}
