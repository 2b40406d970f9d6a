import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import { ChangeTextOfWrittenProcedureDocument, type WrittenProcedurePartsFragment } from '../generated/graphql.js';
import { ClauseEditor } from '../registration/clause-editor.js';
import { draftOf, inputOf } from '../registration/clause-tree.js';
import { forgetDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { TextArea, TextField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { errorOf, type Refusal } from '../ui/refusals.js';
import { deadlineOf, faultOfDeadline, usualDeadlines } from './deadline.js';

interface NextRoundProps {
  readonly procedure: WrittenProcedurePartsFragment;
  readonly onReload: () => void;
}

/** Offered while the lifecycle allows it; what has been begun stays, whatever happens meanwhile. */
export function NextRound(props: NextRoundProps) {
  const [isOpen, setOpen] = useState(false);
  const known = props.procedure.availableActions.find(({ action }) => action === 'changeTextOfWrittenProcedure');
  if (isOpen) return <NextRoundForm {...props} onClose={() => setOpen(false)} />;
  if (known?.available !== true) return null;
  return (
    <p>
      <KernButton text={known.label} variant="secondary" onClick={() => setOpen(true)} />
    </p>
  );
}

const fieldIds: Readonly<Record<string, string>> = {
  clauses: 'clauses',
  reason: 'runde-anlass',
  closesAt: 'runde-tag',
  time: 'runde-uhrzeit',
  urgencyReason: 'runde-eile',
};

function NextRoundForm({ procedure, onReload, onClose }: NextRoundProps & { readonly onClose: () => void }) {
  const client = useClient();
  const draftName = useDraftName(`umlaufverfahren-${procedure.id}`);
  const { proposal } = procedure.topic;
  const begun = { clauses: draftOf(proposal?.clauses ?? []), version: proposal?.number ?? 0 };
  const { draft, change } = useKeptDraft(draftName, { ...begun, reason: '', day: '', time: '', urgencyReason: '' });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fault = faultOfDeadline(draft.day, draft.time);
    if (fault !== null) return setRefusals([fault]);
    const input = {
      procedureId: procedure.id,
      expectedRevision: procedure.revision,
      expectedVersion: draft.version,
      clauses: inputOf(draft.clauses),
      closesAt: deadlineOf(draft.day, draft.time),
      urgencyReason: draft.urgencyReason.trim() === '' ? null : draft.urgencyReason,
      reason: draft.reason,
    };
    const answer = await send(client, ChangeTextOfWrittenProcedureDocument, { input });
    setRefusals(answer);
    if (answer.length > 0) return;
    forgetDraft(draftName);
    onClose();
    onReload();
  };
  const shown = (name: string) => ({ id: fieldIds[name] ?? name, error: errorOf(refusals, name) });
  return (
    <Section title="Text ändern und neue Runde eröffnen">
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p className="kern-body">
          Die laufende Runde endet. Über den neuen Text stimmen alle neu ab; frühere Stimmen bleiben sichtbar und zählen
          nicht.
        </p>
        <ErrorSummary refusals={refusals} fieldId={(field) => fieldIds[field] ?? null} onReload={onReload} />
        <ClauseEditor
          clauses={draft.clauses}
          onChange={(clauses) => change({ ...draft, clauses })}
          error={errorOf(refusals, 'clauses')}
        />
        <TextField
          {...shown('reason')}
          label="Anlass"
          value={draft.reason}
          onChange={(reason) => change({ ...draft, reason })}
        />
        <TextField
          {...shown('closesAt')}
          label="Letzter Tag der neuen Frist"
          hint={usualDeadlines(procedure.termsNow)}
          type="date"
          optional
          value={draft.day}
          onChange={(day) => change({ ...draft, day })}
        />
        <TextField
          {...shown('time')}
          label="Uhrzeit"
          hint="Zum Beispiel 12:00. Ohne Angabe endet die Frist um 23:59:59 Uhr."
          optional
          value={draft.time}
          onChange={(time) => change({ ...draft, time })}
        />
        <TextArea
          {...shown('urgencyReason')}
          label="Begründung der Eilbedürftigkeit"
          optional
          value={draft.urgencyReason}
          onChange={(urgencyReason) => change({ ...draft, urgencyReason })}
        />
        <div className="row">
          <KernButton text="Neue Runde eröffnen" type="submit" variant="primary" />
          <KernButton text="Abbrechen" variant="secondary" onClick={onClose} />
        </div>
      </form>
    </Section>
  );
}
