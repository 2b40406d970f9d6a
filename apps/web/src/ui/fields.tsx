import type { ChangeEvent, HTMLInputTypeAttribute, ReactNode } from 'react';

/**
 * Form fields with the look of KERN. The React kit gives every hint and every error the same element id, so that a
 * screen reader reads those of another field; these tie label, hint and error to their own field.
 */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number | undefined;
}

const hintId = (id: string) => `${id}-hinweis`;
const errorId = (id: string) => `${id}-fehler`;

export function describedBy({ id, hint, error }: FieldProps) {
  const ids = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ');
  return { 'aria-describedby': ids === '' ? undefined : ids, 'aria-invalid': error ? true : undefined };
}

function ErrorText({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="kern-error" id={errorId(id)}>
      <span className="kern-icon kern-icon--danger" aria-hidden="true" />
      <span className="kern-body">
        <span className="kern-sr-only">Fehler: </span>
        {error}
      </span>
    </p>
  );
}

export function Field({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }) {
  const { id, label, hint, error, optional } = field;
  return (
    <div className={`kern-form-input${error ? ' kern-form-input--error' : ''}`}>
      <label className="kern-label" htmlFor={id}>
        {label}
        {optional && <span className="kern-label__optional">freiwillig</span>}
      </label>
      {hint && (
        <div className="kern-hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      {children}
      <ErrorText id={id} error={error} />
    </div>
  );
}

/** The calendar of the browser would also take years of six digits. */
const lastDay = '9999-12-31';

export const inputClass = (error: string | undefined) =>
  `kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`;

export function TextField(props: TextProps & { readonly type?: HTMLInputTypeAttribute }) {
  const { id, value, onChange, maxLength, error, type = 'text' } = props;
  return (
    <Field field={props}>
      <input
        className={inputClass(error)}
        id={id}
        type={type}
        max={type === 'date' ? lastDay : undefined}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(props)}
      />
    </Field>
  );
}

export function TextArea(props: TextProps & { readonly rows?: number }) {
  const { id, value, onChange, maxLength, error, rows = 4 } = props;
  return (
    <Field field={props}>
      <textarea
        className={`${inputClass(error)} text-area`}
        id={id}
        rows={rows}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(props)}
      />
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What follows from choosing it; shown with radio buttons. */
  readonly hint?: string;
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
  /** What stands there when nothing is chosen yet. */
  readonly empty?: string;
}

export function SelectField(props: SelectProps) {
  const { id, value, onChange, choices, empty, error } = props;
  return (
    <Field field={props}>
      <div className="kern-form-input__select-wrapper">
        <select
          className={`kern-form-input__select${error ? ' kern-form-input__select--error' : ''}`}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...describedBy(props)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}

interface CheckboxProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ id, label, checked, onChange }: CheckboxProps) {
  const change = (event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked);
  return (
    <div className="kern-form-check">
      <input className="kern-form-check__checkbox" id={id} type="checkbox" checked={checked} onChange={change} />
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}

function Group({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }) {
  const { id, label, hint, error, optional } = field;
  return (
    <fieldset
      className={`kern-fieldset${error ? ' kern-fieldset--error' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(field)['aria-describedby']}
    >
      <legend className="kern-label">
        {label}
        {optional && <span className="kern-label__optional"> freiwillig</span>}
      </legend>
      {hint && (
        <div className="kern-hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      <div className="kern-fieldset__body check-columns">{children}</div>
      <ErrorText id={id} error={error} />
    </fieldset>
  );
}

interface CheckboxGroupProps extends FieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly choices: readonly Choice[];
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { id, values, onChange, choices } = props;
  const toggle = (value: string, on: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((code) => (code === value ? on : values.includes(code))));
  return (
    <Group field={props}>
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          id={`${id}-${value}`}
          label={label}
          checked={values.includes(value)}
          onChange={(on) => toggle(value, on)}
        />
      ))}
    </Group>
  );
}

interface RadioGroupProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
}

export function RadioGroup(props: RadioGroupProps) {
  const { id, value, onChange, choices } = props;
  return (
    <Group field={props}>
      {choices.map((choice) => (
        <div key={choice.value}>
          <div className="kern-form-check">
            <input
              className="kern-form-check__radio"
              id={`${id}-${choice.value}`}
              type="radio"
              name={id}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              aria-describedby={choice.hint === undefined ? undefined : `${id}-${choice.value}-folge`}
            />
            <label className="kern-label" htmlFor={`${id}-${choice.value}`}>
              {choice.label}
            </label>
          </div>
          {choice.hint !== undefined && (
            <p className="kern-hint choice-hint" id={`${id}-${choice.value}-folge`}>
              {choice.hint}
            </p>
          )}
        </div>
      ))}
    </Group>
  );
}
