import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { type BallotPartsFragment, ChangeTextAtTableDocument } from '../generated/graphql.js';
import { ClauseEditor } from '../registration/clause-editor.js';
import { draftOf, inputOf } from '../registration/clause-tree.js';
import { forgetDraft } from '../session/draft-store.js';
import { useDraftName, useKeptDraft } from '../session/kept-drafts.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { TextField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { errorOf, refusalOfFailure, type Refusal } from '../ui/refusals.js';

interface ChangeTextProps {
  readonly ballot: BallotPartsFragment;
  readonly onReload: () => void;
}

/** Offered while the lifecycle allows it; what has been begun stays, whatever happens to the ballot meanwhile. */
export function ChangeText(props: ChangeTextProps) {
  const [isOpen, setOpen] = useState(false);
  const known = props.ballot.availableActions.find(({ action }) => action === 'changeTextAtTable');
  if (isOpen) return <ChangeTextForm {...props} onClose={() => setOpen(false)} />;
  if (known?.available !== true || !props.ballot.text) return null;
  return (
    <p>
      <KernButton text={known.label} variant="secondary" onClick={() => setOpen(true)} />
    </p>
  );
}

function ChangeTextForm({ ballot, onReload, onClose }: ChangeTextProps & { readonly onClose: () => void }) {
  const client = useClient();
  const navigate = useNavigate();
  const draftName = useDraftName(`abstimmung-${ballot.id}`);
  const { draft, change } = useKeptDraft(draftName, {
    clauses: draftOf(ballot.text?.clauses ?? []),
    version: ballot.text?.number ?? 0,
    reason: '',
  });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      ballotId: ballot.id,
      expectedRevision: ballot.revision,
      expectedVersion: draft.version,
      clauses: inputOf(draft.clauses),
      reason: draft.reason,
    };
    const { data, error } = await client.mutation(ChangeTextAtTableDocument, { input }).toPromise();
    const answer = error ? [refusalOfFailure(error)] : (data?.done.refusals ?? []);
    setRefusals(answer);
    const next = data?.done.ballot;
    if (answer.length > 0 || !next) return;
    forgetDraft(draftName);
    await navigate(`/abstimmungen/${next.id}`);
  };
  const fieldId = (field: string) => (field === 'clauses' ? 'clauses' : field === 'reason' ? 'anlass' : null);
  return (
    <Section title="Text am Tisch ändern">
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p className="kern-body">
          Die Abstimmung über die bisherige Fassung endet; über die neue wird neu abgestimmt. Stimmen zur bisherigen
          Fassung bleiben sichtbar und zählen nicht.
        </p>
        <ErrorSummary refusals={refusals} fieldId={fieldId} onReload={onReload} />
        <ClauseEditor
          clauses={draft.clauses}
          onChange={(clauses) => change({ ...draft, clauses })}
          error={errorOf(refusals, 'clauses')}
        />
        <TextField
          id="anlass"
          label="Anlass"
          hint="Zum Beispiel: auf Antrag Bayerns."
          optional
          value={draft.reason}
          onChange={(reason) => change({ ...draft, reason })}
        />
        <div className="row">
          <KernButton text="Neue Fassung zur Abstimmung stellen" type="submit" variant="primary" />
          <KernButton text="Abbrechen" variant="secondary" onClick={onClose} />
        </div>
      </form>
    </Section>
  );
}
