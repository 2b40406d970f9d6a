/** The marking of a classified paper, on every page that shows it; nothing on a public one. */
export function Marking({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p className="marking kern-body kern-body--bold">
      <span className="kern-sr-only">Einstufung: </span>
      {text}
    </p>
  );
}
