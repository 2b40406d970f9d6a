import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { describedBy, Field, type FieldProps, inputClass } from './fields.js';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Tells two of the same name apart. */
  readonly hint: string;
}

interface ComboboxProps extends FieldProps {
  /** Value of the option chosen; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly onSearch: (text: string) => void;
  /** How many were found, said aloud. */
  readonly status: string;
  /** Brings the next options, when there are more. */
  readonly onMore: (() => void) | null;
}

/**
 * A field that searches while one types, after the pattern "Editable Combobox With List Autocomplete" of the ARIA
 * Authoring Practices: the focus stays in the field, the arrows go through the list, Enter takes, Escape closes.
 */
export function Combobox(props: ComboboxProps) {
  const { id, value, onChange, options, onSearch, status, onMore, error } = props;
  const list = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  const optionId = (position: number) => `${list}-${position}`;
  useEffect(() => {
    if (isOpen && active >= 0) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active, list]);
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const type = (typed: string) => {
    setText(typed);
    setOpen(true);
    setActive(-1);
    if (value !== '') onChange('');
    onSearch(typed);
  };
  const take = ({ value: taken, label }: ComboboxOption) => {
    setText(label);
    onChange(taken);
    close();
  };
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = keyOf(event);
    const option = options[active];
    if (key === 'Enter' && isOpen && option !== undefined) take(option);
    else if (key === 'Escape' && isOpen) close();
    else if (key === 'ArrowDown' && !isOpen) setOpen(true);
    else if (key === 'ArrowDown' && active === options.length - 1) onMore?.();
    else if (key === 'ArrowDown') setActive(active + 1);
    else if (key === 'ArrowUp' && isOpen) setActive(Math.max(active - 1, -1));
    else return;
    // What the key did here it shall not do to the form or to the dialog around it as well.
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(relatedTarget)) close();
  };
  return (
    <div className="combobox" ref={box} onBlur={leave}>
      <Field field={props}>
        <input
          className={inputClass(error)}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={list}
          aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
          value={text}
          onChange={(event) => type(event.target.value)}
          onClick={() => setOpen(true)}
          onKeyDown={step}
          {...describedBy(props)}
        />
        <p className="kern-body kern-body--small" role="status">
          {isOpen ? status : chosenOf(value, text)}
        </p>
        <ul className="combobox-list" id={list} role="listbox" aria-label={props.label} hidden={!isOpen}>
          {options.map((option, position) => (
            <li
              key={option.value}
              id={optionId(position)}
              role="option"
              aria-selected={position === active}
              className="kern-body"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option.label}
              <span className="combobox-hint">{option.hint}</span>
            </li>
          ))}
        </ul>
        {isOpen && onMore !== null && (
          <button type="button" className="kern-btn kern-btn--tertiary" onClick={onMore}>
            <span className="kern-label">Weitere zeigen</span>
          </button>
        )}
      </Field>
    </div>
  );
}

/** An arrow with another key held is the browser's or the screen reader's. */
function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  return ctrlKey || metaKey || shiftKey ? '' : key;
}

function chosenOf(value: string, text: string): string {
  if (value !== '') return `Ausgewählt: ${text}`;
  return text === '' ? '' : 'Noch nichts ausgewählt. Bitte wählen Sie aus der Liste.';
}
