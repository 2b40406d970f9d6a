interface ReadClause {
  readonly text: string;
  readonly children: readonly ReadClause[];
}

/** How an unreleased report is marked where a public text cites it (domain.md §2). */
export const UNRELEASED_MARK = '(nicht freigegeben)';

/** Of these titles, those that the text cites in quotation marks. Only what stands in the text anyway is given away. */
export function citedTitles(clauses: readonly ReadClause[], titles: readonly string[]): readonly string[] {
  const texts = textsOf(clauses);
  return [...new Set(titles)].filter((title) => texts.some((text) => placesOf(text, title).length > 0));
}

/** The text with the mark behind each citation of these titles, after its date when one follows. */
export function withMarks(text: string, unreleased: readonly string[]): string {
  const places = unreleased.flatMap((title) => placesOf(text, title));
  return [...new Set(places)]
    .sort((left, right) => right - left)
    .reduce((marked, place) => `${marked.slice(0, place)} ${UNRELEASED_MARK}${marked.slice(place)}`, text);
}

function textsOf(clauses: readonly ReadClause[]): readonly string[] {
  return clauses.flatMap(({ text, children }) => [text, ...textsOf(children)]);
}

const DATE = /^ \((?:Stand|vom)[^)]*\)/;

/** Where a mark belongs; nowhere, when the text says it by itself. */
function placesOf(text: string, title: string): readonly number[] {
  const places: number[] = [];
  for (const [open, close] of ['„“', '""', '»«'].map((pair) => [...pair] as [string, string])) {
    const quoted = `${open}${title}${close}`;
    for (let at = text.indexOf(quoted); at !== -1; at = text.indexOf(quoted, at + 1)) {
      const end = at + quoted.length;
      const place = end + (DATE.exec(text.slice(end))?.[0].length ?? 0);
      if (!text.slice(place).startsWith(` ${UNRELEASED_MARK}`)) places.push(place);
    }
  }
  return places;
}
