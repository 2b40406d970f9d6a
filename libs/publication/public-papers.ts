import type { CollectionDocument } from '#decisions';
import type { PartyCode } from '#glossary';
import type { PublicDatabase } from '#platform/database';

/** What everybody may read. Comes from the projection alone; nothing here knows the tables of the procedure. */
export interface PublicConference {
  readonly slug: string;
  readonly names: CollectionDocument['names'];
  readonly number: number | null;
  readonly isSpecialSession: boolean;
  readonly title: string;
  readonly place: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly publishedAt: Date;
  /** When anything of it became public, changed or was withdrawn. */
  readonly changedAt: Date;
  readonly resolutionCount: number;
}

export interface PublicClause {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly children: readonly PublicClause[];
}

export interface PublicResolution {
  readonly id: string;
  readonly slug: string;
  readonly itemNumber: string | null;
  readonly writtenProcedureNumber: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly adoptedOn: string;
  readonly publishedAt: Date;
  /** When it, or anything beneath it, became public, changed or was withdrawn. */
  readonly changedAt: Date;
  readonly clauses: readonly PublicClause[];
  readonly unreleasedCitations: readonly string[];
  readonly attachments: readonly {
    readonly title: string;
    readonly asOf: string | null;
    readonly originator: string | null;
  }[];
  /** The last one is in force; where there is none, the text as adopted is. */
  readonly corrections: readonly PublicCorrection[];
  readonly statements: readonly { readonly parties: readonly PartyCode[]; readonly body: string }[];
}

/** A whole text in the place of the one before. */
export interface PublicCorrection {
  readonly number: number;
  readonly correctedAt: string;
  readonly clauses: readonly PublicClause[];
}

export interface PublicHit {
  readonly conferenceSlug: string;
  readonly conferenceTitle: string;
  readonly slug: string;
  readonly anchor: string | null;
  readonly title: string;
  /** With the words that were looked for between `FOUND` marks. */
  readonly excerpt: string | null;
  readonly adoptedOn: string;
  /** Of the correction whose text was found; null where none was ever made. */
  readonly correctionNumber: number | null;
}

export interface PublicHits {
  readonly total: number;
  readonly hits: readonly PublicHit[];
}

/** Signs of the private use area, which stand in no text: what lies between them was looked for. */
export const FOUND = { start: '\uE000', end: '\uE001' } as const;

const conferenceColumns = `conference.slug, conference.names, conference.number, conference.is_special_session AS "isSpecialSession",
  conference.title, conference.place, conference.starts_on::text AS "startsOn", conference.ends_on::text AS "endsOn",
  conference.published_at AS "publishedAt", greatest(conference.published_at,
    (SELECT max(changed_at) FROM resolutions WHERE conference_id = conference.id),
    (SELECT max(withdrawn_at) FROM tombstones WHERE conference_id = conference.id)) AS "changedAt",
  (SELECT count(*)::int FROM resolutions WHERE conference_id = conference.id) AS "resolutionCount"`;

const resolutionColumns = `resolution.id, resolution.slug, resolution.item_number AS "itemNumber",
  resolution.written_procedure_number AS "writtenProcedureNumber", resolution.title, resolution.subtitle,
  resolution.adopted_on::text AS "adoptedOn", resolution.published_at AS "publishedAt",
  resolution.changed_at AS "changedAt", resolution.clauses,
  resolution.unreleased_citations AS "unreleasedCitations",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('title', title, 'asOf', as_of, 'originator', originator) ORDER BY title, id),
    '[]') FROM attachments WHERE resolution_id = resolution.id) AS attachments,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('parties', parties, 'body', body) ORDER BY parties, id), '[]')
    FROM statements WHERE resolution_id = resolution.id) AS statements,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'correctedAt', corrected_at, 'clauses', clauses)
    ORDER BY number), '[]') FROM corrections WHERE resolution_id = resolution.id) AS corrections`;

/** As the items stood on the agenda: 2 before 10, 12 before 12a. */
const byItem = `substring(resolution.item_number FROM '^[0-9]+')::int, length(resolution.item_number),
  resolution.item_number, resolution.adopted_on, resolution.id`;

const HITS_ON_A_PAGE = 20;

export class PublicPapers {
  constructor(private readonly database: PublicDatabase) {}

  /** Latest first. */
  async conferences(): Promise<readonly PublicConference[]> {
    return this.database.query(
      'public-conferences',
      `SELECT ${conferenceColumns} FROM conferences conference ORDER BY conference.starts_on DESC, conference.slug`,
    );
  }

  async conference(slug: string): Promise<PublicConference | null> {
    const [found] = await this.database.query<PublicConference>(
      'public-conference',
      `SELECT ${conferenceColumns} FROM conferences conference WHERE conference.slug = $1`,
      [slug],
    );
    return found ?? null;
  }

  async resolutionsOf(conferenceSlug: string): Promise<readonly PublicResolution[]> {
    return this.database.query(
      'public-resolutions',
      `SELECT ${resolutionColumns} FROM resolutions resolution
       JOIN conferences conference ON conference.id = resolution.conference_id AND conference.slug = $1 ORDER BY ${byItem}`,
      [conferenceSlug],
    );
  }

  async resolution(conferenceSlug: string, slug: string): Promise<PublicResolution | null> {
    const [found] = await this.database.query<PublicResolution>(
      'public-resolution',
      `SELECT ${resolutionColumns} FROM resolutions resolution
       JOIN conferences conference ON conference.id = resolution.conference_id AND conference.slug = $1
       WHERE resolution.slug = $2`,
      [conferenceSlug, slug],
    );
    return found ?? null;
  }

  /** When what stood at this address was withdrawn; null when nothing ever did. */
  async withdrawnAt(conferenceSlug: string, slug: string): Promise<Date | null> {
    const [found] = await this.database.query<{ readonly withdrawnAt: Date }>(
      'public-tombstone',
      `SELECT withdrawn_at AS "withdrawnAt" FROM tombstones tombstone
       JOIN conferences conference ON conference.id = tombstone.conference_id AND conference.slug = $1
       WHERE tombstone.slug = $2`,
      [conferenceSlug, slug],
    );
    return found?.withdrawnAt ?? null;
  }

  /** In the texts in force, best first. Each hit leads to the clause that says it, where one clause alone does. */
  async search(words: string, page: number): Promise<PublicHits> {
    const rows = await this.database.query<PublicHit & { readonly total: number }>(
      'public-search',
      `WITH asked AS (SELECT websearch_to_tsquery('german', $1) AS query),
       found AS (
         SELECT resolution.*, count(*) OVER ()::int AS total FROM resolutions resolution, asked
         WHERE resolution.words @@ asked.query
         ORDER BY ts_rank(resolution.words, asked.query) DESC, resolution.adopted_on DESC, resolution.id
         LIMIT ${HITS_ON_A_PAGE} OFFSET $2
       )
       SELECT found.total, conference.slug AS "conferenceSlug", conference.title AS "conferenceTitle", found.slug,
         clause.anchor, found.title, found.adopted_on::text AS "adoptedOn",
         found.correction_number AS "correctionNumber",
         ts_headline('german', clause.body, asked.query,
           'StartSel=${FOUND.start}, StopSel=${FOUND.end}, MaxWords=40, MinWords=20') AS excerpt
       FROM found CROSS JOIN asked JOIN conferences conference ON conference.id = found.conference_id
       LEFT JOIN LATERAL (
         SELECT anchor, body FROM clauses WHERE resolution_id = found.id AND to_tsvector('german', body) @@ asked.query
         ORDER BY position LIMIT 1) clause ON true
       ORDER BY ts_rank(found.words, asked.query) DESC, found.adopted_on DESC, found.id`,
      [words, (page - 1) * HITS_ON_A_PAGE],
    );
    return { total: rows[0]?.total ?? 0, hits: rows };
  }
}

export const hitsOnAPage = HITS_ON_A_PAGE;
