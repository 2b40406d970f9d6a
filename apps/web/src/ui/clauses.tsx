/** A clause as every document fetches it; the deepest level a document asks for has no children of its own. */
export interface ClauseNode {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly children?: readonly ClauseNode[];
}

/** The numbered clauses of a text. The numbers come from the server, as they stand in the documents. */
export function Clauses({ clauses }: { readonly clauses: readonly ClauseNode[] }) {
  if (clauses.length === 0) return <p className="kern-body kern-body--muted">Noch kein Beschlussvorschlag.</p>;
  return <ClauseLevel clauses={clauses} />;
}

function ClauseLevel({ clauses }: { readonly clauses: readonly ClauseNode[] }) {
  return (
    // Safari forgets that an unnumbered list is a list, hence the role.
    <ol className="clauses" role="list">
      {clauses.map((clause) => (
        <li key={clause.id} className="clause">
          <div className="clause-line">
            {clause.number !== null && <span className="clause-number">{clause.number}</span>}
            <p className="kern-body clause-text">{clause.text}</p>
          </div>
          {clause.children !== undefined && clause.children.length > 0 && <ClauseLevel clauses={clause.children} />}
        </li>
      ))}
    </ol>
  );
}
