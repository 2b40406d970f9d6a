import { useState } from 'react';
import { useQuery } from 'urql';
import { TopicsDocument } from '../generated/graphql.js';
import { type FieldProps, RadioGroup, TextField } from './fields.js';

interface TopicPickerProps extends FieldProps {
  /** Id of the topic chosen; empty for none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Only topics of this conference. */
  readonly within?: string | undefined;
}

const SHOWN = 8;

/** Looks for a topic by words of its title; what is found is offered as a choice. */
export function TopicPicker({ value, onChange, within, ...field }: TopicPickerProps) {
  const [search, setSearch] = useState('');
  const filter = { search: search.trim(), ...(within === undefined ? {} : { conferenceId: within }) };
  const [{ data, fetching }] = useQuery({
    query: TopicsDocument,
    variables: { first: SHOWN, filter, sort: 'UPDATED_DESC' as const },
  });
  const found = data?.topics.nodes ?? [];
  const count = data?.topics.totalCount ?? 0;
  return (
    <div className="stack">
      <TextField
        id={`${field.id}-suche`}
        label="Nach Worten im Titel suchen"
        optional
        value={search}
        onChange={setSearch}
      />
      <p className="kern-body kern-body--small" role="status">
        {fetching ? 'Wird gesucht …' : resultOf(count)}
      </p>
      <RadioGroup
        {...field}
        value={value}
        onChange={onChange}
        choices={found.map(({ id, title, registrant, conference, stateLabel }) => ({
          value: id,
          label: title,
          hint: `${registrant.name} · ${conference.title} · ${stateLabel}`,
        }))}
      />
    </div>
  );
}

function resultOf(count: number): string {
  if (count === 0) return 'Kein Thema gefunden. Bitte suchen Sie mit anderen Worten.';
  if (count <= SHOWN) return count === 1 ? '1 Thema gefunden' : `${count} Themen gefunden`;
  return `${count} Themen gefunden; gezeigt werden die ersten ${SHOWN}. Bitte grenzen Sie die Suche ein.`;
}
