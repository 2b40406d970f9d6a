import type { ClauseNode } from '../ui/clauses.js';
import { Checkbox, TextArea } from '../ui/fields.js';

interface ChangeRequestFieldsProps {
  readonly id: string;
  readonly clauses: readonly ClauseNode[];
  readonly wordings: Readonly<Record<string, string>>;
  readonly onChange: (wordings: Readonly<Record<string, string>>) => void;
  readonly error: string | undefined;
}

/** For each clause whether it should read otherwise, and how: to begin with as it reads now. */
export function ChangeRequestFields({ id, clauses, wordings, onChange, error }: ChangeRequestFieldsProps) {
  const choose = ({ id: clauseId, text }: ClauseNode, isChosen: boolean) => {
    const { [clauseId]: _left, ...others } = wordings;
    onChange(isChosen ? { ...others, [clauseId]: text } : others);
  };
  return (
    <fieldset className="kern-fieldset stack" id={id} tabIndex={-1}>
      <legend className="kern-label">Welche Ziffern sollen anders lauten?</legend>
      {error && <p className="kern-body kern-body--bold">{error}</p>}
      {clauses.map((clause) => {
        const wording = wordings[clause.id];
        const name = nameOf(clause);
        return (
          <div key={clause.id} className="stack">
            <Checkbox
              id={`${id}-${clause.id}`}
              label={`${name}: ${shortened(clause.text)}`}
              checked={wording !== undefined}
              onChange={(isChosen) => choose(clause, isChosen)}
            />
            {wording !== undefined && (
              <TextArea
                id={`${id}-${clause.id}-wortlaut`}
                label={`Gewünschter Wortlaut, ${name}`}
                value={wording}
                onChange={(changed) => onChange({ ...wordings, [clause.id]: changed })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function nameOf({ number }: ClauseNode): string {
  return number === null ? 'Einzige Ziffer' : `Ziffer ${number}`;
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
}
