import { KernBadge, KernButton } from '@kern-ux-annex/kern-react-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import type { Act } from '../acts/act.js';
import { ActDialog } from '../acts/act-dialog.js';
import { OpenBallot } from '../acts/open-ballot.js';
import type { AgendaPartsFragment } from '../generated/graphql.js';
import { useSession } from '../session/session.js';
import { Mark } from '../ui/marking.js';
import type { Refusal } from '../ui/refusals.js';
import {
  changeList,
  isCirculated,
  moveItem,
  moveTo,
  pullItemOffConsentList,
  putItemOnConsentList,
  removeAgendaItem,
} from './agenda-acts.js';

type Item = AgendaPartsFragment['items'][number];

interface AgendaItemEntryProps {
  readonly agenda: AgendaPartsFragment;
  readonly item: Item;
  /** What happened to it since the person last looked; null when nothing did. */
  readonly news: string | null;
  readonly before: Item | null;
  readonly after: Item | null;
  readonly onRefused: (refusals: readonly Refusal[]) => void;
  readonly onReload: () => void;
}

export function AgendaItemEntry(props: AgendaItemEntryProps) {
  const { agenda, item, news } = props;
  const isRemoved = item.state === 'REMOVED';
  return (
    <li className="agenda-item" id={item.id}>
      <span className="agenda-number">
        {item.number === null ? <span className="kern-sr-only">Noch ohne Nummer</span> : `TOP ${item.number}`}
      </span>
      <div>
        <div className="row">
          <ItemTitle item={item} />
          {item.topic && <Mark of={item.topic} />}
          {news !== null && <KernBadge text={news} variant="info" />}
        </div>
        {item.subtitle && <p className="kern-body">{item.subtitle}</p>}
        <p className="kern-body kern-body--small kern-body--muted">
          {isRemoved ? 'Abgesetzt' : item.listLabel}
          {item.supplement !== null && ` · ${item.supplement}. Nachtrag`}
          {item.number === null && isCirculated(agenda) && ' · Entwurf für den nächsten Nachtrag'}
          {item.topic && ` · ${item.topic.outcomeLabel ?? item.topic.stateLabel}`}
        </p>
        {item.pulledOffBy !== null && (
          <p className="kern-body kern-body--small">Von der Grünen Liste genommen von: {item.pulledOffBy.name}</p>
        )}
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

/** In whose name the person may ask for something; most speak for one party alone. */
function useOwnParties() {
  const { viewer } = useSession();
  return viewer.mayRegisterFor.flatMap(({ name, party }) => (party ? [{ value: party.code, label: name }] : []));
}

type OpenAct = { readonly title: string; readonly act: Act };

/** Moving by buttons, not by dragging: it must work with the keyboard alone. */
function ItemActs({ agenda, item, before, after, onRefused, onReload }: AgendaItemEntryProps) {
  const client = useClient();
  const parties = useOwnParties();
  const [open, setOpen] = useState<OpenAct | null>(null);
  const may = (action: string) => item.availableActions.some((known) => known.action === action && known.available);
  const move = async (text: string, target: Item) => {
    if (isCirculated(agenda)) return setOpen({ title: text, act: moveTo(agenda, item, target.position) });
    onRefused(await moveItem(client, { agenda, item, position: target.position }));
    onReload();
  };
  const step = (text: string, run: () => void) => (
    <KernButton
      key={text}
      text={text}
      alt={`${text}: ${item.title}`}
      variant="tertiary"
      className="kern-btn--x-small"
      onClick={run}
    />
  );
  return (
    <div className="clause-buttons">
      <OpenBallot item={item} title={item.title} onReload={onReload} />
      {may('moveAgendaItem') && (
        <>
          {before && step('Nach oben', () => void move('Nach oben', before))}
          {after && step('Nach unten', () => void move('Nach unten', after))}
          {item.list !== 'FIRESIDE' &&
            step('Liste ändern', () => setOpen({ title: 'Liste ändern', act: changeList(agenda, item) }))}
        </>
      )}
      {may('putItemOnConsentList') &&
        step('Auf die Grüne Liste', () =>
          setOpen({ title: 'Auf die Grüne Liste setzen', act: putItemOnConsentList(agenda, item) }),
        )}
      {may('pullItemOffConsentList') &&
        step('Von der Grünen Liste nehmen', () =>
          setOpen({ title: 'Von der Grünen Liste nehmen', act: pullItemOffConsentList(agenda, item, parties) }),
        )}
      {may('removeAgendaItem') &&
        step('Absetzen', () => setOpen({ title: 'Punkt absetzen', act: removeAgendaItem(agenda, item) }))}
      {open !== null && (
        <ActDialog
          {...open}
          about={item.id}
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
