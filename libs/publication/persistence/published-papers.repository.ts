import { Injectable } from '@nestjs/common';
import { Conferences, titleOf, type Conference } from '#conferences';
import { Resolutions, type TitledResolution } from '#decisions';
import type { ReadTx, Tx } from '#platform/database';
import { TopicRepository, type Topic } from '#topics';
import { conferenceSlug, resolutionSlug } from '../domain/addresses.js';
import { citedTitles } from '../domain/citations.js';
import type { Release } from '../domain/release.js';

type Placed = (tx: Tx, release: Release, topic: Topic, now: Date) => Promise<void>;

/** The projection of what is public. Written in the transaction that says so, and nowhere else. */
@Injectable()
export class PublishedPapers {
  private readonly placing: Readonly<Record<Release['objectKind'], Placed>> = {
    RESOLUTION: (tx, release, _topic, now) => this.placeResolution(tx, release, now),
    ATTACHMENT: (tx, release, topic, now) => placeAttachment(tx, release, topic, now),
    STATEMENT: (tx, release, _topic, now) => placeStatement(tx, release, now),
    CORRECTION: (tx, release, _topic, now) => placeCorrection(tx, release, now),
  };

  constructor(
    private readonly conferences: Conferences,
    private readonly topics: TopicRepository,
    private readonly resolutions: Resolutions,
  ) {}

  /** Of releases that have just become PUBLISHED; the resolution of a topic goes before what is shown beneath it. */
  async place(tx: Tx, conferenceId: string, published: readonly Release[], now: Date): Promise<void> {
    await this.placeConference(tx, conferenceId, now);
    const topics = await this.topics.listTopicsByIds(tx, [...new Set(published.map(({ topicId }) => topicId))]);
    const first = published.filter(({ objectKind }) => objectKind === 'RESOLUTION');
    for (const release of [...first, ...published.filter((each) => !first.includes(each))]) {
      const topic = topics.get(release.topicId);
      if (topic === undefined) throw new Error('The topic of a release cannot be seen');
      await this.placing[release.objectKind](tx, release, topic, now);
    }
    for (const topic of topics.values()) await this.noteChange(tx, topic, now);
  }

  /** Leaves a tombstone at the address of a resolution; what was shown beneath it goes with it. */
  async remove(tx: Tx, { objectKind, objectId, topicId }: Release, now: Date): Promise<void> {
    if (objectKind === 'RESOLUTION') {
      await tx.execute(
        `INSERT INTO publication.tombstones (object_id, conference_id, slug, withdrawn_at)
         SELECT id, conference_id, slug, $2 FROM publication.resolutions WHERE id = $1`,
        [objectId, now],
      );
      await tx.execute('DELETE FROM publication.resolutions WHERE id = $1', [objectId]);
      return;
    }
    await tx.execute('DELETE FROM publication.attachments WHERE id = $1', [objectId]);
    await tx.execute('DELETE FROM publication.statements WHERE id = $1', [objectId]);
    await tx.execute('DELETE FROM publication.corrections WHERE id = $1', [objectId]);
    const topic = await this.topics.findTopic(tx, topicId);
    if (topic !== null) await this.noteChange(tx, topic, now);
  }

  private async placeConference(tx: Tx, id: string, now: Date): Promise<void> {
    const conference = await this.conferences.getConference(tx, id);
    const { names, number, season, place, startsOn, endsOn } = conference;
    const slug = await freeConferenceSlug(tx, id, conferenceSlug(conference));
    await tx.execute(
      `INSERT INTO publication.conferences (id, slug, number, is_special_session, title, place, starts_on, ends_on,
         published_at, names)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET number = excluded.number, title = excluded.title, place = excluded.place,
         starts_on = excluded.starts_on, ends_on = excluded.ends_on, published_at = excluded.published_at,
         names = excluded.names`,
      [id, slug, number, season === 'SPECIAL', titleOf(conference), place, startsOn, endsOn, now, publicNames(names)],
    );
  }

  /** The database copies the text itself, and checks afterwards that it is the one that was adopted. */
  private async placeResolution(tx: Tx, { objectId, topicId, conferenceId }: Release, now: Date): Promise<void> {
    const resolution = await this.resolutionOf(tx, topicId);
    const slug = await freeSlug(tx, conferenceId, objectId, resolutionSlug(resolution));
    await tx.execute(
      `INSERT INTO publication.resolutions (id, conference_id, slug, item_number, written_procedure_number, title,
         subtitle, adopted_on, clauses, text_hash, unreleased_citations, published_at, changed_at)
       SELECT id, $2, $3, item_number, written_procedure_number, title, subtitle, adopted_on, clauses, text_hash, '{}', $4,
         $4
       FROM public.resolutions WHERE id = $1`,
      [objectId, conferenceId, slug, now],
    );
    await tx.execute('DELETE FROM publication.tombstones WHERE object_id = $1', [objectId]);
  }

  /** When something about it changed. A public text may cite a report that is not released; then it says so. */
  private async noteChange(tx: Tx, topic: Topic, now: Date): Promise<void> {
    const { id, clauses } = await this.resolutionOf(tx, topic.id);
    const rows = await tx.query<{ id: string }>('SELECT id FROM publication.attachments WHERE resolution_id = $1', [
      id,
    ]);
    const shown = new Set(rows.map((row) => row.id));
    const hidden = topic.attachments.filter((attachment) => !shown.has(attachment.id)).map(({ title }) => title);
    await tx.execute('UPDATE publication.resolutions SET unreleased_citations = $2, changed_at = $3 WHERE id = $1', [
      id,
      citedTitles(clauses, hidden),
      now,
    ]);
  }

  private async resolutionOf(tx: ReadTx, topicId: string): Promise<TitledResolution> {
    const found = (await this.resolutions.resolutionsByTopics(tx, [topicId])).get(topicId);
    if (found === undefined) throw new Error('The resolution of a release cannot be seen');
    return found;
  }
}

/** How the conference calls itself in public; the names of its lists and bodies stay inside. */
function publicNames({ conference, conferenceGenitive, shortName, office }: Conference['names']): string {
  return JSON.stringify({ conference, conferenceGenitive, shortName, office });
}

/** Two special sessions may begin on one day. */
async function freeConferenceSlug(tx: ReadTx, id: string, slug: string): Promise<string> {
  const taken = await tx.query('SELECT 1 FROM publication.conferences WHERE slug = $1 AND id <> $2', [slug, id]);
  return taken.length === 0 ? slug : `${slug}-${id.slice(-8)}`;
}

/** Two items of one number, as a conference and a later correction of its agenda may have, keep their addresses apart. */
async function freeSlug(tx: ReadTx, conferenceId: string, id: string, slug: string): Promise<string> {
  const taken = await tx.query(
    `SELECT 1 FROM publication.resolutions WHERE conference_id = $1 AND slug = $2 AND id <> $3
     UNION ALL SELECT 1 FROM publication.tombstones WHERE conference_id = $1 AND slug = $2 AND object_id <> $3`,
    [conferenceId, slug, id],
  );
  return taken.length === 0 ? slug : `${slug}-${id.slice(-8)}`;
}

async function placeAttachment(tx: Tx, { objectId, topicId }: Release, topic: Topic, now: Date): Promise<void> {
  const attachment = topic.attachments.find(({ id }) => id === objectId);
  if (attachment === undefined) throw new Error('The attachment of a release is gone');
  const { title, asOf, originator } = attachment;
  await tx.execute(
    `INSERT INTO publication.attachments (id, resolution_id, title, as_of, originator, published_at)
     SELECT $1, id, $3, $4, $5, $6 FROM public.resolutions WHERE topic_id = $2`,
    [objectId, topicId, title, asOf, originator, now],
  );
}

async function placeStatement(tx: Tx, { objectId, topicId }: Release, now: Date): Promise<void> {
  await tx.execute(
    `INSERT INTO publication.statements (id, resolution_id, parties, body, published_at)
     SELECT statement.id, resolution.id, ARRAY[statement.party] || ARRAY(
         SELECT party FROM public.statement_cosignatures
         WHERE statement_id = statement.id AND ended_at IS NULL ORDER BY party), statement.text, $3
     FROM public.statements statement JOIN public.resolutions resolution ON resolution.topic_id = $2
     WHERE statement.id = $1`,
    [objectId, topicId, now],
  );
}

async function placeCorrection(tx: Tx, { objectId }: Release, now: Date): Promise<void> {
  await tx.execute(
    `INSERT INTO publication.corrections (id, resolution_id, number, corrected_at, clauses, text_hash, published_at)
     SELECT id, resolution_id, number, decided_at, clauses, text_hash, $2 FROM public.resolution_corrections WHERE id = $1`,
    [objectId, now],
  );
}
