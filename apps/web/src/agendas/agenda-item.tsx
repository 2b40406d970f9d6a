import { agendaListNames } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { ActDialog } from '../acts/act-dialog.js';
import type { AgendaPartsFragment } from '../generated/graphql.js';
import type { Refusal } from '../ui/refusals.js';
import { changeList, moveItem, removeAgendaItem } from './agenda-acts.js';

type Item = AgendaPartsFragment['items'][number];

interface AgendaItemEntryProps {
  readonly agenda: AgendaPartsFragment;
  readonly item: Item;
  readonly before: Item | null;
  readonly after: Item | null;
  readonly onRefused: (refusals: readonly Refusal[]) => void;
  readonly onReload: () => void;
}

export function AgendaItemEntry(props: AgendaItemEntryProps) {
  const { item } = props;
  const isRemoved = item.state === 'REMOVED';
  return (
    <li className="agenda-item">
      <span className="agenda-number">
        {item.number === null ? <span className="kern-sr-only">Noch ohne Nummer</span> : `TOP ${item.number}`}
      </span>
      <div>
        <div className="row">
          <ItemTitle item={item} />
        </div>
        {item.subtitle && <p className="kern-body">{item.subtitle}</p>}
        <p className="kern-body kern-body--small kern-body--muted">
          {isRemoved ? 'Abgesetzt' : agendaListNames[item.list]}
          {item.topic && ` · ${item.topic.outcomeLabel ?? item.topic.stateLabel}`}
        </p>
        {item.reason !== null && <p className="kern-body kern-body--small">Begründung: {item.reason}</p>}
        {item.ballot && (
          <p className="kern-body">
            <Link className="kern-link" to={`/abstimmungen/${item.ballot.id}`}>
              Zur Abstimmung ({item.ballot.stateLabel})<span className="kern-sr-only">: {item.title}</span>
            </Link>
          </p>
        )}
        {!isRemoved && <ItemActs {...props} />}
      </div>
    </li>
  );
}

function ItemTitle({ item }: { readonly item: Item }) {
  const title = item.state === 'REMOVED' ? <s className="removed-title">{item.title}</s> : item.title;
  if (item.topic === null) return <span className="card-title kern-body">{title}</span>;
  return (
    <Link className="kern-link card-title" to={`/themen/${item.topic.id}`}>
      {title}
    </Link>
  );
}

/** Moving by buttons, not by dragging: it must work with the keyboard alone. */
function ItemActs({ agenda, item, before, after, onRefused, onReload }: AgendaItemEntryProps) {
  const client = useClient();
  const [open, setOpen] = useState<'remove' | 'list' | null>(null);
  const may = (action: string) => agenda.availableActions.some((known) => known.action === action && known.available);
  const move = async (target: Item) => {
    onRefused(await moveItem(client, { agenda, item, position: target.position }));
    onReload();
  };
  const named = (text: string) => `${text}: ${item.title}`;
  if (!may('moveAgendaItem') && !may('removeAgendaItem')) return null;
  return (
    <div className="clause-buttons">
      {may('moveAgendaItem') && (
        <>
          {before && (
            <KernButton
              text="Nach oben"
              alt={named('Nach oben')}
              variant="tertiary"
              icon="arrow-up"
              onClick={() => void move(before)}
            />
          )}
          {after && (
            <KernButton
              text="Nach unten"
              alt={named('Nach unten')}
              variant="tertiary"
              icon="arrow-down"
              onClick={() => void move(after)}
            />
          )}
          <KernButton
            text="Liste ändern"
            alt={named('Liste ändern')}
            variant="tertiary"
            onClick={() => setOpen('list')}
          />
        </>
      )}
      {may('removeAgendaItem') && (
        <KernButton
          text="Absetzen"
          alt={named('Absetzen')}
          variant="tertiary"
          icon="delete"
          onClick={() => setOpen('remove')}
        />
      )}
      {open !== null && (
        <ActDialog
          title={open === 'remove' ? 'Punkt absetzen' : 'Liste ändern'}
          act={open === 'remove' ? removeAgendaItem(agenda, item) : changeList(agenda, item)}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onReload();
          }}
          onReload={onReload}
        />
      )}
    </div>
  );
}
