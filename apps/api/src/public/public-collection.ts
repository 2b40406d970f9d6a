import { createHash } from 'node:crypto';
import { renderCollectionPdf, type CollectionDocument } from '#decisions';
import { berlinDay } from '#platform/clock';
import { withMarks, type PublicClause, type PublicConference, type PublicResolution } from '#publication';

export interface PublicFile {
  readonly bytes: Uint8Array;
  readonly tag: string;
}

/** So many collections are kept ready; each takes half a second to make, and anybody may ask. */
const KEPT = 16;

/** The collection of a conference, made of what is public and of nothing else. */
export class PublicCollections {
  private readonly made = new Map<string, Promise<PublicFile>>();

  /** The same content is made once, however many ask at the same time. */
  async collectionOf(conference: PublicConference, resolutions: readonly PublicResolution[]): Promise<PublicFile> {
    const document = documentOf(conference, resolutions);
    const tag = createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 24);
    const known = this.made.get(tag);
    if (known !== undefined) return known;
    const making = renderCollectionPdf(document).then((bytes) => ({ bytes, tag }));
    this.made.set(tag, making);
    making.catch(() => this.made.delete(tag));
    const [oldest] = this.made.keys();
    if (this.made.size > KEPT && oldest !== undefined) this.made.delete(oldest);
    return making;
  }
}

function documentOf(conference: PublicConference, resolutions: readonly PublicResolution[]): CollectionDocument {
  const { names, number, isSpecialSession, startsOn, endsOn, place, publishedAt } = conference;
  return {
    isDraft: false,
    names,
    session: { number, isSpecialSession, startsOn, endsOn, place },
    issuedOn: berlinDay(publishedAt),
    resolutions: resolutions.map(({ itemNumber, title, subtitle, clauses, corrections, unreleasedCitations }) => {
      const inForce = corrections.at(-1)?.clauses ?? clauses;
      const corrected = corrections.map(({ number, correctedAt }) => {
        return { number, correctedOn: berlinDay(new Date(correctedAt)) };
      });
      const printed = marked(inForce, unreleasedCitations);
      return { itemNumber, title, subLine: subtitle, corrections: corrected, clauses: printed };
    }),
  };
}

function marked(
  clauses: readonly PublicClause[],
  unreleased: readonly string[],
): CollectionDocument['resolutions'][number]['clauses'] {
  return clauses.map(({ number, text, children }) => {
    return { number, text: withMarks(text, unreleased), children: marked(children, unreleased) };
  });
}
