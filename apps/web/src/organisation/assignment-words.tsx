import { formatDay } from '../ui/format.js';

interface AssignmentWordsProps {
  readonly assignment: {
    readonly label: string;
    readonly isDeputy: boolean;
    readonly state: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  };
}

/** "Koordination Hessen, in Vertretung, ab 1. Januar 2026 bis 31. März 2026". */
export function AssignmentWords({ assignment }: AssignmentWordsProps) {
  const { label } = assignment;
  return (
    <>
      <strong>{label}</strong>, <AssignmentTime assignment={assignment} />
    </>
  );
}

/** The same without what it is, where that stands above. */
export function AssignmentTime({ assignment }: AssignmentWordsProps) {
  const { isDeputy, state, validFrom, validTo } = assignment;
  return (
    <>
      {isDeputy && 'in Vertretung, '}ab {formatDay(validFrom)}
      {validTo !== null && ` bis ${formatDay(validTo)}`}
      {state === 'ENDED' && ', beendet'}
    </>
  );
}
