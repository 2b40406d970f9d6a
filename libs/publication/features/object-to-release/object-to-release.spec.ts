import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#organisation';
import { FixedClock } from '#platform/clock';
import type { OutboxMessage } from '#platform/jobs';
import { sweeping } from '#testing/agendas';
import { aReleaseStage, type ReleaseStage } from '#testing/publication';
import { ReleaseTransitionHandler, type ReleaseAnswer } from '../../release-transition.handler.js';
import { PublicationModule } from '../../publication.module.js';
import { GrantReleaseAfterAllJob } from '../grant-release/grant-release-after-all.job.js';

const END = new Date('2026-12-04T22:59:59Z');
const DURING = new Date('2026-12-03T10:00:00Z');

const codesOf = (answer: ReleaseAnswer): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);

describe('An objection to a release', () => {
  let stage: ReleaseStage;

  beforeAll(async () => {
    stage = await aReleaseStage();
    stage.clock.moveTo(DURING);
  });
  afterAll(() => stage.close());

  const objectAs = (mail: string, releaseId: string, party: string, reason?: string): Promise<ReleaseAnswer> =>
    stage.object.execute(stage.person(mail), { releaseId, party, ...(reason === undefined ? {} : { reason }) });

  const objectionOf = async (party: string, releaseId: string): Promise<string> => {
    const [row] = await stage.arrange<{ id: string }>(
      `SELECT id FROM release_objections WHERE release_id = $1 AND party = $2 AND state = 'STANDING'`,
      [releaseId, party],
    );
    return row?.id ?? '';
  };

  it('blocks the release at once; the history of the release says so in the name of the system', async () => {
    const [release] = await stage.propose();
    const answer = await objectAs('koordination.by', release.id, 'BY');
    expect(answer).toMatchObject({ ok: true, release: { state: 'BLOCKED', revision: 2 } });
    const entries = await stage.arrange(
      `SELECT event, actor_person_id, actor_name, capacity, reason, data->>'party' AS party FROM history
       WHERE record_kind = 'release' AND record_id = $1 ORDER BY sequence`,
      [release.id],
    );
    const bySystem = { actor_person_id: null, actor_name: 'System', capacity: 'SYSTEM', reason: null, party: null };
    expect(entries).toEqual([
      { event: 'release.proposed', ...bySystem },
      { event: 'release.blocked', ...bySystem },
    ]);
    const messages = await stage.arrange(
      `SELECT actor_person_id, request_id FROM outbox WHERE record_kind = 'release' AND record_id = $1`,
      [release.id],
    );
    expect(messages).toEqual(Array(2).fill({ actor_person_id: null, request_id: null }));
  });

  it('of a second party changes nothing that anybody else can see', async () => {
    const [release] = await stage.propose();
    await objectAs('koordination.by', release.id, 'BY');
    const before = await stage.arrange('SELECT releases.*, xmin::text FROM releases WHERE id = $1', [release.id]);
    expect(codesOf(await objectAs('koordination.bund', release.id, 'BUND'))).toEqual([]);
    expect(await stage.arrange('SELECT releases.*, xmin::text FROM releases WHERE id = $1', [release.id])).toEqual(
      before,
    );
    const seen = await stage.database.read(stage.person('koordination.by'), (tx) =>
      stage.objections.objectionsByReleases(tx, [release.id]),
    );
    expect(seen.get(release.id)?.map(({ party }) => party)).toEqual(['BY']);
  });

  it('is seen by its own party, and by neither the secretariat, the chair, another Land, a guest nor a technician', async () => {
    const [release] = await stage.propose();
    await objectAs('koordination.he', release.id, 'HE', 'Laufendes Verfahren');
    const counts: Record<string, number> = {};
    for (const mail of [
      'koordination.he',
      'fachreferat.he',
      'geschaeftsstelle',
      'vorsitz.hh',
      'koordination.hh',
      'koordination.by',
      'vorsitz.ak5',
      'gast.ak5',
      'technik',
    ]) {
      const rows = await stage.database.read(stage.person(mail), async (tx) => [
        ...(await tx.query('SELECT id FROM release_objections WHERE release_id = $1', [release.id])),
        ...(await tx.query(
          `SELECT id FROM history WHERE record_kind = 'releaseObjection' AND data->>'releaseId' = $1`,
          [release.id],
        )),
      ]);
      counts[mail] = rows.length;
    }
    expect(counts).toEqual({
      'koordination.he': 2,
      'fachreferat.he': 2,
      geschaeftsstelle: 0,
      'vorsitz.hh': 0,
      'koordination.hh': 0,
      'koordination.by': 0,
      'vorsitz.ak5': 0,
      'gast.ak5': 0,
      technik: 0,
    });
  });

  it('is raised by the own coordination alone', async () => {
    const [release] = await stage.propose();
    const refusedTo: Record<string, readonly string[]> = {};
    for (const mail of [
      'geschaeftsstelle',
      'vorsitz.hh',
      'fachreferat.by',
      'koordination.he',
      'vorsitz.ak5',
      'technik',
    ]) {
      refusedTo[mail] = codesOf(await objectAs(mail, release.id, 'BY'));
    }
    expect(refusedTo).toEqual({
      geschaeftsstelle: ['NOT_ENTITLED'],
      'vorsitz.hh': ['NOT_ENTITLED'],
      'fachreferat.by': ['NOT_ENTITLED'],
      'koordination.he': ['NOT_ENTITLED'],
      'vorsitz.ak5': ['NOT_FOUND'],
      technik: ['NOT_FOUND'],
    });
    expect((await stage.now(release)).state).toBe('PROPOSED');
    expect(codesOf(await objectAs('koordination.by', release.id, 'XX'))).toEqual(['PARTY_UNKNOWN']);
  });

  it('needs the right to object', async () => {
    const [release] = await stage.propose();
    await stage.arrange(
      `UPDATE memberships SET may_object_to_release = false WHERE party_code = 'TH' AND body_code = 'MAIN_CONFERENCE'`,
    );
    expect(codesOf(await objectAs('koordination.th', release.id, 'TH'))).toEqual(['PARTY_MAY_NOT_OBJECT']);
    expect((await stage.now(release)).state).toBe('PROPOSED');
  });

  it('made twice at once stands once', async () => {
    const [release] = await stage.propose();
    const answers = await Promise.all([1, 2].map(() => objectAs('koordination.by', release.id, 'BY')));
    expect(answers.flatMap(codesOf)).toEqual(['ALREADY_OBJECTED']);
    const rows = await stage.arrange('SELECT 1 FROM release_objections WHERE release_id = $1', [release.id]);
    expect(rows).toHaveLength(1);
  });

  it('frees the release when the last one is withdrawn, and not before', async () => {
    const [release] = await stage.propose();
    await objectAs('koordination.by', release.id, 'BY');
    await objectAs('koordination.be', release.id, 'BE');
    const byBy = await objectionOf('BY', release.id);
    expect(codesOf(await stage.withdraw.execute(stage.person('koordination.be'), byBy))).toEqual(['NOT_FOUND']);
    expect(codesOf(await stage.withdraw.execute(stage.person('geschaeftsstelle'), byBy))).toEqual(['NOT_FOUND']);
    expect(codesOf(await stage.withdraw.execute(stage.person('fachreferat.by'), byBy))).toEqual(['NOT_ENTITLED']);
    expect(await stage.withdraw.execute(stage.person('koordination.by'), byBy)).toMatchObject({
      release: { state: 'BLOCKED', revision: 2 },
    });
    const byBe = await objectionOf('BE', release.id);
    expect(await stage.withdraw.execute(stage.person('koordination.be'), byBe)).toMatchObject({
      release: { state: 'PROPOSED', revision: 3 },
    });
    expect(codesOf(await stage.withdraw.execute(stage.person('koordination.be'), byBe))).toEqual([
      'NOT_POSSIBLE_IN_STATE',
    ]);
  });

  it('is refused at the very instant at which the time ends; then silence releases', async () => {
    const [release] = await stage.propose();
    const [blocked] = await stage.propose();
    await objectAs('koordination.by', blocked.id, 'BY');
    const house = await sweeping(stage, [PublicationModule]);
    stage.clock.moveTo(new Date(END.getTime() - 1));
    await house.sweep();
    expect((await stage.now(release)).state).toBe('PROPOSED');
    stage.clock.moveTo(END);
    expect(codesOf(await objectAs('koordination.by', release.id, 'BY'))).toEqual(['DEADLINE_PASSED']);
    await house.sweep();
    await house.sweep();
    expect(await stage.now(release)).toMatchObject({ state: 'RELEASED', releasedAt: END, revision: 2 });
    expect((await stage.now(blocked)).state).toBe('BLOCKED');
    await stage.withdraw.execute(stage.person('koordination.by'), await objectionOf('BY', blocked.id));
    await stage.database.write(SYSTEM, (tx) =>
      house
        .part(GrantReleaseAfterAllJob)
        .run(tx, { event: 'release.unblocked', recordId: blocked.id } as OutboxMessage),
    );
    expect((await stage.now(blocked)).state).toBe('RELEASED');
    await house.close();
    stage.clock.moveTo(DURING);
  });

  it('and the release at the same moment exclude each other, whatever the clocks of two processes say', async () => {
    const late = new ReleaseTransitionHandler(
      stage.database,
      stage.releases,
      stage.transition['topics'],
      new FixedClock(END),
    );
    for (let turn = 0; turn < 6; turn += 1) {
      const [release] = await stage.propose();
      const granting = { releaseId: release.id, expectedRevision: release.revision, action: 'grantRelease' as const };
      const [objected, granted] = await Promise.all([
        objectAs('koordination.by', release.id, 'BY'),
        late.execute(stage.person('geschaeftsstelle'), granting),
      ]);
      const { state } = await stage.now(release);
      expect({ objected: objected.ok, granted: granted.ok, state }).toEqual(
        objected.ok
          ? { objected: true, granted: false, state: 'BLOCKED' }
          : { objected: false, granted: true, state: 'RELEASED' },
      );
    }
  });

  it('cannot be passed over by any statement of any process', async () => {
    const [release] = await stage.propose();
    await objectAs('koordination.by', release.id, 'BY');
    const past = stage.database.write(stage.person('geschaeftsstelle'), (tx) =>
      tx.execute(`UPDATE releases SET state = 'RELEASED', released_at = now() WHERE id = $1`, [release.id]),
    );
    await expect(past).rejects.toThrow('nothing is released against an objection');
    const inTheNameOfAnother = stage.database.write(stage.person('koordination.he'), (tx) =>
      tx.execute(
        `INSERT INTO release_objections (id, release_id, party, state, objected_by, objected_at, revision, audience)
         VALUES (gen_random_uuid(), $1, 'BE', 'STANDING', 'x', now(), 1, '{0,3}')`,
        [release.id],
      ),
    );
    await expect(inTheNameOfAnother).rejects.toThrow('row-level security');
  });
});
