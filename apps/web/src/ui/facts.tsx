import type { ReactNode } from 'react';

export interface Fact {
  readonly term: string;
  /** Facts without a value are left out. */
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Each value below its term, for narrow places. */
  readonly isNarrow?: boolean;
}

export function Facts({ facts, isNarrow = false }: FactsProps) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={`kern-description-list${isNarrow ? ' kern-description-list--col' : ''}`}>
      {known.map(({ term, value }) => (
        <div className="kern-description-list-item" key={term}>
          <dt className="kern-description-list-item__key">{term}</dt>
          <dd className="kern-description-list-item__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
