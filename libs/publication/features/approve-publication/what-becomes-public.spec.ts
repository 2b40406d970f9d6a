import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { anAdoptedResolution } from '#testing/agendas';
import { aPublishingStage, type PublishingStage } from '#testing/publication';

type Release = Awaited<ReturnType<PublishingStage['release']>>[0];

const tables = ['conferences', 'resolutions', 'clauses', 'attachments', 'statements', 'corrections', 'tombstones'];

const aPaper = (title: string, given: object = {}) => ({
  ...{ id: newId(), title, asOf: '2026-09-30', originator: 'AK V' },
  ...{ classification: 'INTERNAL' as const, releaseWish: true },
  ...given,
});

describe('Of all that was resolved,', () => {
  let stage: PublishingStage;
  let everythingPublic: string;
  let staysBack: readonly (readonly [string, string])[];

  const object = async (objectId: string): Promise<void> => {
    await stage.arrange(
      `WITH blocked AS (UPDATE releases SET state = 'BLOCKED', released_at = NULL WHERE object_id = $1 RETURNING id)
       INSERT INTO release_objections (id, release_id, party, state, objected_by, objected_at, revision, audience)
       SELECT gen_random_uuid(), id, 'TH', 'STANDING', 'Toni Muster', now(), 1, '{0,16}' FROM blocked`,
      [objectId],
    );
  };

  /** The one that is public, with everything that may hang on it. */
  const aPublicResolution = async (): Promise<Release> => {
    const attachments = [
      aPaper('Freigegebenes Lagebild'),
      aPaper('Ungewünschter Bericht', { releaseWish: false }),
      aPaper('Eingestufter Bericht', { classification: 'VS_NFD' }),
    ];
    const [release] = await stage.release({ title: 'Bundesweiter Warntag', attachments });
    await stage.declare(release, 'Freigegebene Erklärung');
    await object(await stage.declare(release, 'Blockierte Erklärung'));
    await stage.correct(release, 1, 'Freigegebene Berichtigung');
    await object(await stage.correct(release, 2, 'Blockierte Berichtigung'));
    return release;
  };

  beforeAll(async () => {
    stage = await aPublishingStage();
    await aPublicResolution();
    const [blocked] = await stage.release({ title: 'Blockierter Beschluss', attachments: [aPaper('Anlage dazu')] });
    await object(blocked.objectId);
    await stage.declare(blocked, 'Erklärung dazu');
    await stage.release({ title: 'Ungewünschter Beschluss', releaseWish: false });
    await stage.release({ title: 'Eingestufter Beschluss', classification: 'RESTRICTED' });
    await anAdoptedResolution(stage, { title: 'Beschluss ohne Freigabe' });
    await stage.placeTopic({ title: 'Beratenes Thema', state: 'IN_MAIN_CONFERENCE' });
    const { report } = await stage.prepared();
    staysBack = report.staysBack.map(({ title, reason }) => [title, reason]);
    await stage.arrange(`DELETE FROM publications`);
    await stage.publish();
    const { papers, changes } = stage;
    everythingPublic = JSON.stringify([
      await papers.conferences(),
      await papers.resolutionsOf('imk-herbst-2026'),
      await changes.latest(),
      await changes.addresses(),
      await changes.withdrawnOf('imk-herbst-2026'),
      ...(await Promise.all(
        ['Beschluss', 'Erklärung', 'Berichtigung', 'zur Kenntnis'].map((each) => papers.search(each, 1)),
      )),
      ...(await Promise.all(
        tables.map((table) => stage.publicly(`SELECT to_jsonb(it) FROM publication.${table} AS it`)),
      )),
    ]);
  });
  afterAll(() => stage.close());

  it.each(['Bundesweiter Warntag', 'Freigegebenes Lagebild', 'Freigegebene Erklärung', 'Freigegebene Berichtigung'])(
    'becomes public what is released: %s',
    (text) => expect(everythingPublic).toContain(text),
  );

  it.each([
    'Ungewünschter',
    'Eingestufter',
    'Blockierte',
    'ohne Freigabe',
    'Beratenes Thema',
    // What belongs to a text that is not public has no place to stand.
    'Anlage dazu',
    'Erklärung dazu',
    // Who objected, for whom and why; who voted, asked and reported.
    'Toni Muster',
    'Thüringen',
    'TH',
    'Kim Beispiel',
  ])('stays back what is not: %s', (text) => expect(everythingPublic).not.toMatch(new RegExp(`${text}(?![a-z])`)));

  it('is said before what stays back, and why, without saying who objected', () => {
    expect([...staysBack].sort()).toEqual([
      ['Anlage dazu', 'RESOLUTION_NOT_PUBLIC'],
      ['Berichtigung 2', 'BLOCKED'],
      ['Blockierter Beschluss', 'BLOCKED'],
      ['Eingestufter Bericht', 'CLASSIFIED'],
      ['Eingestufter Beschluss', 'CLASSIFIED'],
      ['Erklärung zu Protokoll: Bayern', 'BLOCKED'],
      ['Erklärung zu Protokoll: Bayern', 'RESOLUTION_NOT_PUBLIC'],
      ['Ungewünschter Bericht', 'RELEASE_NOT_WISHED'],
      ['Ungewünschter Beschluss', 'RELEASE_NOT_WISHED'],
    ]);
  });
});
