import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useRef, useState } from 'react';
import { classificationNames } from '#glossary';
import type { Classification } from '../generated/graphql.js';
import { Checkbox, SelectField, TextField } from '../ui/fields.js';
import type { DraftAttachment } from './registration-draft.js';

interface AttachmentFieldsProps {
  readonly attachments: readonly DraftAttachment[];
  readonly onChange: (attachments: readonly DraftAttachment[]) => void;
  readonly error: string | undefined;
  /** Then every paper lies separately. */
  readonly isPlaceholder: boolean;
}

const newAttachment: DraftAttachment = {
  title: '',
  asOf: '',
  originator: '',
  classification: 'INTERNAL',
  releaseWish: true,
};
const choices = Object.entries(classificationNames).map(([value, label]) => ({ value, label }));
const titleId = (index: number) => `anlage-${index + 1}-titel`;
const ADD = 'anlage-hinzufuegen';

/** The papers that belong to the registration: what they are; a classified one is named as lying separately. */
export function AttachmentFields({ attachments, onChange, error, isPlaceholder }: AttachmentFieldsProps) {
  const [said, setSaid] = useState('');
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const apply = (changed: readonly DraftAttachment[], focus: string, message: string) => {
    focusNext.current = focus;
    setSaid(message);
    onChange(changed);
  };
  const add = () => apply([...attachments, newAttachment], titleId(attachments.length), 'Anlage hinzugefügt');
  const remove = (index: number) =>
    apply(
      attachments.filter((_each, position) => position !== index),
      ADD,
      `Anlage ${index + 1} entfernt`,
    );
  const change = (index: number, changed: Partial<DraftAttachment>) =>
    onChange(attachments.map((each, position) => (position === index ? { ...each, ...changed } : each)));
  return (
    <fieldset className="form-part stack" id="attachments" tabIndex={-1} aria-describedby="attachments-hinweis">
      <legend className="kern-heading-medium">Anlagen</legend>
      <p className="kern-hint" id="attachments-hinweis">
        Hier wird verzeichnet, welche Unterlagen zum Thema gehören. Eine Unterlage mit VS-Einstufung wird nur genannt;
        sie liegt gesondert vor.
      </p>
      {error && (
        <p className="kern-error">
          <span className="kern-icon kern-icon--danger" aria-hidden="true" />
          <span className="kern-body">{error}</span>
        </p>
      )}
      {attachments.map((attachment, index) => (
        <OneAttachment
          key={index}
          attachment={attachment}
          number={index + 1}
          isPlaceholder={isPlaceholder}
          onChange={(changed) => change(index, changed)}
          onRemove={() => remove(index)}
        />
      ))}
      <p>
        <KernButton id={ADD} text="Anlage hinzufügen" variant="secondary" icon="add" onClick={add} />
      </p>
      <p className="kern-sr-only" role="status">
        {said}
      </p>
    </fieldset>
  );
}

interface OneAttachmentProps {
  readonly attachment: DraftAttachment;
  readonly number: number;
  readonly isPlaceholder: boolean;
  readonly onChange: (changed: Partial<DraftAttachment>) => void;
  readonly onRemove: () => void;
}

function OneAttachment({ attachment, number, isPlaceholder, onChange, onRemove }: OneAttachmentProps) {
  const id = (name: string) => `anlage-${number}-${name}`;
  return (
    <fieldset className="form-part stack boxed">
      <legend className="kern-label">Anlage {number}</legend>
      <TextField id={id('titel')} label="Titel" value={attachment.title} onChange={(title) => onChange({ title })} />
      <TextField
        id={id('stand')}
        label="Stand"
        type="date"
        optional
        value={attachment.asOf}
        onChange={(asOf) => onChange({ asOf })}
      />
      <TextField
        id={id('urheber')}
        label="Urheber"
        optional
        value={attachment.originator}
        onChange={(originator) => onChange({ originator })}
      />
      {isPlaceholder ? (
        <p className="kern-body">Diese Anlage liegt gesondert vor. Bitte nennen Sie auch sie nur neutral.</p>
      ) : (
        <>
          <SelectField
            id={id('einstufung')}
            label="Einstufung"
            value={attachment.classification}
            onChange={(value) => onChange({ classification: value as Classification })}
            choices={choices}
          />
          <Checkbox
            id={id('freigabe')}
            label="Die Anlage soll zur Veröffentlichung freigegeben werden"
            checked={attachment.releaseWish}
            onChange={(releaseWish) => onChange({ releaseWish })}
          />
        </>
      )}
      <p>
        <KernButton
          text="Entfernen"
          alt={`Entfernen: Anlage ${number}`}
          variant="tertiary"
          icon="delete"
          onClick={onRemove}
        />
      </p>
    </fieldset>
  );
}
