import { committeeCodes, followUpKindNames, followUpStateNames, partyCodes, partyNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useState } from 'react';
import { choicesOf } from '../topics/topic-filters.js';
import { Checkbox, type Choice, SelectField, TextField } from '../ui/fields.js';
import { committeeName } from '../ui/topic-list.js';
import { type FollowUpListView, viewOf } from './follow-up-view.js';

interface FollowUpFiltersProps {
  readonly view: FollowUpListView;
  readonly onChange: (view: FollowUpListView) => void;
}

/** Everybody a follow-up can be addressed to. */
export const addressees: readonly Choice[] = [
  { value: 'CHAIR', label: 'Vorsitz' },
  { value: 'ALL_LAENDER', label: 'Alle Länder' },
  ...committeeCodes.map((code) => ({ value: code, label: committeeName(code) })),
  ...partyCodes.map((code) => ({ value: code, label: partyNames[code] })),
];

/** Each choice applies at once; the search applies when it is sent. */
export function FollowUpFilters({ view, onChange }: FollowUpFiltersProps) {
  const [search, setSearch] = useState(view.search);
  useEffect(() => setSearch(view.search), [view.search]);
  const choose = (name: keyof FollowUpListView) => (value: string | boolean) =>
    onChange({ ...view, search, [name]: value });
  return (
    <form
      role="search"
      aria-label="Aufträge filtern"
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
        choices={choicesOf(followUpStateNames)}
        empty="Alle"
      />
      <SelectField
        id="art"
        label="Art"
        value={view.kind}
        onChange={choose('kind')}
        choices={choicesOf(followUpKindNames)}
        empty="Alle"
      />
      <SelectField
        id="adressat"
        label="Adressat"
        value={view.addressee}
        onChange={choose('addressee')}
        choices={addressees}
        empty="Alle"
      />
      <div className="wide row">
        <Checkbox id="ueberfaellig" label="Nur überfällige" checked={view.overdue} onChange={choose('overdue')} />
        <Checkbox id="meine" label="Nur an meine Stelle" checked={view.mine} onChange={choose('mine')} />
        <KernButton
          text="Filter zurücksetzen"
          variant="tertiary"
          onClick={() => onChange(viewOf(new URLSearchParams()))}
        />
      </div>
    </form>
  );
}
