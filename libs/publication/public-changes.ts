import type { PublicDatabase } from '#platform/database';

/** A resolution that was published, changed or withdrawn; of the last, no title. */
export interface PublicChange {
  readonly id: string;
  readonly conferenceSlug: string;
  readonly conferenceTitle: string;
  readonly publisher: string;
  readonly slug: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly correctionNumber: number | null;
  readonly publishedAt: Date | null;
  readonly changedAt: Date;
}

export interface WithdrawnResolution {
  readonly id: string;
  readonly slug: string;
  readonly withdrawnAt: Date;
}

/** A page that is public now: of a conference, or of one resolution of it. */
export interface PublicAddress {
  readonly conferenceSlug: string;
  readonly slug: string | null;
  readonly changedAt: Date;
}

/** Many enough for a conference and the one before. */
const LATEST = 200;
/** A sitemap holds no more than 50 000 (sitemaps.org); the collections of a hundred years are fewer. */
const ADDRESSES = 49_000;

/** What became public and what no longer is, in the order of time. */
export class PublicChanges {
  constructor(private readonly database: PublicDatabase) {}

  async latest(): Promise<readonly PublicChange[]> {
    return this.database.query(
      'public-changes',
      `SELECT change.id, conference.slug AS "conferenceSlug", conference.title AS "conferenceTitle",
         conference.names->>'conference' AS publisher, change.slug, change.title, change.subtitle,
         change.correction_number AS "correctionNumber", change.published_at AS "publishedAt",
         change.changed_at AS "changedAt"
       FROM (
         SELECT id, conference_id, slug, title, subtitle, correction_number, published_at, changed_at FROM resolutions
         UNION ALL
         SELECT object_id, conference_id, slug, NULL, NULL, NULL, NULL, withdrawn_at FROM tombstones
       ) AS change JOIN conferences conference ON conference.id = change.conference_id
       ORDER BY change.changed_at DESC, change.id LIMIT ${LATEST}`,
    );
  }

  async withdrawnOf(conferenceSlug: string): Promise<readonly WithdrawnResolution[]> {
    return this.database.query(
      'public-withdrawn',
      `SELECT object_id AS id, tombstone.slug, withdrawn_at AS "withdrawnAt" FROM tombstones tombstone
       JOIN conferences conference ON conference.id = tombstone.conference_id AND conference.slug = $1
       ORDER BY withdrawn_at, object_id`,
      [conferenceSlug],
    );
  }

  async addresses(): Promise<readonly PublicAddress[]> {
    return this.database.query(
      'public-addresses',
      `SELECT conference.slug AS "conferenceSlug", page.slug, page.changed_at AS "changedAt"
       FROM conferences conference JOIN LATERAL (
         SELECT NULL AS slug, coalesce(max(changed_at), conference.published_at) AS changed_at FROM resolutions
         WHERE conference_id = conference.id
         UNION ALL SELECT slug, changed_at FROM resolutions WHERE conference_id = conference.id
       ) AS page ON true ORDER BY conference.starts_on DESC, conference.slug, page.slug NULLS FIRST LIMIT ${ADDRESSES}`,
    );
  }
}
