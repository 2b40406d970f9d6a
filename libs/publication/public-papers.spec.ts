import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { aPublishingStage, type PublishingStage } from '#testing/publication';
import { SearchTheCorrectedText1767225711020 } from '../../migrations/1767225711020-search-the-corrected-text.js';

type Release = Awaited<ReturnType<PublishingStage['release']>>[0];

describe('The search of the public side', () => {
  let stage: PublishingStage;
  let release: Release;

  beforeAll(async () => {
    stage = await aPublishingStage();
    [release] = await stage.release();
    await stage.publish();
  });
  afterAll(() => stage.close());

  const found = async (words: string): Promise<readonly unknown[]> => {
    const { hits } = await stage.papers.search(words, 1);
    return hits.map(({ anchor, correctionNumber }) => [anchor, correctionNumber]);
  };

  it('reads the text as it was adopted while nothing was corrected', async () => {
    expect(await found('berichten')).toEqual([['ziffer-1', null]]);
    expect(await found('Sirenen')).toEqual([]);
  });

  it('reads the text of the last public correction, and leads to the place where it stands', async () => {
    await stage.correct(release, 1, 'Die IMK nimmt die Liste der Sirenen zur Kenntnis.');
    expect(await found('Sirenen')).toEqual([]);
    await stage.publish();
    expect(await found('Sirenen')).toEqual([['berichtigung-1-ziffer-1', 1]]);
    expect(await found('berichten')).toEqual([]);
    await stage.correct(release, 2, 'Die IMK nimmt die Liste der Lautsprecher zur Kenntnis.');
    await stage.publish();
    expect(await found('Lautsprecher')).toEqual([['berichtigung-2-ziffer-1', 2]]);
    expect(await found('Sirenen')).toEqual([]);
    const [shown] = await stage.papers.resolutionsOf('imk-herbst-2026');
    expect(shown?.corrections.map(({ number, correctedAt }) => [number, new Date(correctedAt)])).toEqual([
      [1, stage.clock.now()],
      [2, stage.clock.now()],
    ]);
  });

  it('reads the text before again when the publication of a correction is withdrawn', async () => {
    const [row] = await stage.arrange<{ id: string; revision: number }>(
      `SELECT id, revision FROM releases WHERE object_kind = 'CORRECTION' ORDER BY id DESC LIMIT 1`,
    );
    const { id: releaseId = '', revision: expectedRevision = 0 } = row ?? {};
    const reason = 'Die Berichtigung war nicht gemeint.';
    const input = { releaseId, expectedRevision, reason };
    expect(await stage.withdrawPublication.execute(stage.person('vorsitz.hh'), input)).toMatchObject({ ok: true });
    expect(await found('Sirenen')).toEqual([['berichtigung-1-ziffer-1', 1]]);
  });

  it('reads the same after its migration was taken back and run again over what is public', async () => {
    const owner = new DataSource({ type: 'postgres', url: stage.testDatabase.ownerUrl });
    await owner.initialize();
    const migration = new SearchTheCorrectedText1767225711020();
    await owner.transaction(async ({ queryRunner }) => {
      if (queryRunner === undefined) throw new Error('A transaction without connection');
      await migration.down(queryRunner);
      await migration.up(queryRunner);
    });
    await owner.destroy();
    expect(await found('Sirenen')).toEqual([['berichtigung-1-ziffer-1', 1]]);
  });
});
