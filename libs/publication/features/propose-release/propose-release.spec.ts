import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { aReleaseStage, type ReleaseStage } from '#testing/publication';

describe('What can become public', () => {
  let stage: ReleaseStage;

  beforeAll(async () => {
    stage = await aReleaseStage();
  });
  afterAll(() => stage.close());

  const anAttachment = (given: object) => ({
    id: newId(),
    title: 'Bericht zum Warntag',
    asOf: '2026-09-30',
    originator: 'AK V',
    classification: 'INTERNAL' as const,
    releaseWish: true,
    ...given,
  });

  it('is proposed for release by itself: the resolution and each attachment, until the end of the session', async () => {
    const attachments = [anAttachment({}), anAttachment({ title: 'Lagebild', releaseWish: false })];
    const proposed = await stage.propose({ attachments });
    expect(
      proposed.map(({ objectKind, title, state, releaseWish }) => [objectKind, title, state, releaseWish]),
    ).toEqual([
      ['RESOLUTION', 'Bundesweiter Warntag', 'PROPOSED', true],
      ['ATTACHMENT', 'Bericht zum Warntag', 'PROPOSED', true],
      ['ATTACHMENT', 'Lagebild', 'PROPOSED', false],
    ]);
    expect(new Set(proposed.map(({ objectionsUntil }) => objectionsUntil.toISOString()))).toEqual(
      new Set(['2026-12-04T22:59:59.000Z']),
    );
  });

  it('is proposed once, however often the job runs', async () => {
    const [{ topicId }] = await stage.propose();
    await stage.proposeAgain(topicId);
    const rows = await stage.arrange('SELECT state, revision FROM releases WHERE topic_id = $1', [topicId]);
    expect(rows).toEqual([{ state: 'PROPOSED', revision: 1 }]);
  });

  it('can be objected to until the end of its day when it comes about after the session', async () => {
    stage.clock.moveTo(new Date('2026-12-20T12:00:00Z'));
    const [release] = await stage.propose();
    expect(release.objectionsUntil.toISOString()).toBe('2026-12-20T22:59:59.000Z');
    stage.clock.moveTo(new Date('2026-11-10T09:00:00Z'));
  });

  it('is never a classified paper; an attachment is no less classified than its topic', async () => {
    const open = await stage.propose({ attachments: [anAttachment({ classification: 'VS_NFD' })] });
    expect(open.map(({ classification }) => classification)).toEqual(['INTERNAL', 'VS_NFD']);
    const restricted = await stage.propose({ classification: 'RESTRICTED', attachments: [anAttachment({})] });
    expect(restricted.map(({ classification }) => classification)).toEqual(['RESTRICTED', 'RESTRICTED']);
    const [first] = restricted;
    const released = stage.arrange(`UPDATE releases SET state = 'RELEASED', released_at = now() WHERE id = $1`, [
      first.id,
    ]);
    await expect(released).rejects.toThrow('releases_never_of_classified');
  });

  it('is agreed to by the registrant alone when it was not wished at first', async () => {
    const [release] = await stage.propose({ releaseWish: false });
    const agreeing = { releaseId: release.id, expectedRevision: 1, action: 'agreeToRelease' as const };
    const byAnother = await stage.transition.execute(stage.person('koordination.by'), agreeing);
    expect(byAnother.ok ? [] : byAnother.refusals.map(({ code }) => code)).toEqual(['NOT_ENTITLED']);
    expect(await stage.transition.execute(stage.person('koordination.he'), agreeing)).toMatchObject({
      ok: true,
      release: { releaseWish: true, state: 'PROPOSED' },
    });
    const again = await stage.transition.execute(stage.person('koordination.he'), agreeing);
    expect(again.ok ? [] : again.refusals.map(({ code }) => code)).toEqual(['CHANGED_MEANWHILE']);
  });
});
