import { cosignatureEndNames } from '#glossary';
import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import { ActPanel } from '../acts/act-panel.js';
import type { StatementPartsFragment, StatementState } from '../generated/graphql.js';
import { formatInstant, shortHash } from '../ui/format.js';
import { History } from '../ui/history.js';
import { statementActOf } from './statement-acts.js';

const tones: Readonly<Record<StatementState, 'info' | 'success' | 'warning' | 'danger'>> = {
  DRAFT: 'warning',
  ANNOUNCED: 'info',
  COSIGNED: 'info',
  RECORDED: 'success',
  WITHDRAWN: 'danger',
};

interface StatementCardProps {
  readonly statement: StatementPartsFragment;
  readonly onReload: () => void;
}

export function StatementCard({ statement, onReload }: StatementCardProps) {
  const { party, state, stateLabel, text, isLate, textHash } = statement;
  const standing = statement.cosignatures.filter(({ endedAt }) => endedAt === null);
  const isClosed = state === 'RECORDED' || state === 'WITHDRAWN';
  return (
    <article className="boxed stack" aria-label={`Erklärung: ${party.name}`}>
      <h3 className="kern-title kern-title--small">
        {[party, ...standing.map((each) => each.party)].map(({ name }) => name).join(', ')}
      </h3>
      <p className="row">
        <KernBadge text={stateLabel} variant={tones[state]} />
        {isLate && <span className="kern-body kern-body--small">erst in der Sitzung angekündigt</span>}
      </p>
      <p className="kern-body reading">{text}</p>
      <p className="kern-body kern-body--small kern-body--muted">
        {originOf(statement)} · Prüfwert <span className="hash">{shortHash(textHash)}</span>
      </p>
      <Cosignatures statement={statement} />
      {!isClosed && (
        <ActPanel
          actions={statement.availableActions}
          actOf={statementActOf(statement)}
          onDone={onReload}
          onReload={onReload}
          about={party.name}
        />
      )}
      <details>
        <summary className="kern-body kern-body--small">Verlauf</summary>
        <History entries={statement.history} />
      </details>
    </article>
  );
}

function originOf({ authorName, onBehalfBy, announcedAt, recordedAt, party }: StatementPartsFragment): string {
  const author = authorName ?? `${party.name}, angekündigt durch ${onBehalfBy ?? 'die Geschäftsstelle'}`;
  if (recordedAt !== null) return `${author}, zu Protokoll genommen ${formatInstant(recordedAt)}`;
  return announcedAt === null ? `${author}, noch nicht angekündigt` : `${author}, ${formatInstant(announcedAt)}`;
}

function Cosignatures({ statement: { cosignatures } }: { readonly statement: StatementPartsFragment }) {
  if (cosignatures.length === 0) return null;
  return (
    <ul className="kern-body kern-body--small" aria-label="Mitzeichnungen">
      {cosignatures.map(({ party, cosignedAt, cosignedBy, endedAt, endedBecause }) => (
        <li key={`${party.code}-${cosignedAt}`}>
          {party.name}: mitgezeichnet von {cosignedBy}, {formatInstant(cosignedAt)}
          {endedAt !== null &&
            endedBecause !== null &&
            ` – gilt nicht mehr (${cosignatureEndNames[endedBecause]}, ${formatInstant(endedAt)})`}
        </li>
      ))}
    </ul>
  );
}
