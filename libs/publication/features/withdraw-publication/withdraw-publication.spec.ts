import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { aPublishingStage, type PublishingStage } from '#testing/publication';
import type { ReleaseAnswer } from '../../release-transition.handler.js';

const codesOf = (answer: ReleaseAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('Withdrawing what is public', () => {
  let stage: PublishingStage;

  beforeAll(async () => {
    stage = await aPublishingStage();
  });
  afterAll(() => stage.close());

  const withdrawAs = (mail: string, releaseId: string, reason = 'Die Anlage war nicht gemeint.') =>
    stage.withdrawPublication.execute(stage.person(mail), { releaseId, expectedRevision: 3, reason });

  const published = async () => {
    const attachment = {
      id: newId(),
      title: 'Lagebild',
      asOf: null,
      originator: null,
      classification: 'INTERNAL' as const,
      releaseWish: true,
    };
    const releases = await stage.release({ attachments: [attachment] });
    await stage.publish();
    return releases;
  };

  it('leaves a tombstone at the address, takes what is beneath along, and keeps the reason inside', async () => {
    const [release, attachment] = await published();
    const [before] = await stage.publicly<{ slug: string }>('SELECT slug FROM publication.resolutions WHERE id = $1', [
      release.objectId,
    ]);
    expect(codesOf(await withdrawAs('geschaeftsstelle', release.id, ' '))).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await withdrawAs('koordination.he', release.id))).toEqual(['NOT_ENTITLED']);
    expect(await withdrawAs('vorsitz.hh', release.id)).toMatchObject({ release: { state: 'WITHDRAWN' } });
    expect((await stage.now(attachment ?? release)).state).toBe('WITHDRAWN');
    for (const table of ['resolutions', 'clauses', 'attachments']) {
      expect(await stage.publicly(`SELECT * FROM publication.${table}`)).toEqual([]);
    }
    expect(await stage.publicly('SELECT slug, withdrawn_at FROM publication.tombstones')).toEqual([
      { slug: before?.slug, withdrawn_at: stage.clock.now() },
    ]);
    expect(codesOf(await withdrawAs('vorsitz.hh', release.id))).toEqual(['CHANGED_MEANWHILE']);
  });

  it('is followed by another publication at the same address, with a new date', async () => {
    const [row] = await stage.arrange<{ id: string; revision: number }>(
      `SELECT id, revision FROM releases WHERE object_kind = 'RESOLUTION'`,
    );
    const { id: releaseId = '', revision: expectedRevision = 0 } = row ?? {};
    const again = { releaseId, expectedRevision, action: 'reinstateRelease', input: { reason: 'Geklärt' } } as const;
    expect(codesOf(await stage.transition.execute(stage.person('vorsitz.hh'), again))).toEqual(['NOT_ENTITLED']);
    expect(codesOf(await stage.transition.execute(stage.person('geschaeftsstelle'), again))).toEqual([]);
    const [tombstone] = await stage.publicly<{ slug: string }>('SELECT slug FROM publication.tombstones');
    const later = new Date('2026-12-14T09:00:00Z');
    stage.clock.moveTo(later);
    await stage.publish();
    expect(await stage.publicly('SELECT slug, published_at FROM publication.resolutions')).toEqual([
      { slug: tombstone?.slug, published_at: later },
    ]);
    expect(await stage.publicly('SELECT * FROM publication.tombstones')).toEqual([]);
  });

  it('of an attachment alone leaves its resolution, whose citation is marked from then on', async () => {
    const title = 'Bericht';
    const [resolution, attachment] = await stage.release({
      attachments: [
        { id: newId(), title, asOf: null, originator: null, classification: 'INTERNAL', releaseWish: true },
      ],
    });
    if (attachment === undefined) throw new Error('No attachment was proposed');
    await stage.arrange('ALTER TABLE resolutions DISABLE TRIGGER resolutions_are_append_only');
    await stage.arrange(
      `UPDATE resolutions SET clauses = jsonb_set(clauses, '{0,text}', '"Die IMK nimmt den „Bericht“ zur Kenntnis."')
       WHERE id = $1`,
      [resolution.objectId],
    );
    await stage.arrange('ALTER TABLE resolutions ENABLE TRIGGER resolutions_are_append_only');
    await stage.publish();
    const citations = () =>
      stage.publicly('SELECT unreleased_citations AS cited FROM publication.resolutions WHERE id = $1', [
        resolution.objectId,
      ]);
    expect(await citations()).toEqual([{ cited: [] }]);
    expect(codesOf(await withdrawAs('geschaeftsstelle', attachment.id))).toEqual([]);
    expect(await citations()).toEqual([{ cited: [title] }]);
    expect((await stage.now(resolution)).state).toBe('PUBLISHED');
  });
});

describe('The role of the public side', () => {
  let stage: PublishingStage;

  beforeAll(async () => {
    stage = await aPublishingStage();
    await stage.release();
    await stage.publish();
  });
  afterAll(() => stage.close());

  it('reads what is public', async () => {
    expect(await stage.publicly('SELECT title FROM publication.resolutions')).toHaveLength(1);
  });

  it('reads no table of the procedure, whatever it is called', async () => {
    const tables = await stage.arrange<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('publication', 'pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      await expect(stage.publicly(`SELECT 1 FROM ${name}`)).rejects.toThrow('permission denied');
    }
  });

  it('finds nothing of them in the catalogue either: no statistics, no columns, no functions', async () => {
    await stage.arrange('ANALYZE');
    const outside = `('publication', 'pg_catalog', 'information_schema')`;
    expect(await stage.publicly(`SELECT 1 FROM pg_stats WHERE schemaname NOT IN ${outside}`)).toEqual([]);
    for (const view of ['columns', 'tables']) {
      const seen = `SELECT 1 FROM information_schema.${view} WHERE table_schema NOT IN ${outside}`;
      expect(await stage.publicly(seen)).toEqual([]);
    }
    await expect(stage.publicly('SELECT public.actor_audience()')).rejects.toThrow('permission denied');
  });

  it('changes nothing', async () => {
    for (const statement of [
      `UPDATE publication.resolutions SET title = 'x'`,
      'DELETE FROM publication.tombstones',
      'TRUNCATE publication.clauses',
      'CREATE TABLE publication.mine (id int)',
      'CREATE TEMPORARY TABLE mine (id int)',
    ]) {
      await expect(stage.publicly(statement)).rejects.toThrow('permission denied');
    }
  });
});
