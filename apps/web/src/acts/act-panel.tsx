import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useId, useState } from 'react';
import type { ActionPartsFragment } from '../generated/graphql.js';
import { Notice } from '../ui/notice.js';
import type { Act } from './act.js';
import { ActDialog } from './act-dialog.js';

interface ActPanelProps {
  readonly actions: readonly ActionPartsFragment[];
  /** What the page can do with an action; null for those that have their own place on the page. */
  readonly actOf: (action: string) => Act | null;
  readonly onDone: () => void;
  readonly onReload: () => void;
  /** What the buttons act on, for those who hear them: where a page holds the same buttons for several records. */
  readonly about?: string;
}

/** Reasons that will not go away by doing something here: another state, another office. */
const notNow = new Set(['NOT_POSSIBLE_IN_STATE', 'NOT_ENTITLED']);

function isForLater(action: ActionPartsFragment): boolean {
  return !action.available && action.refusals.every(({ code }) => notNow.has(code));
}

/** The buttons the lifecycle offers; those it does not offer say why. */
export function ActPanel({ actions, actOf, onDone, onReload, about }: ActPanelProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [doneLabel, setDoneLabel] = useState<string | null>(null);
  const shown = actions.filter(({ action }) => actOf(action) !== null);
  const now = shown.filter((action) => !isForLater(action));
  const later = shown.filter(isForLater);
  const chosen = shown.find(({ action }) => action === open);
  const act = open === null ? null : actOf(open);
  const finish = (label: string) => {
    setOpen(null);
    setDoneLabel(label);
    onDone();
  };
  const start = (action: string) => {
    setDoneLabel(null);
    setOpen(action);
  };
  return (
    <div>
      <div role="status">
        {doneLabel !== null && <Notice variant="success" title={`Erledigt: ${doneLabel}`} takesFocus />}
      </div>
      {now.length === 0 && <p className="kern-body">Zurzeit gibt es hier für Sie nichts zu tun.</p>}
      <ActButtons actions={now} onStart={start} about={about} />
      {later.length > 0 && (
        <details className="actions-closed">
          <summary className="kern-body">Zurzeit nicht mögliche Schritte ({later.length})</summary>
          <ActButtons actions={later} onStart={start} about={about} />
        </details>
      )}
      {chosen && act && (
        <ActDialog
          title={chosen.label}
          act={act}
          about={about}
          capacity={chosen.capacity}
          onClose={() => setOpen(null)}
          onDone={() => finish(chosen.label)}
          onReload={onReload}
        />
      )}
    </div>
  );
}

interface ActButtonsProps {
  readonly actions: readonly ActionPartsFragment[];
  readonly onStart: (action: string) => void;
  readonly about: string | undefined;
}

/** Steps that may be taken at any time, or that end everything, never stand out. */
const besides = new Set([
  'withdrawTopic',
  'compileAgenda',
  'planSession',
  'moveDeadline',
  'changeCalendarFeed',
  'renewCalendarFeed',
  'revokeCalendarFeed',
  'rescheduleConference',
  'editConference',
  'cancelConference',
  'moveSession',
  'cancelSession',
  'nameRepresentative',
  'announceParticipant',
  'recordAttendance',
  'withdrawParticipant',
  'withdrawPublication',
  'objectToRelease',
]);

/** The step that carries on is the one to see first. */
function mainAction(actions: readonly ActionPartsFragment[]): string | undefined {
  return actions.find(({ action, available }) => available && !besides.has(action))?.action;
}

function ActButtons({ actions, onStart, about }: ActButtonsProps) {
  if (actions.length === 0) return null;
  const main = mainAction(actions);
  return (
    <ul className="plain-list actions">
      {actions.map((action) => (
        <li key={action.action}>
          <ActButton
            action={action}
            isMain={action.action === main}
            onStart={() => onStart(action.action)}
            about={about}
          />
        </li>
      ))}
    </ul>
  );
}

interface ActButtonProps {
  readonly action: ActionPartsFragment;
  readonly isMain: boolean;
  readonly onStart: () => void;
  readonly about: string | undefined;
}

/** An unavailable act keeps its place in the order of the keyboard, so that its reasons can be read there. */
function ActButton({ action, isMain, onStart, about }: ActButtonProps) {
  const reasons = useId();
  if (action.available) {
    return (
      <KernButton
        text={action.label}
        {...(about === undefined ? {} : { alt: `${action.label}: ${about}` })}
        variant={isMain ? 'primary' : 'secondary'}
        block
        onClick={onStart}
      />
    );
  }
  return (
    <>
      <KernButton text={action.label} variant="secondary" block aria-disabled="true" aria-describedby={reasons} />
      <ul className="action-reasons kern-body kern-body--small" id={reasons}>
        {action.refusals.map(({ code, message }) => (
          <li key={`${code}-${message}`}>{message}</li>
        ))}
      </ul>
    </>
  );
}
