import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { send } from '../acts/act.js';
import { ProposeCorrectionDocument } from '../generated/graphql.js';
import { ClauseEditor } from '../registration/clause-editor.js';
import { draftOf, inputOf } from '../registration/clause-tree.js';
import type { ClauseNode } from '../ui/clauses.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { TextArea } from '../ui/fields.js';
import { errorOf, type Refusal } from '../ui/refusals.js';

interface CorrectionFormProps {
  readonly resolutionId: string;
  /** The text that stands, as adopted or as corrected last. */
  readonly clauses: readonly ClauseNode[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const REASON = 'berichtigung-grund';
const places: Readonly<Record<string, string>> = { reason: REASON, clauses: 'clauses' };

/** The whole text as it should stand; a refusal stays beside what was entered. */
export function CorrectionForm({ resolutionId, clauses, onDone, onClose }: CorrectionFormProps) {
  const client = useClient();
  const [draft, setDraft] = useState(() => draftOf(clauses));
  const [reason, setReason] = useState('');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const input = { resolutionId, reason, clauses: inputOf(draft) };
    const answer = await send(client, ProposeCorrectionDocument, { input });
    setSending(false);
    if (answer.length > 0) setRefusals(answer);
    else onDone();
  };
  return (
    <form
      className="form stack"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label="Berichtigung vorschlagen"
    >
      <ErrorSummary refusals={refusals} fieldId={(name) => places[name] ?? null} onReload={onDone} />
      <ClauseEditor clauses={draft} onChange={setDraft} error={errorOf(refusals, 'clauses')} />
      <TextArea
        id={REASON}
        label="Was ist falsch?"
        hint="Der Vorsitz und später alle Stellen lesen diese Begründung."
        value={reason}
        onChange={setReason}
        error={errorOf(refusals, 'reason')}
      />
      <p className="row">
        <KernButton text={isSending ? 'Wird gesendet …' : 'Berichtigung vorschlagen'} variant="primary" type="submit" />
        <KernButton text="Abbrechen" variant="secondary" onClick={onClose} />
      </p>
    </form>
  );
}
