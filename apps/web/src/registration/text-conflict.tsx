import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { Clauses, type ClauseNode } from '../ui/clauses.js';
import { Notice } from '../ui/notice.js';
import type { Refusal } from '../ui/refusals.js';
import { type DraftClause, draftOf } from './clause-tree.js';

/** Two people wrote at once: both texts, and the version that was saved first. */
export interface TextsInConflict {
  readonly yours: readonly ClauseNode[];
  readonly theirs: readonly DraftClause[];
  readonly theirVersion: number;
}

interface Details {
  readonly yours: readonly ClauseNode[];
  readonly theirs: readonly ClauseNode[];
  readonly theirVersion: number;
}

function isDetails(details: unknown): details is Details {
  return typeof details === 'object' && details !== null && 'theirs' in details && 'theirVersion' in details;
}

export function textsInConflict(refusals: readonly Refusal[]): TextsInConflict | null {
  const details = refusals.find(({ code }) => code === 'TEXT_CHANGED_MEANWHILE')?.details;
  if (!isDetails(details)) return null;
  return { yours: details.yours, theirs: draftOf(details.theirs), theirVersion: details.theirVersion };
}

interface TextConflictProps {
  readonly conflict: TextsInConflict;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Both texts side by side; the person decides, nothing is overwritten by itself. */
export function TextConflict({ conflict, onKeepMine, onTakeTheirs }: TextConflictProps) {
  return (
    <Notice variant="warning" title={`Inzwischen wurde Fassung ${conflict.theirVersion} gespeichert`}>
      <div className="side-by-side">
        <section aria-labelledby="text-ihrer">
          <h2 className="kern-heading-small" id="text-ihrer">
            Ihr Text
          </h2>
          <Clauses clauses={numbered(conflict.yours)} />
          <KernButton text="Mit meinem Text weiterarbeiten" variant="secondary" onClick={onKeepMine} />
        </section>
        <section aria-labelledby="text-gespeichert">
          <h2 className="kern-heading-small" id="text-gespeichert">
            Gespeicherter Text
          </h2>
          <Clauses clauses={numbered(conflict.theirs.map(nodeOf))} />
          <KernButton text="Gespeicherten Text übernehmen" variant="secondary" onClick={onTakeTheirs} />
        </section>
      </div>
    </Notice>
  );
}

const nodeOf = ({ key, text, children }: DraftClause): ClauseNode => ({
  id: key,
  number: null,
  text,
  children: children.map(nodeOf),
});

/** A text that was never saved has no numbers yet. */
function numbered(clauses: readonly ClauseNode[], prefix = ''): readonly ClauseNode[] {
  return clauses.map(({ id, text, children = [] }, index) => {
    const number = `${prefix}${index + 1}`;
    return { id: id ?? number, number, text, children: numbered(children, `${number}.`) };
  });
}
