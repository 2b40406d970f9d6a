import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorSummary } from '../ui/error-summary.js';
import { Notice } from '../ui/notice.js';
import { errorOf, type Refusal } from '../ui/refusals.js';
import { AttachmentFields } from './attachment-fields.js';
import { ClauseEditor } from './clause-editor.js';
import { ClassificationFields } from './classification-fields.js';
import { ContentFields, DetailFields, TopicFields } from './registration-fields.js';
import { missingForSubmission, type RegistrationDraft } from './registration-draft.js';

interface RegistrationFormProps {
  readonly draft: RegistrationDraft;
  readonly onChange: (draft: RegistrationDraft) => void;
  readonly wasRestored: boolean;
  readonly onDiscard: () => void;
  /** Saves, and says what speaks against it; empty when it is saved. */
  readonly onSave: () => Promise<readonly Refusal[]>;
  readonly initialRefusals?: readonly Refusal[];
  readonly onReload?: () => void;
  /** Registrant and conference: chosen once, for a new topic. */
  readonly origin: (errorOfField: (field: string) => string | undefined) => ReactNode;
  readonly conflict?: ReactNode;
  /** The text alone, for those who may no longer change the registration around it. */
  readonly isTextOnly?: boolean;
}

/** Fields whose element carries the name the server uses. */
const known = new Set([
  ...['registrant', 'conferenceId', 'kind', 'title', 'subtitle', 'coRegistrants', 'facts', 'rationale', 'rapporteurs'],
  ...[
    'precedents',
    'urgencyReason',
    'classification',
    'isPlaceholder',
    'restrictedTo',
    'financialImpact',
    'fileReference',
    'contact',
    'clauses',
  ],
  'attachments',
]);

export function RegistrationForm(props: RegistrationFormProps) {
  const {
    draft,
    onChange,
    wasRestored,
    onDiscard,
    onSave,
    onReload,
    origin,
    conflict,
    initialRefusals = [],
    isTextOnly,
  } = props;
  const [refusals, setRefusals] = useState<readonly Refusal[]>(initialRefusals);
  const [isSaving, setSaving] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    if (draft.title.trim() === '') return setRefusals([titleMissing]);
    setSaving(true);
    setRefusals(await onSave());
    setSaving(false);
  };
  const reload = () => {
    setRefusals([]);
    onReload?.();
  };
  const error = (field: string) => errorOf(refusals, field);
  const part = { draft, onChange, errorOf: error };
  const textless = whyWithoutText(draft);
  return (
    <form className="form stack" onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary
        refusals={refusals}
        fieldId={(field) => (known.has(field) ? field : null)}
        {...(onReload ? { onReload: reload } : {})}
      />
      {conflict}
      {wasRestored && (
        <Notice variant="info" title="Ihr ungespeicherter Entwurf wurde wiederhergestellt">
          <KernButton text="Entwurf verwerfen" variant="secondary" icon="delete" onClick={onDiscard} />
        </Notice>
      )}
      {origin(error)}
      {!isTextOnly && (
        <>
          <ClassificationFields {...part} />
          <TopicFields {...part} />
          {!draft.isPlaceholder && <ContentFields {...part} />}
        </>
      )}
      {textless !== null ? (
        <p className="kern-body">{textless}</p>
      ) : (
        <ClauseEditor
          clauses={draft.clauses}
          onChange={(clauses) => onChange({ ...draft, clauses })}
          error={error('clauses')}
        />
      )}
      {!isTextOnly && draft.kind !== 'FIRESIDE' && (
        <AttachmentFields
          attachments={draft.attachments}
          isPlaceholder={draft.isPlaceholder}
          onChange={(attachments) => onChange({ ...draft, attachments })}
          error={error('attachments')}
        />
      )}
      {!isTextOnly && <DetailFields {...part} />}
      <SaveBar missing={isTextOnly ? null : missingForSubmission(draft)} isSaving={isSaving} />
    </form>
  );
}

function whyWithoutText({ kind, isPlaceholder }: RegistrationDraft): string | null {
  if (kind === 'FIRESIDE') return 'Ein Kamingespräch hat keinen Beschlussvorschlag.';
  return isPlaceholder ? 'Der Beschlussvorschlag liegt gesondert vor und wird hier nicht geführt.' : null;
}

interface SaveBarProps {
  readonly missing: readonly string[] | null;
  readonly isSaving: boolean;
}

function SaveBar({ missing, isSaving }: SaveBarProps) {
  return (
    <div className="boxed stack">
      {missing !== null && (
        <p className="kern-body" role="status">
          {missing.length === 0
            ? 'Alle Pflichtangaben sind da. Eingereicht wird die Anmeldung auf der Seite des Themas.'
            : `Für die Einreichung fehlen noch: ${missing.join(', ')}. Als Entwurf speichern können Sie jederzeit.`}
        </p>
      )}
      <div>
        <KernButton text={isSaving ? 'Wird gespeichert …' : 'Speichern'} type="submit" variant="primary" />
      </div>
    </div>
  );
}

const titleMissing: Refusal = {
  code: 'FIELD_REQUIRED',
  message: 'Das Thema braucht einen Titel.',
  field: 'title',
  details: null,
};
