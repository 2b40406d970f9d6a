import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { PeopleChoicesDocument, type PeopleChoicesQuery } from '../generated/graphql.js';
import { Combobox, type ComboboxOption } from './combobox.js';
import type { FieldProps } from './fields.js';

interface PersonPickerProps extends FieldProps {
  /** Id of the person chosen; empty for none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

type People = PeopleChoicesQuery['people'];

const PAGE = 10;
/** So long nobody has typed before the search is sent. */
const PAUSE = 250;

/** Looks for a person by name, Land or mail address, however many there are. */
export function PersonPicker({ value, onChange, hint, ...field }: PersonPickerProps) {
  const [search, setSearch] = useState('');
  const { options, status, more } = usePeople(search);
  return (
    <Combobox
      {...field}
      hint={hint ?? 'Name, Land oder ganze E-Mail-Adresse eingeben und aus der Liste wählen.'}
      value={value}
      onChange={onChange}
      options={options}
      onSearch={setSearch}
      status={status}
      onMore={more}
    />
  );
}

interface Found {
  readonly people: readonly People['nodes'][number][];
  readonly total: number;
  readonly next: string | null;
}

type Answer = Found | 'SEARCHING' | 'FAILED';

function usePeople(search: string) {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer>('SEARCHING');
  /** Only the last search counts, in whatever order the answers come. */
  const current = useRef(0);
  const ask = useCallback(
    async (after: string | null, before: Found['people']) => {
      current.current += 1;
      const own = current.current;
      const filter = { search: search.trim() || null };
      const asked = client.query(
        PeopleChoicesDocument,
        { first: PAGE, after, filter },
        { requestPolicy: 'network-only' },
      );
      const { data } = await asked.toPromise();
      if (own === current.current) setAnswer(data === undefined ? 'FAILED' : foundIn(data.people, before));
    },
    [client, search],
  );
  useEffect(() => {
    const timer = setTimeout(() => void ask(null, []), PAUSE);
    return () => clearTimeout(timer);
  }, [ask]);
  const found = typeof answer === 'string' ? null : answer;
  const next = found?.next ?? null;
  return {
    options: found?.people.map(optionOf) ?? [],
    status: statusOf(answer),
    more: found === null || next === null ? null : () => void ask(next, found.people),
  };
}

function foundIn({ nodes, totalCount, pageInfo }: People, before: Found['people']): Found {
  return { people: [...before, ...nodes], total: totalCount, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

function optionOf({ id, name, assignments }: People['nodes'][number]): ComboboxOption {
  const hint = assignments.length === 0 ? 'zurzeit ohne Aufgabe' : assignments.map(({ label }) => label).join(', ');
  return { value: id, label: name, hint };
}

function statusOf(answer: Answer): string {
  if (answer === 'SEARCHING') return 'Wird gesucht …';
  if (answer === 'FAILED')
    return 'Die Suche ist fehlgeschlagen. Bitte versuchen Sie es mit einer anderen Eingabe erneut.';
  const { people, total } = answer;
  if (total === 0) return 'Niemand gefunden. Bitte suchen Sie anders, oder erfassen Sie die Person zuerst.';
  if (people.length === total) return total === 1 ? '1 Person gefunden' : `${total} Personen gefunden`;
  return `${total} Personen gefunden, ${people.length} davon gezeigt`;
}
