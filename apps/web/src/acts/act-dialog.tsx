import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { ErrorSummary } from '../ui/error-summary.js';
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from '../ui/fields.js';
import { PersonPicker } from '../ui/person-picker.js';
import { TopicPicker } from '../ui/topic-picker.js';
import { Modal } from '../ui/modal.js';
import { errorOf, type Refusal } from '../ui/refusals.js';
import type { Act, ActField, ActValues } from './act.js';
import { useKeptAnswers } from './kept-answers.js';

interface ActDialogProps {
  readonly title: string;
  readonly act: Act;
  /** Keeps apart what was begun in two dialogs of the same title on one page. */
  readonly about?: string | undefined;
  /** The hat under which the act will be recorded. */
  readonly capacity?: string | null | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const fieldId = (name: string) => `angabe-${name}`;

/** Asks what an act needs and sends it. A refusal stays beside what was entered. */
export function ActDialog({ title, act, about, capacity, onDone, onClose, onReload }: ActDialogProps) {
  const client = useClient();
  const { values, answer: enter, forget, wasRestored } = useKeptAnswers(act.fields, title, about);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const missing = missingIn(act.fields, values);
    if (missing.length > 0) return setRefusals(missing);
    setSending(true);
    try {
      const answer = await act.run(client, values);
      if (answer.length > 0) return setRefusals(answer);
      forget();
      onDone();
    } catch (fault) {
      setRefusals([unexpected]);
      throw fault;
    } finally {
      setSending(false);
    }
  };
  const close = () => {
    forget();
    onClose();
  };
  const reload = () => {
    setRefusals([]);
    onReload();
  };
  return (
    <Modal title={title} onClose={close}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="kern-dialog__body">
          <ErrorSummary refusals={refusals} fieldId={(name) => idOnForm(act.fields, name)} onReload={reload} />
          {capacity && <p className="kern-body">Sie handeln als: {capacity}</p>}
          {act.explanation && <p className="kern-body">{act.explanation}</p>}
          {wasRestored && <p className="kern-body">Was Sie hier zuletzt eingegeben haben, steht noch da.</p>}
          {act.fields.map((field) => (
            <ActFieldInput
              key={field.name}
              field={field}
              value={values[field.name]}
              error={errorOf(refusals, field.name)}
              onChange={(value) => enter(field.name, value)}
            />
          ))}
          {act.preview?.(values)}
        </div>
        <footer className="kern-dialog__footer">
          <KernButton text="Abbrechen" variant="secondary" onClick={close} />
          <KernButton text={isSending ? 'Wird gesendet …' : title} variant="primary" type="submit" />
        </footer>
      </form>
    </Modal>
  );
}

/** A fault in the page itself: what was entered stays, and the button can be pressed again. */
const unexpected: Refusal = {
  code: 'FAILED',
  message: 'Das hat nicht geklappt. Bitte prüfen Sie Ihre Angaben und versuchen Sie es erneut.',
  field: null,
  details: null,
};

function missingIn(fields: readonly ActField[], values: ActValues): readonly Refusal[] {
  return fields
    .filter(({ name, optional }) => !optional && (values[name]?.length ?? 0) === 0)
    .map(({ name, label }) => ({ code: 'MISSING', message: `Bitte ausfüllen: ${label}`, field: name, details: null }));
}

function idOnForm(fields: readonly ActField[], name: string): string | null {
  return fields.some((field) => field.name === name) ? fieldId(name) : null;
}

interface ActFieldInputProps {
  readonly field: ActField;
  readonly value: string | readonly string[] | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}

function ActFieldInput({ field, value, error, onChange }: ActFieldInputProps) {
  const { name, label, hint, optional, kind, choices = [] } = field;
  const shown = { id: fieldId(name), label, hint, error, optional };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'text':
      return <TextArea {...shown} value={text} onChange={onChange} />;
    case 'line':
      return <TextField {...shown} value={text} onChange={onChange} />;
    case 'day':
      return <TextField {...shown} type="date" value={text} onChange={onChange} />;
    case 'number':
      return <TextField {...shown} type="number" value={text} onChange={onChange} />;
    case 'one':
      return choices.length > 6 && choices.every(({ hint: follows }) => follows === undefined) ? (
        <SelectField {...shown} value={text} onChange={onChange} choices={choices} empty="Bitte auswählen" />
      ) : (
        <RadioGroup {...shown} value={text} onChange={onChange} choices={choices} />
      );
    case 'topic':
      return <TopicPicker {...shown} value={text} onChange={onChange} within={field.within} />;
    case 'person':
      return <PersonPicker {...shown} value={text} onChange={onChange} />;
    case 'many':
      return (
        <CheckboxGroup
          {...shown}
          values={typeof value === 'object' ? value : []}
          onChange={onChange}
          choices={choices}
        />
      );
  }
}
