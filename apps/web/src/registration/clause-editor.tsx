import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useInstallation } from '../session/session.js';
import { TextArea } from '../ui/fields.js';
import * as tree from './clause-tree.js';
import type { DraftClause } from './clause-tree.js';

interface ClauseEditorProps {
  readonly clauses: readonly DraftClause[];
  readonly onChange: (clauses: readonly DraftClause[]) => void;
  readonly error: string | undefined;
}

const fieldId = (key: string) => `ziffer-${key}`;

/** The clauses of a proposal; every step is a button, so that the keyboard suffices. */
export function ClauseEditor({ clauses, onChange, error }: ClauseEditorProps) {
  const installation = useInstallation();
  const [said, setSaid] = useState('');
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const apply = (changed: readonly DraftClause[], focus: string, message: string) => {
    focusNext.current = focus;
    setSaid(message);
    onChange(changed);
  };
  const add = () => {
    const added = tree.newClause();
    apply([...clauses, added], fieldId(added.key), 'Ziffer hinzugefügt');
  };
  return (
    <fieldset className="form-part" id="clauses" tabIndex={-1} aria-describedby="clauses-hinweis">
      <legend className="kern-heading-medium">Beschlussvorschlag</legend>
      <p className="kern-hint" id="clauses-hinweis">
        Die erste Ziffer beginnt üblicherweise mit „Die {installation?.names.shortName ?? 'Konferenz'} …“, jede weitere
        mit „Sie …“. Der Bund wird gebeten, nicht beauftragt.
      </p>
      {error && (
        <p className="kern-error">
          <span className="kern-icon kern-icon--danger" aria-hidden="true" />
          <span className="kern-body">{error}</span>
        </p>
      )}
      <ClauseLevel clauses={clauses} all={clauses} prefix="" depth={1} apply={apply} onChange={onChange} />
      <p>
        <KernButton id="ziffer-hinzufuegen" text="Ziffer hinzufügen" variant="secondary" icon="add" onClick={add} />
      </p>
      <p className="kern-sr-only" role="status">
        {said}
      </p>
    </fieldset>
  );
}

interface LevelProps {
  readonly clauses: readonly DraftClause[];
  readonly all: readonly DraftClause[];
  /** Number of the clause above, as it will be cited: "2." before "2.1". */
  readonly prefix: string;
  readonly depth: number;
  readonly apply: (changed: readonly DraftClause[], focus: string, message: string) => void;
  readonly onChange: (clauses: readonly DraftClause[]) => void;
}

function ClauseLevel({ clauses, prefix, ...rest }: LevelProps) {
  if (clauses.length === 0) return null;
  return (
    <ol className="plain-list" role="list">
      {clauses.map((clause, index) => (
        <li className="clause-editor" key={clause.key}>
          <OneClause clause={clause} index={index} count={clauses.length} number={`${prefix}${index + 1}`} {...rest} />
          <ClauseLevel {...rest} clauses={clause.children} prefix={`${prefix}${index + 1}.`} depth={rest.depth + 1} />
        </li>
      ))}
    </ol>
  );
}

interface OneClauseProps extends Omit<LevelProps, 'clauses' | 'prefix'> {
  readonly clause: DraftClause;
  readonly index: number;
  readonly count: number;
  readonly number: string;
}

interface Step {
  readonly text: string;
  readonly isPossible: boolean;
  readonly run: () => void;
}

function OneClause(props: OneClauseProps) {
  const { clause, number, all, onChange } = props;
  return (
    <>
      <TextArea
        id={fieldId(clause.key)}
        label={`Ziffer ${number}`}
        rows={3}
        value={clause.text}
        onChange={(text) => onChange(tree.withText(all, clause.key, text))}
      />
      <div className="clause-buttons">
        {stepsFor(props).map(({ text, isPossible, run }) => (
          <KernButton
            key={text}
            text={text}
            alt={`${text}: Ziffer ${number}`}
            variant="tertiary"
            className="kern-btn--x-small"
            aria-disabled={isPossible ? undefined : true}
            onClick={isPossible ? run : undefined}
          />
        ))}
      </div>
    </>
  );
}

function stepsFor({ clause, index, count, number, all, depth, apply }: OneClauseProps): readonly Step[] {
  const { key } = clause;
  const own = fieldId(key);
  const addTo = (grow: typeof tree.withSubClause, message: string) => () => {
    const added = tree.newClause();
    apply(grow(all, key, added), fieldId(added.key), message);
  };
  return [
    {
      text: 'Nach oben',
      isPossible: index > 0,
      run: () => apply(tree.moved(all, key, -1), own, 'Nach oben verschoben'),
    },
    {
      text: 'Nach unten',
      isPossible: index < count - 1,
      run: () => apply(tree.moved(all, key, 1), own, 'Nach unten verschoben'),
    },
    {
      text: 'Unterordnen',
      isPossible: index > 0 && depth + tree.depthBelow(clause) <= tree.DEEPEST_CLAUSE,
      run: () => apply(tree.indented(all, key), own, 'Untergeordnet'),
    },
    {
      text: 'Eine Ebene höher',
      isPossible: depth > 1,
      run: () => apply(tree.outdented(all, key), own, 'Eine Ebene höher gestellt'),
    },
    {
      text: 'Unterpunkt hinzufügen',
      isPossible: depth < tree.DEEPEST_CLAUSE,
      run: addTo(tree.withSubClause, 'Unterpunkt hinzugefügt'),
    },
    { text: 'Danach einfügen', isPossible: true, run: addTo(tree.withClauseAfter, 'Ziffer eingefügt') },
    {
      text: 'Entfernen',
      isPossible: true,
      run: () => apply(tree.without(all, key), 'ziffer-hinzufuegen', `Ziffer ${number} entfernt`),
    },
  ];
}
