import { markingAbove, type Classification } from '#glossary';

interface MarkingProps {
  /** Null for what is public. */
  readonly text: string | null;
}

/** The marking of a classified paper, on every page that shows it. */
export function Marking({ text }: MarkingProps) {
  if (text === null) return null;
  return (
    <p className="marking kern-body kern-body--bold">
      <span className="kern-sr-only">Einstufung: </span>
      {text}
    </p>
  );
}

interface MarkProps {
  readonly of: { readonly classification: Classification; readonly isPlaceholder: boolean };
}

/** The same in a list: on what fewer than all parties may see, so that it stands out among the rest. */
export function Mark({ of }: MarkProps) {
  const text = markingAbove(of);
  if (text === null) return null;
  return (
    <span className="marking kern-body kern-body--small kern-body--bold">
      <span className="kern-sr-only">Einstufung: </span>
      {text}
    </span>
  );
}
